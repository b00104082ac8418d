"""Events and toponyms as short tuples, so that a test can compare all that was read with all that should be."""

from __future__ import annotations

from eventmap.model import Count, DateRange, Event, Extraction

Row = tuple[str, str | None, tuple[int | None, int | None, str] | None, str | None, tuple[str, ...], str]


def row(event: Event) -> Row:
    """(type, place, (low, high, role), dates, sources, status); dates as "2024-05-13" or "2024-05-06/2024-05-12"."""
    place = event.place.name if event.place else None
    return event.type, place, _count(event.count), _dates(event.date), event.sources, event.status


def rows(extraction: Extraction) -> list[Row]:
    return [row(event) for event in extraction.events]


def _count(count: Count | None) -> tuple[int | None, int | None, str] | None:
    return (count.low, count.high, count.role) if count else None


def _dates(date: DateRange | None) -> str | None:
    if date is None:
        return None
    return str(date.start) if date.start == date.end else f"{date.start}/{date.end}"
