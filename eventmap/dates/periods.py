"""Calendar arithmetic: the day, week, month, season or year that is so many steps from a given day.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones: in the north December to February is
winter, in the south summer.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from eventmap.model import DatePrecision

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# Fixed days of the year, and those counted from Easter Sunday of the western churches.
HOLIDAYS = {
    "new year’s eve": (12, 31),
    "new year’s day": (1, 1),
    "valentine’s day": (2, 14),
    "international women’s day": (3, 8),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}
EASTER_DAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "whit monday": 50,
}
ONE_DAY = dt.timedelta(days=1)

_BARE_NAME_DAYS = 3
_LEAP_CYCLE = 9  # 29 February may be eight years away (1896 to 1904)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, inclusive, and how exact that is."""

    start: dt.date
    end: dt.date
    precision: DatePrecision


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    years, month_index = divmod(date.month - 1 + months, 12)
    number = date.year + years
    return dt.date(number, month_index + 1, min(date.day, calendar.monthrange(number, month_index + 1)[1]))


def easter(number: int) -> dt.date:
    """Easter Sunday of the western churches in a year, by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden, (century, part) = number % 19, divmod(number, 100)
    leap_centuries, rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    to_sunday = (32 + 2 * rest + 2 * (part // 4) - epact - part % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month_number, days = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(number, month_number, days + 1)


def day(date: dt.date, days: int = 0) -> Period:
    """The day that is `days` after `date`."""
    date += dt.timedelta(days=days)
    return Period(date, date, "day")


def week(date: dt.date, weeks: int = 0) -> Period:
    """The week of `date`, or the one that is `weeks` later."""
    monday = date - dt.timedelta(days=date.weekday()) + dt.timedelta(weeks=weeks)
    return Period(monday, monday + dt.timedelta(days=6), "week")


def month(date: dt.date, months: int = 0) -> Period:
    """The calendar month of `date`, or the one that is `months` later."""
    first = add_months(date.replace(day=1), months)
    return Period(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), "month")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def season(name: str, number: int, *, south: bool = False) -> Period:
    """The season that begins in the year `number`: the northern winter of 2021 ends in February 2022."""
    first = dt.date(number, (SEASONS[name] + 5) % 12 + 1 if south else SEASONS[name], 1)
    return Period(first, month(first, 2).end, "month")


def weekend(date: dt.date, weeks: int = 0) -> Period:
    """Saturday and Sunday of the week of `date`, or of the week that is `weeks` later."""
    sunday = week(date, weeks).end
    return Period(sunday - dt.timedelta(days=1), sunday, "day")


def holiday(name: str, number: int) -> dt.date:
    """The day of the year `number` on which a holiday falls."""
    if name in EASTER_DAYS:
        return easter(number) + dt.timedelta(days=EASTER_DAYS[name])
    return dt.date(number, *HOLIDAYS[name])


def nearest_weekday(date: dt.date, weekday: int, *, future: bool) -> dt.date:
    """The last such weekday (0 is Monday) not after `date`, or the next one not before it."""
    days = (weekday - date.weekday()) % 7 if future else -((date.weekday() - weekday) % 7)
    return date + dt.timedelta(days=days)


def far_weekday(date: dt.date, weekday: int, *, future: bool) -> dt.date:
    """The day meant by “last” or “next” with a weekday: the nearest such one that is at least three days away.

    A nearer day is called by its bare name or "yesterday" in newspapers: on a Monday "last Sunday" is eight days ago,
    on a Thursday "last Tuesday" nine, on a Tuesday "last Wednesday" six.
    """
    away = dt.timedelta(days=_BARE_NAME_DAYS if future else -_BARE_NAME_DAYS)
    return nearest_weekday(date + away, weekday, future=future)


def nearest_month_day(date: dt.date, month_number: int, day_number: int, *, future: bool) -> dt.date | None:
    """The last such day of the year not after `date`, or the next one not before it; None if no year has that day."""
    step = 1 if future else -1
    for number in range(date.year, date.year + _LEAP_CYCLE * step, step):
        if day_number > calendar.monthrange(number, month_number)[1]:
            continue
        found = dt.date(number, month_number, day_number)
        if (found >= date) if future else (found <= date):
            return found
    return None


def nearest_month(date: dt.date, month_number: int, *, future: bool) -> Period:
    """The last such month that began not after `date`, or the next one that ends not before it."""
    ahead = (month_number - date.month) % 12
    return month(date, ahead if future or ahead == 0 else ahead - 12)
