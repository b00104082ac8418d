"""What patterns and the event tagger say of a word, weighed together."""

import pytest

from eventmap import event_types
from eventmap.tagging import tagger
from eventmap.triggers import find_triggers
from eventmap.triggers.weighing import LEARNT


@pytest.fixture(scope="module")
def found(parsed):
    """The (type, word, whether only the tagger found it) of a sentence's triggers."""
    types = event_types.load()

    def finding(sentence):
        doc = parsed(sentence)
        triggers = find_triggers(doc, types, tagger().tag(doc))
        return [(each.type, doc[each.head].text, each.pattern == LEARNT) for each in triggers]

    return finding


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thousands marched through Lima.", [("protest", "marched", False)]),
        (
            "A mob of villagers set upon the two strangers near Gaya.",
            [("mob_violence", "mob", True), ("mob_violence", "set", True)],
        ),
        ("Stocks rallied in Tokyo.", []),
        ("Her album bombed.", []),
    ],
)
def test_patterns_and_tagger_together(found, sentence, expected):
    assert found(sentence) == expected


def test_what_a_pattern_excludes_the_tagger_does_not_bring_back(found):
    assert ("protest", "rallied", True) not in found("Copper rallied for a third day in London on Friday.")
    assert found("Miners rallied for a third day in London on Friday.")[0][:2] == ("protest", "rallied")
