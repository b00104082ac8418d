"""Who says so: the names of the sources, whether they report, claim or deny, and which words they vouch for."""

import pytest

from eventmap.events.attribution import attributions

WHOLE = None  # the source vouches for the whole sentence

SENTENCES = [
    ("Police said that two men had died.", [("Police", "reports", "said that two men had died.")]),
    ("Two men died, police said.", [("police", "reports", WHOLE)]),
    ("Two men died, said the mayor, Ann Lee.", [("Ann Lee", "reports", WHOLE)]),
    ("“Two men died,” a doctor told AFP.", [("a doctor", "reports", WHOLE), ("AFP", "reports", WHOLE)]),
    (
        "The mayor said on Monday that two men had died.",
        [("mayor", "reports", "said on Monday that two men had died.")],
    ),
    ("According to Reuters, two men died.", [("Reuters", "reports", WHOLE)]),
    (
        "Two men died, according to Reuters and the city's fire service.",
        [("Reuters", "reports", WHOLE), ("city's fire service", "reports", WHOLE)],
    ),
    (
        "The Kyiv Independent reported that two men died, citing the police.",
        [
            ("Kyiv Independent", "reports", "reported that two men died, citing the police."),
            ("police", "reports", WHOLE),
        ],
    ),
    (
        "Human Rights Watch and Amnesty International said two men had died.",
        [
            ("Human Rights Watch", "reports", "said two men had died."),
            ("Amnesty International", "reports", "said two men had died."),
        ],
    ),
    (
        "The independent channel TV Rain, which moved abroad in 2022, reported two deaths.",
        [("TV Rain", "reports", "reported two deaths.")],
    ),
    (
        "Two people familiar with the matter said two men died.",
        [("Two people familiar with the matter", "reports", "said two men died.")],
    ),
    ("The army claims that rebels fired first.", [("army", "claims", "claims that rebels fired first.")]),
    ("The ministry denied that two men had died.", [("ministry", "denies", "denied that two men had died.")]),
    ("The president's spokesman, Ivan Petrov, denied the claim.", [("Ivan Petrov", "denies", "denied the claim.")]),
    ("The strike, announced by the union, began.", [("union", "reports", "The strike,")]),
    ("The deaths were reported by local media.", [("local media", "reports", "The deaths were")]),
    # Nobody is named who could vouch for it.
    ("It said two men had died.", []),
    ("A statement said two men had died.", []),
    ("Reports said two men died.", []),
    ("Two men died, it was reported.", []),
    # "Found" is a reporting verb only with a that-clause.
    ("The rescuers found two bodies.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sources_of_a_sentence(parsed, sentence, expected):
    doc = parsed(sentence)

    found = [
        (source.name, source.stance, doc[slice(*source.scope)].text if source.scope != (0, len(doc)) else WHOLE)
        for source in attributions(doc[:])
    ]

    assert found == expected
