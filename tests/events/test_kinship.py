"""Which nouns and types may tell of one event: by the event types themselves, so that a user's own types follow."""

import pytest

from eventmap import event_types
from eventmap.events.kinship import akin, is_name_of, may_mean, particular

TYPES = event_types.load()


@pytest.mark.parametrize(
    ("noun", "kind", "expected"),
    [
        ("blast", "remote_explosive", True),
        ("blast", "man_made_disaster", True),
        ("blast", "protest", False),
        ("rally", "protest", True),
        # General nouns name what people do to people, and incidents all harm.
        ("killing", "shooting", True),
        ("killing", "natural_disaster", False),
        ("tragedy", "natural_disaster", True),
        ("tragedy", "election", False),
        # The last word of a longer name, and no name by itself.
        ("cannon", "protest_intervention", False),
        ("table", "protest", False),
    ],
)
def test_what_a_noun_may_mean(noun, kind, expected):
    assert may_mean([noun], kind, TYPES) == expected


def test_a_general_noun_names_only_its_own_type():
    assert is_name_of("blast", "remote_explosive", TYPES)
    assert not is_name_of("killing", "shooting", TYPES)


@pytest.mark.parametrize(
    ("a", "b", "one", "kind"),
    [
        ("protest", "protest", True, "protest"),
        ("attack", "shooting", True, "shooting"),
        ("shooting", "attack", True, "shooting"),
        ("deaths", "natural_disaster", True, "natural_disaster"),
        ("deaths", "election", False, "election"),
        ("attack", "natural_disaster", False, "natural_disaster"),
        ("protest", "strike", False, "protest"),
    ],
)
def test_types_of_one_event_and_the_one_that_stays(a, b, one, kind):
    assert akin(a, b, TYPES) == one
    assert particular(a, b, TYPES) == kind
