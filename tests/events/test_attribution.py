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
    ("Jane Doe, the interior minister, said two men died.", [("Jane Doe", "reports", "said two men died.")]),
    (
        "A spokesman for the army, Col. John Mbeki, said two men died.",
        [("John Mbeki", "reports", "said two men died.")],
    ),
    (
        "Two officials who asked not to be named said two men died.",
        [("Two officials who asked not to be named", "reports", "said two men died.")],
    ),
    ("State TV said two men died.", [("State TV", "reports", "said two men died.")]),
    ("Russia's defence ministry said two men died.", [("Russia's defence ministry", "reports", "said two men died.")]),
    ("BEIRUT -- Two men died, officials said.", [("officials", "reports", WHOLE)]),
    # Documents and counts speak for who made them.
    ("A tally by Reuters shows two men died.", [("Reuters", "reports", "shows two men died.")]),
    ("Two men died on Monday, court papers show.", [("court papers", "reports", WHOLE)]),
    ("According to a police report seen by AFP, two men died.", [("a police report", "reports", WHOLE)]),
    ("By the UN's count, two men died.", [("UN", "reports", WHOLE)]),
    ("As per the health ministry, two men died.", [("health ministry", "reports", WHOLE)]),
    ("Lawyers counted 62 arrests.", [("Lawyers", "reports", "counted 62 arrests.")]),
    (
        "Activists denied a newspaper report that two men had died.",
        [
            ("Activists", "denies", "denied a newspaper report that two men had died."),
            ("a newspaper report", "reports", "that two men had died"),
        ],
    ),
    (
        "Shells fell on Leeds, an AFP journalist at the scene said.",
        [("an AFP journalist at the scene", "reports", WHOLE)],
    ),
    ("Leeds's mayor on Monday said two men died.", [("Leeds's mayor", "reports", "said two men died.")]),
    # Headlines.
    ("Police: Man shot dead in Oakland", [("Police", "reports", WHOLE)]),
    ("Fourteen dead in Prague shooting - police", [("police", "reports", WHOLE)]),
    # Who speaks in a clause about somebody vouches for that clause only.
    ("Jane Doe, who said two men died, was arrested.", [("Jane Doe", "reports", "said two men died")]),
    # What is said, blamed or condemned is itself the event.
    ("Bishops condemned the killings.", [("Bishops", "reports", "")]),
    ("Kyiv accused Moscow of shelling Kherson.", [("Kyiv", "claims", "accused Moscow of shelling Kherson.")]),
    # Denials.
    ("The mayor called the report false.", [("mayor", "denies", "called the report false.")]),
    (
        "Reports that two men had died were wrong, police said.",
        [("police", "denies", "Reports that two men had died"), ("police", "reports", WHOLE)],
    ),
    (
        "India accused Pakistan of shelling villages; Islamabad denied the charge.",
        [
            ("India", "claims", "accused Pakistan of shelling villages; Islamabad denied the charge."),
            ("Islamabad", "denies", "accused Pakistan of shelling villages; Islamabad denied the charge."),
        ],
    ),
    ("The court denied him bail.", []),
    ("The union rejected the offer.", []),
    # Nobody says anything.
    ("Reuters could not confirm that two men died.", []),
    ("Police declined to say how two men died.", []),
    ("Rebels claimed responsibility for the attack.", []),
    ("The airline cancelled flights, citing safety concerns.", []),
    ("The film says that two men died.", []),
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
