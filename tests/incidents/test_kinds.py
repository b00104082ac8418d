"""Types that one incident may have, from the event types and the rules."""

import pytest

from eventmap import event_types
from eventmap.incidents import load
from eventmap.incidents.kinds import Kinds, narrowness

KINDS = Kinds(event_types.load(), load())


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("shooting", "shooting", "same"),
        ("arrest", "arrest", "same_everyday"),
        ("attack", "shooting", "wider"),
        ("deaths", "natural_disaster", "wider"),
        ("deaths", "attack", "wider"),
        ("protest", "riot", "akin"),
        ("arrest", "protest_intervention", "akin"),
        ("attack", "natural_disaster", None),
        ("trial", "attack", None),
        ("arrest", "trial", None),
        ("made_up", "made_up", "same"),
        ("made_up", "attack", None),
    ],
)
def test_two_types(a, b, level):
    assert (KINDS.agreement(a, b), KINDS.agreement(b, a)) == (level, level)


def test_all_types_that_agree_are_those_that_agree_one_by_one():
    types = event_types.load().types
    assert {a: set(KINDS.alike(a)) for a in types} == {a: {b for b in types if KINDS.agreement(a, b)} for a in types}


def test_the_more_particular_type_says_most():
    types = event_types.load().types
    assert sorted(["deaths", "attack", "shooting"], key=lambda kind: narrowness(types, kind)) == [
        "deaths",
        "attack",
        "shooting",
    ]


def test_the_rules_name_types_that_there_are():
    rules = load()
    assert rules.everyday.union(*rules.akin) <= event_types.load().types.keys()
