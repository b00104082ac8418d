"""Numbers, roles and dates in words, as the map, the passages and the figures say them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from eventmap.certainty import place_name
from eventmap.frames import STATUS_LABELS
from eventmap.model import Count, DateRange, Event, Figure, Mention

# What is said of people in a role, where its id is not the word.
_ROLES: Mapping[str, str] = {
    "participants": "took part",
    "self_immolated": "set themselves on fire",
    "claimants": "claimed responsibility",
    "returned": "went back",
}


def status_phrase(event: Event) -> str:
    """The status of an event, and who denies it: "Reported", "Denied by the ministry and the army"."""
    denied_by = f" by {' and '.join(event.denied_by)}" if event.status == "denied" and event.denied_by else ""
    return f"{STATUS_LABELS[event.status]}{denied_by}"


def where_phrase(event: Event) -> str:
    """Where an event happened, in a label: "Springfield", "Springfield (uncertain)", "Not on the map"."""
    return place_name(event.place.name, event.place.confidence) if event.place else "Not on the map"


def why_phrase(mention: str, why: str) -> str:
    """Why words were read as a place: "“Springfield”, the only place of this name in the gazetteer"."""
    named = f"“{mention}”"
    return why if named in why else f"{named}, {why}" if why else named


def not_placed_phrase(mention: Mention) -> str:
    """Why a name has no place, and what it could be: "no place in the gazetteer has this name"."""
    others = "; ".join(name for _, name in mention.alternatives)
    return (mention.why or "not in the gazetteer") + (f"; could be {others}" if others else "")


def role_label(role: str) -> str:
    """A role in words a reader knows: "called_up" is "called up"."""
    return _ROLES.get(role, role.replace("_", " "))


def range_phrase(low: int | None, high: int | None) -> str:
    """A range in words: "at least 261,000", "up to 1,000", "200–999", "400", "none" for a stated zero."""
    if low is None and high is None:
        return "number unknown"
    if low == 0 and high == 0:
        return "none"
    if high is None:
        return f"at least {low:,}"
    if not low:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def count_phrase(count: Count) -> str:
    """A count with what it counts: "at least 261,000 displaced", "12 vehicles destroyed"."""
    unit = "" if count.unit == "people" else f"{count.unit} "
    return f"{range_phrase(count.low, count.high)} {unit}{role_label(count.role)}".rstrip()


def figure_phrase(figure: Figure) -> str:
    """A further figure of an event, and who gives it: "40 killed, according to rebels", "of them 12 killed"."""
    part = "of them " if figure.part else ""
    said = f", according to {' and '.join(figure.sources)}" if figure.sources else ""
    standing = "" if figure.status == "reported" else f" ({STATUS_LABELS[figure.status].lower()})"
    return f"{part}{count_phrase(figure.count)}{said}{standing}"


def date_phrase(date: DateRange) -> str:
    """A date range in words, as exact as it is known: "26 September 2022", "25–26 September 2022", "February 2022"."""
    start, end = date.start, date.end
    if date.precision == "year" and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if date.precision == "month" and start.day == 1 and (end + dt.timedelta(days=1)).day == 1:
        month = f"{start:%B} {start.year}"
        return month if (start.year, start.month) == (end.year, end.month) else f"{month} – {end:%B} {end.year}"
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
