"""Events and toponyms as short tuples, so that a test can compare all that was read with all that should be."""

from __future__ import annotations

import json
from typing import Any

from eventmap.model import Count, DateRange, Event, Extraction, Place

Row = tuple[str, str | None, tuple[int | None, int | None, str] | None, str | None, tuple[str, ...], str]


def row(event: Event) -> Row:
    """(type, place, (low, high, role), dates, sources, status).

    The place is its name, of a border crossing its id; dates are "2024-05-13" or "2024-05-06/2024-05-12".
    """
    place = _place(event.place)
    return event.type, place, _count(event.count), _dates(event.date), event.sources, event.status


def rows(extraction: Extraction) -> list[Row]:
    return [row(event) for event in extraction.events]


def records(text: str) -> list[dict[str, Any]]:
    """The objects of a text with one JSON object a line."""
    return [json.loads(line) for line in text.splitlines()]


def _place(place: Place | None) -> str | None:
    if place is None:
        return None
    return place.id if place.kind == "border_crossing" else place.name


def _count(count: Count | None) -> tuple[int | None, int | None, str] | None:
    return (count.low, count.high, count.role) if count else None


def _dates(date: DateRange | None) -> str | None:
    if date is None:
        return None
    return str(date.start) if date.start == date.end else f"{date.start}/{date.end}"
