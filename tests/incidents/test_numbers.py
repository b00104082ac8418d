"""Numbers that agree, grow or rival each other."""

import pytest

from eventmap.incidents import load
from eventmap.incidents.numbers import agreements


def count(low, high, role="killed", unit="people"):
    return {"low": low, "high": high, "role": role, "unit": unit}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (count(14, 14), count(14, 14), "same_number"),
        (count(5, 5), count(5, 5), "agree"),
        (count(1, 1), count(1, 1), "small"),
        (count(0, 0), count(0, 0), "small"),
        (count(20, None), count(23, 23), "agree"),
        (count(200, 999), count(400, 400), "agree"),
        (count(20, None), count(300, 300), "open"),
        (count(None, 50), count(2, 2), "open"),
        (count(18, 18), count(20, None), "agree"),
        (count(24, 99), count(23, 23), "agree"),
        (count(10, 10), count(20, 20), "rival"),
        (count(10, 10), count(40, 40), "far"),
        (count(10, 10), count(90, 90), "farther"),
        (count(0, 0), count(3, 3), "far"),
        (count(10, 10), count(10, 10, "injured"), None),
        (count(10, 10), count(10, 10, unit="houses"), None),
    ],
)
def test_two_numbers(tell, a, b, level):
    one, other = tell(count=a), tell("b", count=b)
    expected = {"killed": level} if level else {}
    assert (agreements(one, other, load()), agreements(other, one, load())) == (expected, expected)


@pytest.mark.parametrize(
    ("early", "late", "role", "day", "level"),
    [
        (11, 40, "killed", "2026-03-03", "growing"),
        (40, 11, "killed", "2026-03-03", "far"),
        (11, 40, "killed", "2026-03-02", "far"),
        (11, 40, "killed", "2026-06-02", "far"),
        (11, 400, "killed", "2026-03-03", "farther"),
        (11, 40, "participants", "2026-03-03", "far"),
    ],
)
def test_a_toll_grows_from_report_to_report(tell, early, late, role, day, level):
    first = tell(count=count(early, early, role), published="2026-03-02")
    second = tell("b", count=count(late, late, role), published=day)
    assert agreements(first, second, load()) == {role: level}


def test_every_role_is_compared_and_rival_figures_agree_as_well_as_the_best(tell):
    one = tell(count=count(3, 3), figures=[count(3, 3), count(12, 12), count(30, 30, "injured")])
    part = {**count(2, 2), "part": True}
    other = tell("b", count=count(12, 12), figures=[count(12, 12), part, count(90, 90, "injured")])
    assert agreements(one, other, load()) == {"killed": "same_number", "injured": "far"}
