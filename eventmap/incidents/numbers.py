"""How well the numbers of two tellings agree. Rival figures are the rule in news: they never exclude anything."""

from __future__ import annotations

from eventmap.incidents.rules import Rules
from eventmap.incidents.telling import Telling
from eventmap.model import Count

# From this number on, that two stories give just the same one is no accident.
_TELLING_NUMBER = 10
_SMALL_NUMBER = 2
_AGREE_FACTOR, _RIVAL_FACTOR, _FAR_FACTOR, _GROWTH_FACTOR = 1.5, 2.0, 5.0, 10.0
_GROWTH_DAYS = 21


def agreements(a: Telling, b: Telling, rules: Rules) -> dict[str, str]:
    """For each role (killed, detained …) of which both tell numbers, the level of the part "count".

    A story with several numbers in a role agrees as well as the best of them does.
    """
    found: dict[str, str] = {}
    for one in a.counts:
        for other in b.counts:
            if one.role != other.role or one.unit != other.unit:
                continue
            level = _agreement(one, other)
            if level in ("rival", "far", "farther") and one.role in rules.growing and _grew(one, other, a, b):
                level = "growing"
            best = found.get(one.role)
            if best is None or rules.levels["count", best].points < rules.levels["count", level].points:
                found[one.role] = level
    return found


def _agreement(a: Count, b: Count) -> str:
    if a.low is not None and a.low == a.high == b.low == b.high:
        return "same_number" if a.low >= _TELLING_NUMBER else "small" if a.low <= _SMALL_NUMBER else "agree"
    if _lowest(a) <= _highest(b) and _lowest(b) <= _highest(a):
        bounded = None not in (a.low, a.high, b.low, b.high)
        return "agree" if bounded or _factor(_figure(a), _figure(b)) <= _AGREE_FACTOR else "open"
    factor = _factor(max(_lowest(a), _lowest(b)), min(_highest(a), _highest(b)))
    limits = [(_AGREE_FACTOR, "agree"), (_RIVAL_FACTOR, "rival"), (_FAR_FACTOR, "far")]
    return next((name for limit, name in limits if factor <= limit), "farther")


def _grew(one: Count, other: Count, a: Telling, b: Telling) -> bool:
    """Whether the larger number is that of the story published later, and not unbelievably much larger."""
    if a.published is None or b.published is None or not 0 < abs((a.published - b.published).days) <= _GROWTH_DAYS:
        return False
    early, late = (one, other) if a.published < b.published else (other, one)
    return _figure(late) > _figure(early) and _factor(_figure(one), _figure(other)) <= _GROWTH_FACTOR


def _figure(count: Count) -> float:
    """The number named, or the middle of a range (the geometric mean: "hundreds" is rather 450 than 600)."""
    if count.low is None or count.high is None:
        return float(count.low or count.high or 0)
    return float((count.low * count.high) ** 0.5)


def _factor(a: float, b: float) -> float:
    """How many times the smaller number the larger is; one is added to both, so that nobody and somebody compare."""
    return (max(a, b) + 1) / (min(a, b) + 1)


def _lowest(count: Count) -> float:
    return 0 if count.low is None else count.low


def _highest(count: Count) -> float:
    return float("inf") if count.high is None else count.high
