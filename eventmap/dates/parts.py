"""Parts of months, years and other periods: "early June", "mid-2021", "the first week of May", "the end of 2021"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from eventmap.counts.numerals import small_number
from eventmap.dates import periods
from eventmap.dates.periods import Period
from eventmap.dates.words import SMALL, pattern

_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_PART = pattern(
    r"(?i:\b(?:"
    r"(?:in |the )?(?P<third>early|mid|late)(?:[-–]| in | )(?:the )?"
    r"|(?:the |at )?(?:very )?(?P<side>start|beginning|opening|middle|end|close) of (?:the )?"
    rf"|the (?P<nth>{'|'.join(_NTH)}) (?P<number>{SMALL} )?(?P<unit>half|quarter|days?|weeks?|weekend|months?)"
    r" (?:of|in) (?:the )?"
    r"))$"
)
_LONGEST_PREFIX = 40
_THIRDS = {"early": 0, "start": 0, "beginning": 0, "opening": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """Words before a period that narrow it, from `start` in the text on."""

    start: int
    match: re.Match[str]

    def of(self, period: Period) -> Period:
        """That part of the period; the whole where it is a day already, or has no such part.

        The early, middle and late part of a month or year are its thirds, for want of a rule that all writers keep.
        """
        whole = _whole(period)
        narrowed = self._nth(whole) if self.match["nth"] else _third(whole, self._number())
        if narrowed is None:
            return period
        end = min(narrowed.end, period.end) if period != whole else narrowed.end
        return Period(narrowed.start, end, narrowed.precision) if narrowed.start <= end else period

    def _number(self) -> int:
        return _THIRDS[(self.match["third"] or self.match["side"]).lower()]

    def _nth(self, whole: Period) -> Period | None:
        index, unit = _NTH[self.match["nth"].lower()], self.match["unit"].lower()
        if unit.endswith("s") and not self.match["number"]:
            return _third(whole, 2 if index < 0 else 0)  # "the last days of May"
        unit = unit.removesuffix("s")
        number = small_number(self.match["number"].strip()) if self.match["number"] else 1
        months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
        if number is None or whole.precision not in ("month", "year"):
            return None
        if unit == "half" and months == 1:
            middle = whole.start + dt.timedelta(days=14)
            return Period(whole.start, middle, "week") if index == 0 else Period(middle + _DAY, whole.end, "week")
        if unit in ("half", "quarter", "month"):
            size = {"half": months // 2, "quarter": 3, "month": number}[unit]
            return (
                _stretch_of_months(whole, size, months // size - 1 if index < 0 else index) if size <= months else None
            )
        if unit == "weekend":
            weekends = [day for day in _days(whole) if day.weekday() == calendar.SATURDAY and day + _DAY <= whole.end]
            return Period(weekends[index], weekends[index] + _DAY, "day") if index < len(weekends) else None
        days = number * (7 if unit == "week" else 1)
        first = whole.end - dt.timedelta(days=days - 1) if index < 0 else whole.start + dt.timedelta(days=index * days)
        last = first + dt.timedelta(days=days - 1)
        return Period(first, last, "week" if unit == "week" else "day") if whole.start <= first <= last else None


_DAY = dt.timedelta(days=1)


def part_before(text: str, start: int) -> Part | None:
    """The words right before a period at `start` that narrow it, if any."""
    match = _PART.search(text, max(0, start - _LONGEST_PREFIX), start)
    if match is None:
        return None
    group = "third" if match["third"] else "side" if match["side"] else "nth"
    skipped = re.match(r"(?i)(?:in |at )", match.group())
    return Part(match.start(group) if group == "third" else match.start() + (skipped.end() if skipped else 0), match)


def _whole(period: Period) -> Period:
    """The whole month or year of a period that was cut off at the day of publication."""
    if period.precision == "year" and period.start.year == period.end.year:
        return periods.year(period.start.year)
    if period.precision == "month" and (period.start.year, period.start.month) == (period.end.year, period.end.month):
        return periods.month(period.start)
    return period


def _third(whole: Period, index: int) -> Period | None:
    days = (whole.end - whole.start).days + 1
    if whole.precision == "year" and days % 365 < 2:
        return _stretch_of_months(whole, 4, index)
    if whole.precision == "year" and whole.end.year - whole.start.year == 9:
        years = ((0, 3), (4, 6), (7, 9))[index]
        first, last = (whole.start.year + step for step in years)
        return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), "year")
    if whole.precision == "month" and days <= 31:
        first, last = ((1, 10), (11, 20), (21, days))[index]
        return Period(whole.start.replace(day=first), whole.start.replace(day=last), "week")
    if whole.precision == "month":
        return _stretch_of_months(whole, 1, index)
    return None


def _stretch_of_months(whole: Period, size: int, index: int) -> Period | None:
    first = periods.add_months(whole.start, index * size)
    last = periods.month(first, size - 1).end
    return Period(first, last, "month") if last <= whole.end else None


def _days(whole: Period) -> list[dt.date]:
    return [whole.start + dt.timedelta(days=step) for step in range((whole.end - whole.start).days + 1)]
