"""The columns of an exported event: each with a key for programs, a heading for people, and its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eventmap import event_types
from eventmap.event_types import EventType
from eventmap.frames import KIND_LABELS, STATUS_LABELS
from eventmap.model import Count, DateRange, Event, Place
from eventmap.wording import figure_phrase, role_label

# Between texts that share a cell; they may themselves have commas and semicolons.
_BETWEEN = " | "

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """`value` gives None where the event does not say; dates are ISO 8601."""

    key: str
    heading: str
    value: Callable[[Event], Value]


def event_type(event: Event) -> EventType | None:
    """The type of `event`, None where the event types no longer have it."""
    return event_types.load().types.get(event.type)


def type_label(event: Event) -> str:
    """What the type of `event` is called; its id where the event types no longer have it."""
    kind = event_type(event)
    return kind.label if kind else event.type


def _category_label(event: Event) -> str:
    category = event_types.load().categories.get(event.category)
    return category.label if category else event.category


def _type(read: Callable[[EventType], Value]) -> Callable[[Event], Value]:
    def value(event: Event) -> Value:
        kind = event_type(event)
        return read(kind) if kind else None

    return value


def _place(read: Callable[[Place], Value]) -> Callable[[Event], Value]:
    return lambda event: read(event.place) if event.place else None


def _date(read: Callable[[DateRange], Value]) -> Callable[[Event], Value]:
    return lambda event: read(event.date) if event.date else None


def _count(read: Callable[[Count], Value]) -> Callable[[Event], Value]:
    return lambda event: read(event.count) if event.count else None


def _figures(event: Event) -> Iterable[str]:
    return (f"{figure_phrase(figure)} (“{figure.words.text}”)" for figure in event.other_figures)


def _joined(texts: Iterable[str]) -> str | None:
    return _BETWEEN.join(texts) or None


COLUMNS: tuple[Column, ...] = (
    Column("event_type", "Event type", type_label),
    Column("category", "Category", _category_label),
    Column("place", "Place", _place(lambda place: place.name)),
    Column("region", "Region", _place(lambda place: place.admin1 or None)),
    Column("country", "Country (ISO code)", _place(lambda place: place.country or None)),
    Column("latitude", "Latitude", _place(lambda place: place.lat)),
    Column("longitude", "Longitude", _place(lambda place: place.lon)),
    Column("place_kind", "Place kind", _place(lambda place: KIND_LABELS[place.kind])),
    Column("place_precision", "Place precision", _place(lambda place: place.precision)),
    Column("first_day", "First day", _date(lambda date: date.start.isoformat())),
    Column("last_day", "Last day", _date(lambda date: date.end.isoformat())),
    Column("date_precision", "Date precision", _date(lambda date: date.precision)),
    Column("date_words", "Date, in words", _date(lambda date: date.text)),
    Column("count_low", "Count, at least", _count(lambda count: count.low)),
    Column("count_high", "Count, at most", _count(lambda count: count.high)),
    Column("count_unit", "Count of", _count(lambda count: count.unit)),
    Column("count_role", "Counted as", _count(lambda count: role_label(count.role))),
    Column("count_words", "Count, in words", _count(lambda count: count.text)),
    Column("other_figures", "Other figures, and who gives them", lambda event: _joined(_figures(event))),
    Column("said_by", "Said by", lambda event: "; ".join(event.sources) or None),
    Column("status", "Status", lambda event: STATUS_LABELS[event.status]),
    Column("denied_by", "Denied by", lambda event: "; ".join(event.denied_by) or None),
    Column("confidence", "Confidence", lambda event: round(event.confidence, 3)),
    Column("quotation", "Quotation", lambda event: event.quote),
    Column("further_passages", "Told again in the story", lambda event: _joined(span.text for span in event.passages)),
    Column("article", "Article", lambda event: event.title or event.article),
    Column("published", "Published", lambda event: event.published.isoformat() if event.published else None),
    Column("link", "Link", lambda event: event.url),
    Column("acled_event_type", "ACLED event type", _type(lambda kind: kind.acled_event)),
    Column("acled_sub_event_type", "ACLED sub-event type", _type(lambda kind: kind.acled_sub_event)),
    Column("plover", "PLOVER event type", _type(lambda kind: kind.plover)),
    Column("case_2021", "CASE 2021 label", _type(lambda kind: kind.case2021)),
    Column("place_why", "Why this place", _place(lambda place: place.why)),
    Column("place_confidence", "Place confidence", _place(lambda place: round(place.confidence, 3))),
    Column(
        "place_candidates",
        "Could also be",
        _place(lambda place: "; ".join(candidate.name for candidate in place.candidates) or None),
    ),
    Column("place_id", "Place id", _place(lambda place: place.id)),
    Column("article_id", "Article id", lambda event: event.article),
    Column("quotation_start", "Quotation starts at character", lambda event: event.start),
    Column("quotation_end", "Quotation ends at character", lambda event: event.end),
    Column("event_id", "Event id", lambda event: event.id),
)
