"""Dates told from the day of publication: "yesterday", "last Wednesday", "two weeks ago", "in the summer of 2021"."""

from __future__ import annotations

import datetime as dt
import math
import re

from eventmap.counts.numerals import small_number, word_set
from eventmap.counts.quantities import quantities
from eventmap.dates import periods
from eventmap.dates.parts import part_before
from eventmap.dates.periods import SEASONS, Period
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.seasons import SEASON, season_near
from eventmap.dates.weekdays import PART_OF_DAY, STEPS, weekday_from, weekend
from eventmap.dates.words import (
    FULL_MONTH,
    MONTHS,
    NUMBERS,
    SMALL,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    month_number,
    pattern,
    weekday_number,
)
from eventmap.model import DatePrecision

_SPANS = word_set("in over within during for since of throughout")
_BEFORE_DURATION = word_set("for in within over during lasting lasted last of after about nearly than")
_PRECISIONS: dict[str, DatePrecision] = {
    "hour": "day", "day": "day", "night": "day", "week": "week", "month": "month", "year": "year",
}  # fmt: skip
_COARSER: dict[DatePrecision, DatePrecision] = {"day": "week", "week": "month", "month": "year", "year": "year"}


def small(words: str) -> tuple[int, int]:
    """Lowest and highest value of a small number, exact or vague ("three", "several", "a few")."""
    words = " ".join(words.lower().replace("\u00a0", " ").removesuffix(" of").split())
    exact = small_number(words)
    if exact is not None:
        return exact, exact
    vague = quantities().vague
    low, high = vague.get(tuple(words.split())) or vague[("a", *words.split())]
    return low, high


def unit_back(day: dt.date, unit: str, number: int) -> Period:
    """The day, week, month or year that lies `number` units before `day` (after it, if negative)."""
    if unit == "hour":
        return periods.day(day, -(number // 24))
    if unit in ("day", "night"):
        return periods.day(day, -number)
    if unit == "week":
        return periods.week(day, -number)
    if unit == "month":
        return periods.month(day, -number)
    return periods.year(day.year - number)


def _ago(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.day is None:
        return None
    low, high = small(match["number"])
    unit = match["unit"].lower().rstrip("s")
    if match["exact"]:
        return periods.day(step(anchor.day, unit, -high))
    first, last = unit_back(anchor.day, unit, high), unit_back(anchor.day, unit, low)
    coarse = first.precision if unit == "hour" else _COARSER[first.precision]
    return first if low == high else Period(first.start, last.end, coarse)


def _fortnight(match: re.Match[str], anchor: Anchor) -> Period | None:
    return None if anchor.day is None else periods.week(anchor.day, -2)


def _before_last(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“the week before last”."""
    if anchor.day is None:
        return None
    unit = match["unit"].lower()
    return periods.weekend(anchor.day, -2) if unit == "weekend" else unit_back(anchor.day, unit, 2)


def _rolling(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“the past three days”: so many units up to the anchor, or on from it."""
    if anchor.day is None:
        return None
    low, high = small(match["number"]) if match["number"] else (1, 1)
    unit = match["unit"].rstrip("s")
    precision = _PRECISIONS[unit] if low == high else _COARSER[_PRECISIONS[unit]]
    back = match["which"].lower() not in ("next", "coming")
    other_end = step(anchor.day, unit, -high if back else high)
    return Period(other_end, anchor.day, precision) if back else Period(anchor.day, other_end, precision)


def step(day: dt.date, unit: str, number: int) -> dt.date:
    """The day so many units later; hours are rounded up to whole days."""
    if unit in ("month", "year"):
        return periods.add_months(day, number * (12 if unit == "year" else 1))
    days = {"hour": 1 / 24, "day": 1, "night": 1, "week": 7}[unit] * abs(number)
    return day + dt.timedelta(days=math.ceil(days) if number > 0 else -math.ceil(days))


def _rolling_guard(match: re.Match[str], site: Site) -> bool:
    if site.first.tag_ in ("VB", "VBP"):
        return False
    if match["number"]:
        return match["which"].lower() != "previous" or site.word_before() in _SPANS
    return match["unit"].rstrip("s") in ("week", "month", "year") and site.word_before() in _SPANS


def _to_date(period: Period, anchor: Anchor) -> Period:
    """The part of a current period that has passed, or, of what is to come, the part that has not."""
    if anchor.day is None or not period.start <= anchor.day <= period.end:
        return period
    if anchor.future:
        return Period(anchor.day, period.end, period.precision)
    return Period(period.start, anchor.day, period.precision)


def _deictic(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“last week”, “this month”, “next year”, “last winter”, “this weekend”, “last February”, “next Tuesday”."""
    if anchor.day is None:
        return None
    steps, what = STEPS[match["which"].lower().split()[-1]], match["what"].lower()
    day = anchor.day
    if what in WEEKDAYS:
        return periods.day(weekday_from(day, weekday_number(what), match["which"].lower(), anchor.future))
    if what == "week":
        return _to_date(periods.week(day, steps), anchor)
    if what == "month":
        return _to_date(periods.month(day, steps), anchor)
    if what == "year":
        return _to_date(periods.year(day.year + steps), anchor)
    if what == "weekend":
        return periods.weekend(day, steps) if steps else weekend(match, anchor)
    if what in MONTHS:
        number = month_number(what)
        if steps == 0:
            return _to_date(periods.month(dt.date(day.year, number, 1)), anchor)
        return periods.nearest_month(periods.month(day, steps).start, number, future=steps > 0)
    return _to_date(season_near(what, day, steps, south=anchor.south), anchor)


def _current(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“(the start of) the year”."""
    if anchor.day is None:
        return None
    return {
        "year": periods.year(anchor.day.year),
        "month": periods.month(anchor.day),
        "week": periods.week(anchor.day),
    }[match["unit"].lower()]


def _current_guard(match: re.Match[str], site: Site) -> bool:
    """“The year” alone is no date, a part of it is one."""
    return part_before(match.string, match.start()) is not None and site.word_after() != "of"


def _deictic_guard(match: re.Match[str], site: Site) -> bool:
    if match["what"] in SEASONS and site.word_after() in ("of", "olympics", "games", "camp"):
        return False
    return site.first.tag_ not in ("VB", "VBP", "VBZ")


def _duration_guard(match: re.Match[str], site: Site) -> bool:
    return site.word_before() in _BEFORE_DURATION and site.word_after() not in ("ago", "old", "earlier", "later", "-")


def _nothing(match: re.Match[str], anchor: Anchor) -> None:
    return None


RULES = (
    Rule(
        first_words("last", "this", "next", "past", "coming"),
        pattern(
            rf"(?P<which>(?i:this past|this coming|past|coming|last|this|next)) "
            rf"(?P<what>{WEEKDAY}|(?i:week|month|year|weekend)\b|{SEASON}|{FULL_MONTH})(?!-)(?:(?<=day){PART_OF_DAY})?"
        ),
        _deictic,
        _deictic_guard,
    ),
    Rule(
        first_words("the", "these", "past", "last", "previous", "next", "coming"),
        pattern(
            r"(?:(?i:the|these) )?(?P<which>(?i:past|last|previous|next|coming)) "
            rf"(?:(?P<number>{SMALL}) )?(?P<unit>{UNIT})(?!-)"
        ),
        _rolling,
        _rolling_guard,
    ),
    Rule(first_words("a"), pattern(r"(?i:a fortnight ago)\b"), _fortnight),
    Rule(
        first_words("the"),
        pattern(r"(?i:the (?P<unit>night|week|weekend|month|year) before last)\b"),
        _before_last,
    ),
    Rule(first_words("the"), pattern(r"(?i:the (?P<unit>year|month|week))\b(?!-)"), _current, _current_guard),
    Rule(NUMBERS, pattern(rf"(?i:(?P<number>{SMALL}) (?P<unit>{UNIT}) ago\b(?P<exact> today\b)?)"), _ago),
    Rule(NUMBERS, pattern(rf"(?i:{SMALL} {UNIT})"), _nothing, _duration_guard, duration=True),
)
