"""How well two dates agree, each within its precision; a telling without one falls back on its day of publication."""

from __future__ import annotations

import datetime as dt

from eventmap.incidents.telling import Telling

APART_DAYS = 3
"""Dated events further apart than this are never one."""

FALLBACK_DAYS = 30
"""An event without a date is looked for among those of this many days before its publication."""

_WEEK_DAYS, _MONTH_DAYS, _SEASON_DAYS = 10, 45, 60
_NEWS_DAYS, _SOON_DAYS = 2, 4


def agreement(a: Telling, b: Telling) -> str | None:
    """The level of the part "date"; None where the two are at different times."""
    if a.date and b.date:
        gap = (max(a.date.start, b.date.start) - min(a.date.end, b.date.end)).days
        if gap > 0:
            exact = gap == 1 and a.date.precision == b.date.precision == "day"
            return "next_day" if exact else "next_days" if gap <= APART_DAYS else None
        days = max((date.end - date.start).days for date in (a.date, b.date))
        longest = [(0, "same_day"), (_WEEK_DAYS, "same_week"), (_MONTH_DAYS, "same_month")]
        return next((name for limit, name in longest if days <= limit), "same_time")
    if not a.date and not b.date:
        return _published_agreement(a.published, b.published)
    dated, other = (a, b) if a.date else (b, a)
    return _fallback_agreement(dated, other)


def gap_of_publication(a: Telling, b: Telling) -> str | None:
    """The level of the part "published": how far apart two stories of dated events are; None where that is unknown."""
    if not (a.date and b.date and a.published and b.published):
        return None
    days = abs((a.published - b.published).days)
    limits = [(APART_DAYS, "near"), (14, "weeks"), (_SEASON_DAYS, "months")]
    return next((name for limit, name in limits if days <= limit), "apart")


def span(telling: Telling) -> tuple[int, int]:
    """First and last day (ordinals) on which the event may have been, as far as the matching looks for it."""
    if telling.date:
        return telling.date.start.toordinal(), telling.date.end.toordinal()
    if telling.published:
        day = telling.published.toordinal()
        return day - FALLBACK_DAYS, day
    return dt.date.min.toordinal(), dt.date.max.toordinal()


def _published_agreement(a: dt.date | None, b: dt.date | None) -> str:
    if a is None or b is None:
        return "unknown"
    days = abs((a - b).days)
    limits = [(1, "published_together"), (_SOON_DAYS, "published_near"), (14, "published_weeks")]
    return next((name for limit, name in limits if days <= limit), "published_apart")


def _fallback_agreement(dated: Telling, other: Telling) -> str:
    if other.published is None or dated.date is None:
        return "unknown"
    if other.published < dated.date.start:
        return "out_of_time"
    days = (other.published - dated.date.end).days
    if (dated.date.end - dated.date.start).days > _WEEK_DAYS:
        return "same_time" if days <= _NEWS_DAYS else "out_of_time"
    limits = [(_NEWS_DAYS, "in_time"), (7, "week_after"), (FALLBACK_DAYS, "month_after")]
    return next((name for limit, name in limits if days <= limit), "out_of_time")
