"""Dates that name a day, a month or a year: "21 September 2022", "May 3–5", "March 2014", "2014"."""

from __future__ import annotations

import datetime as dt
import re

from eventmap.counts.numerals import word_set
from eventmap.dates import periods
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.words import (
    FULL_MONTH,
    MONTH,
    MONTHS,
    ORDINALS,
    SHORT_WEEKDAYS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    month_number,
    pattern,
    weekday_number,
)

_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|(?:{'|'.join(name.capitalize() for name in SHORT_WEEKDAYS)})\b\.?),? )?"
_TH = r"(?:st|nd|rd|th)?"
_YEAR_TAIL = rf"(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<which>this|last|next|that|the same) year\b)"
_BARE_MONTH_BEFORE = word_set(
    "in since of during until till by from through throughout before after early late mid next between to and - – "
    "the a ’s 's its their his her around for"
)
# A day of the last so many days needs no year, even after a story has told of another one.
_RECENT = 120
_MONTH_NAMES = first_words(more=MONTHS)
_DAYS = first_words("0", "the", more=(*WEEKDAYS, *SHORT_WEEKDAYS))


def _years(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year that the words name, absolutely or from the anchor."""
    if match["year"]:
        return int(match["year"])
    if match["which"] in ("that", "the same"):
        return anchor.told[0].start.year if anchor.told else None
    if match["which"] and anchor.day:
        return anchor.day.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    return None


def _day_or_days(match: re.Match[str], anchor: Anchor) -> Period | None:
    month, first = month_number(match["month"]), int(match["day"])
    last = int(match["last"] or first)
    if last < first:
        raise ValueError
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    number = _years(match, anchor)
    if number is not None:
        return Period(dt.date(number, month, first), dt.date(number, month, last), "day")
    start = None if match["which"] else _nearest(anchor, month, first, weekday)
    return Period(start, start.replace(day=last), "day") if start else None


def _nearest(anchor: Anchor, month: int, day: int, weekday: int | None) -> dt.date | None:
    """The nearest such day in the direction of the sentence, or in the other where only that is the weekday given.

    Where that is long ago or the anchor unknown, the day of the year that was told just before.
    """
    near = None
    if anchor.day is not None:
        near = periods.nearest_month_day(anchor.day, month, day, future=anchor.future)
        if near is None:
            raise ValueError
        if weekday is not None and near.weekday() != weekday:
            other = periods.nearest_month_day(anchor.day, month, day, future=not anchor.future)
            if other is not None and other.weekday() == weekday:
                return other
    number = _year_told(anchor, month, near)
    if number is None:
        return near
    told = dt.date(number, month, day)
    return told if weekday is None or told.weekday() == weekday else near


def _year_told(anchor: Anchor, month: int, near: dt.date | None) -> int | None:
    """The year in which a story that has just told of another year goes on, None where it speaks of its own time."""
    told = anchor.told[0] if anchor.told else None
    if told is None or told.precision == "year" or anchor.future:
        return None
    if near is not None and anchor.day is not None and (anchor.day - near).days < _RECENT:
        return None
    months = (month - told.start.month + 6) % 12 - 6  # the nearest such month, before or after
    return periods.add_months(told.start.replace(day=1), months).year


def _month(match: re.Match[str], anchor: Anchor) -> Period | None:
    number = _years(match, anchor)
    month = month_number(match["month"])
    if number is not None:
        return periods.month(dt.date(number, month, 1))
    if match["which"]:
        return None
    near = periods.nearest_month(anchor.day, month, future=anchor.future) if anchor.day else None
    number = _year_told(anchor, month, near.end if near else None)
    return near if number is None else periods.month(dt.date(number, month, 1))


def _month_guard(match: re.Match[str], site: Site) -> bool:
    """A month alone needs words around it that no verb, modal or name has ("in May", "the March election")."""
    if (
        site.word_before().isdigit()
        or site.first.ent_type_ == "PERSON"
        or site.first.tag_ in ("MD", "VB", "VBP", "VBD", "VBZ")
    ):
        return False
    before = site.word_before()
    name = match["month"].lower()
    if name not in ("march", "may") and before not in ("", ",", "and"):
        return before not in ("van", "de", "ms.", "mr.")
    if before in ("the", "a", "’s", "'s", "its", "their", "his", "her"):
        return site.tag_after() in ("NN", "NNS", "JJ")
    return before in _BARE_MONTH_BEFORE or (name not in ("march", "may", "april", "june", "august"))


def _not_counted(match: re.Match[str], site: Site) -> bool:
    """“In March 12 people died” has a month and a number, no twelfth of March."""
    return not (site.word_before() == "in" and not match["last"] and site.tag_after() in ("NNS", "NNPS"))


def _numeric(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.day(dt.date(int(match["year"]), int(match["month"]), int(match["day"])))


def _slashed(match: re.Match[str], anchor: Anchor) -> Period | None:
    """Day and month, or month and day, where only one of the two is possible; else the date stays unknown."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return periods.day(dt.date(year, month, day))


def _ordinal(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“the 21st”, of the anchor's month or the nearest that has passed."""
    if anchor.day is None:
        return None
    day = int(match["day"])
    if match["which"]:
        first = periods.month(anchor.day, {"last": -1, "this": 0, "next": 1}[match["which"]]).start
        return periods.day(first.replace(day=day))
    steps = 1 if anchor.future else -1
    for months in (0, steps, 2 * steps):
        first = periods.month(anchor.day, months).start
        if day <= periods.month(first).end.day:
            date = first.replace(day=day)
            if (date >= anchor.day) if anchor.future else (date <= anchor.day):
                return periods.day(date)
    return None


def _ordinal_guard(match: re.Match[str], site: Site) -> bool:
    if match["which"]:
        return True
    return site.word_before() in ("on", "since", "until", "by") and not site.tag_after().startswith(
        ("N", "J", "CD", "HYPH")
    )


def _written_ordinal(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“the third of May”."""
    year = int(match["year"]) if match["year"] else None
    month, day = month_number(match["month"]), ORDINALS[match["word"].lower()]
    start = dt.date(year, month, day) if year else _nearest(anchor, month, day, None)
    return periods.day(start) if start else None


def _weekday_and_day(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“Friday the 13th”: the nearest day that is both."""
    if anchor.day is None:
        return None
    weekday, number, step = weekday_number(match["weekday"]), int(match["day"]), 7 if anchor.future else -7
    day = periods.nearest_weekday(anchor.day, weekday, future=anchor.future)
    for _ in range(_WEEKS_TO_MEET):
        if day.day == number:
            return periods.day(day)
        day += dt.timedelta(days=step)
    return None


_RANGE = rf"(?: ?[-–] ?| (?:to|and|or|until|through) )(?P<last>\d{{1,2}}){_TH}"
# Days between the first and the last one ("3, 4 and 5 May").
_LISTED = rf"(?:, \d\d?{_TH}){{0,5}}"
_END = r"(?![\d%]|[.,:]\d|-[^\W\d]|/\d+/)"


def _september_11(match: re.Match[str], anchor: Anchor) -> Period:
    """“The September 11 attacks”: the one day that is written without its year and means the same year always."""
    return periods.day(dt.date(2001, 9, 11))


# A day of the month falls on a given weekday at least once in so many weeks.
_WEEKS_TO_MEET = 60

RULES = (
    Rule(first_words("0"), pattern(r"(?P<year>(?:19|20)\d\d)([-/])(?P<month>\d\d?)\2(?P<day>\d\d?)\b"), _numeric),
    Rule(first_words("0"), pattern(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>(?:19|20)\d\d)\b"), _numeric),
    Rule(first_words("0"), pattern(r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>(?:19|20)\d\d)\b"), _slashed),
    Rule(
        first_words("september", "sept", "0"),
        pattern(r"(?:September 11|Sept\. 11|9/11)(?:th)?(?= (?:terror(?:ist)? )?attacks\b)"),
        _september_11,
    ),
    Rule(
        _DAYS,
        pattern(
            rf"{_WEEKDAY}(?i:the )?(?P<day>\d\d?){_TH}{_LISTED}(?:{_RANGE})?"
            rf" (?:day )?(?:of )?(?P<month>{MONTH}){_YEAR_TAIL}?"
        ),
        _day_or_days,
    ),
    Rule(
        first_words(more=(*_MONTH_NAMES, *WEEKDAYS, *SHORT_WEEKDAYS)),
        pattern(
            rf"{_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<day>\d\d?){_TH}{_END}(?:{_LISTED}(?= and \d\d?\b))?"
            rf"(?:(?: ?[-–/] ?| (?:to|until|through) | and (?=\d\d?(?:{_TH})(?:[,.;)]|$| in | at )))"
            rf"(?P<last>\d\d?){_TH}{_END})?{_YEAR_TAIL}?"
        ),
        _day_or_days,
        _not_counted,
    ),
    Rule(
        first_words("the"),
        pattern(rf"(?i:the (?P<word>{'|'.join(ORDINALS)})) (?:day )?of (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"),
        _written_ordinal,
    ),
    Rule(
        first_words(more=WEEKDAYS),
        pattern(rf"(?P<weekday>{WEEKDAY}),? (?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)\b"),
        _weekday_and_day,
    ),
    Rule(_MONTH_NAMES, pattern(rf"(?P<month>{MONTH})(?: of)?{_YEAR_TAIL}"), _month),
    Rule(_MONTH_NAMES, pattern(rf"(?P<month>{FULL_MONTH})(?P<year>\b\B)?(?P<which>\b\B)?"), _month, _month_guard),
    Rule(
        first_words("the"),
        pattern(r"(?i:the) (?P<day>\d\d?)(?:st|nd|rd|th)\b(?: of (?P<which>this|last|next) month\b)?"),
        _ordinal,
        _ordinal_guard,
    ),
)
