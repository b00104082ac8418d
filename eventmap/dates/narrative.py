"""Dates told from a date told before in the story: "the next day", "two weeks later", "that night", "a day after …"."""

from __future__ import annotations

import datetime as dt
import re

from eventmap.counts.numerals import word_set
from eventmap.dates import periods
from eventmap.dates.periods import SEASONS, Period
from eventmap.dates.relative import small, step, unit_back
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.words import NUMBERS, SMALL, UNIT, WEEKDAY, WEEKDAYS, pattern, weekday_number

_DAY_PARTS = ["day", "night", "morning", "afternoon", "evening", "lunchtime"]
_HOURS = r"(?:minute|hour)s?\b"
# "Within three days after" is a stretch of time, not a distance.
_STRETCH = word_set("of in within over during for first throughout")
_BACK = word_set("earlier before beforehand previous")
# How exact a told date must be for "the next day", "the next week" and so on, in days.
_EXACT_ENOUGH = {"hour": 3, "day": 3, "week": 8, "month": 31, "year": 366}


def told_for(unit: str, anchor: Anchor) -> Period | None:
    """The date told last that is exact enough to count such units from."""
    reach = dt.timedelta(days=_EXACT_ENOUGH[unit])
    return next((told for told in anchor.told if told.end - told.start < reach), None)


def _from(unit: str, anchor: Anchor, *, back: bool) -> Period | None:
    """What to count from: the date told last or, backwards, the day of publication where none is told."""
    told = told_for(unit, anchor)
    if told is not None or anchor.day is None or not back:
        return told
    return periods.day(anchor.day)


def moved(told: Period, unit: str, number: int) -> Period:
    """The day, week, month or year so many units after `told`, before it if negative."""
    edge = told.end if number > 0 else told.start
    if unit in ("minute", "hour"):
        return told
    if unit == "week":
        exact = abs(number) == 1 and told.precision == "day"
        return periods.day(edge, 7 * number) if exact else periods.week(edge, number)
    return unit_back(edge, unit, -number)


def _adjoining(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“the next day”, “the previous week”, “the following two nights”, “the following Tuesday”."""
    what, back = match["what"].lower(), match["which"].lower() in _BACK
    if what in WEEKDAYS:
        told = _from("week", anchor, back=back)
        if told is None:
            return None
        edge = told.start - periods.ONE_DAY if back else told.end + periods.ONE_DAY
        return periods.day(periods.nearest_weekday(edge, weekday_number(what), future=not back))
    unit = "day" if what.rstrip("s") in _DAY_PARTS else what.rstrip("s")
    told = _from("week" if unit == "weekend" else unit, anchor, back=back)
    if match["number"] is None:
        if told is None:
            return None
        if unit == "weekend":
            return periods.weekend(told.start if back else told.end, -1 if back else int(told.end.weekday() > 4))
        return periods.week(told.start, -1 if back else 1) if unit == "week" else moved(told, unit, -1 if back else 1)
    number = small(match["number"])[1]
    if match["which"].lower() == "next" and (anchor.future or told is None) and anchor.day is not None:
        told = periods.day(anchor.day)
    if told is None:
        return None
    if back:
        return Period(step(told.start, unit, -number), told.start, "day")
    return Period(told.end, step(told.end, unit, number), "day")


def _adjoining_guard(match: re.Match[str], site: Site) -> bool:
    return site.word_before() not in ("from", "to") or match["number"] is not None or match["which"].lower() != "next"


def _same(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“that day”, “the same night”, “that week”, “that year”: the one of the date told last."""
    what = match["what"].lower()
    if what in _DAY_PARTS:
        return told_for("day", anchor)
    told = told_for("year", anchor)
    if told is None:
        return None
    if what in SEASONS:
        found = periods.season(what, told.start.year, south=anchor.south)
        return found if found.start <= told.end else periods.season(what, told.start.year - 1, south=anchor.south)
    if what in WEEKDAYS:
        return periods.day(periods.nearest_weekday(told.start, weekday_number(what), future=True))
    if what == "year":
        return periods.year(told.start.year)
    if (told.end - told.start).days > 31:
        return None
    if what == "weekend":
        return periods.weekend(told.start)
    return periods.week(told.start) if what == "week" else periods.month(told.start)


def _same_guard(match: re.Match[str], site: Site) -> bool:
    return match["same"] is not None or site.first.tag_ in ("DT", "WDT", "IN")


def _away(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“two days later”, “a week earlier”, “the day before”."""
    back = match["way"].lower() in _BACK
    unit = match["unit"].lower().rstrip("s")
    told = _from("day" if unit in _DAY_PARTS or unit == "minute" else unit, anchor, back=back)
    return None if told is None else distant(match, told, back=back)


def _away_guard(match: re.Match[str], site: Site) -> bool:
    """“a week before” counts from what was told only where nothing follows that it could count from."""
    if match["way"].lower() in ("earlier", "later"):
        return site.word_after() != "than"
    return site.word_before() not in _STRETCH and not _shift_guard(match, site)


def distant(match: re.Match[str], told: Period, *, back: bool) -> Period:
    """What lies so far after `told`, or before it, as the match of a distance says ("two days after …")."""
    low, high = small(match["number"]) if match["number"] else (1, 1)
    unit = match["unit"].lower().rstrip("s")
    unit = "day" if unit in _DAY_PARTS else unit
    first, last = moved(told, unit, -high if back else low), moved(told, unit, -low if back else high)
    return Period(first.start, last.end, first.precision if low == high else "week")


def leads_back(match: re.Match[str]) -> bool:
    """Whether a distance leads from a thing to what came before it ("two days before …")."""
    return match["way"].lower().split()[0] in ("before", "ahead")


def _nothing(match: re.Match[str], anchor: Anchor) -> None:
    return None


def _shift_guard(match: re.Match[str], site: Site) -> bool:
    """Whether the words go on with what came before or after ("two days after the attack")."""
    after = site.after
    if site.word_before() in _STRETCH:
        return False
    return after is not None and (
        after.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X") or after.tag_ in ("VBG", "POS", "EX", "NNS")
    )


_WHAT = rf"(?:{'|'.join(_DAY_PARTS)}|week|month|year|weekend)"

RULES = (
    Rule(
        first_words("the", "on", "next"),
        pattern(
            r"(?i:the (?:very )?(?P<which>next|following|previous))"
            rf" (?:(?i:(?P<number>{SMALL}) )(?=\w+s\b))?(?P<what>(?i:{_WHAT}s?\b)|{WEEKDAY})(?!-)"
        ),
        _adjoining,
        _adjoining_guard,
    ),
    Rule(
        first_words("minutes", "hours"),
        pattern(r"(?i:(?P<unit>minutes|hours) (?P<way>earlier|later|before|after)\b)(?P<number>\b\B)?"),
        _away,
        _away_guard,
    ),
    Rule(
        first_words("the", "that", "later", "earlier"),
        pattern(
            r"(?i:(?:later |earlier )?(?:that|(?:the|that) (?:very )?(?P<same>same)))"
            rf" (?P<what>(?i:(?:{_WHAT}|{'|'.join(SEASONS)})\b)|{WEEKDAY})(?!-)"
        ),
        _same,
        _same_guard,
    ),
    Rule(
        NUMBERS,
        pattern(
            rf"(?i:(?P<number>{SMALL}) (?P<unit>{UNIT}|{_HOURS}) (?P<way>earlier|later|before|after|beforehand)\b)"
        ),
        _away,
        _away_guard,
    ),
    Rule(
        first_words("the"),
        pattern(
            r"(?i:the (?P<unit>day|night|morning|evening|week|month|year) (?P<way>before|after)\b)(?! last\b)"
            r"(?P<number>\b\B)?"
        ),
        _away,
        _away_guard,
    ),
    Rule(
        NUMBERS | {"the"},
        pattern(
            rf"(?i:(?:(?P<number>{SMALL})|the) (?P<unit>{UNIT}|morning|evening)"
            r" (?P<way>before|after|ahead of|following)\b)(?! last\b)"
        ),
        _nothing,
        _shift_guard,
        shift=True,
    ),
)
