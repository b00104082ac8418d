"""The records that everything else speaks in: articles, mentions, events and their parts.

All offsets are Unicode code points into `Article.text`, end exclusive. Latitude comes before longitude, both WGS84
degrees. Dates are inclusive at both ends. All records are immutable and hold plain values only.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

PlaceKind = Literal["city", "site", "border_crossing", "region", "country", "area"]
Precision = Literal["point", "region", "country"]
DatePrecision = Literal["day", "week", "month", "year"]
Status = Literal["reported", "claimed", "denied", "planned"]
Reading = Literal["place", "demonym", "organisation", "person"]


@dataclass(frozen=True, slots=True)
class Span:
    """A verbatim piece of an article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def record(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Article:
    """A news story. `published` is the date that relative dates ("last Wednesday") are counted from, if known."""

    id: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    url: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that words could also mean: `name` is described ("Paris, Texas, US"); no point where it is not known."""

    id: str
    name: str
    lat: float | None
    lon: float | None

    def record(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "lat": self.lat, "lon": self.lon}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, with the words that say so and the reason why they were read as this place.

    `country` is ISO 3166-1 alpha-2, "" for an area that is in no single country; `admin1` is the name of the
    first-level region, "" where there is none. `confidence` (0–1) is how sure it is that the words mean this place
    and not another, whether or not the event was there; `candidates` are the next ones, the likeliest first.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str
    admin1: str
    precision: Precision
    mention: Span
    why: str
    confidence: float
    candidates: tuple[PlaceCandidate, ...] = ()

    def record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "lat": self.lat,
            "lon": self.lon,
            "country": self.country,
            "admin1": self.admin1,
            "precision": self.precision,
            "mention": self.mention.record(),
            "why": self.why,
            "confidence": self.confidence,
            "candidates": [candidate.record() for candidate in self.candidates],
        }


@dataclass(frozen=True, slots=True)
class DateRange:
    """When: first and last day (inclusive), how exact that is, and the words it was read from."""

    start: dt.date
    end: dt.date
    precision: DatePrecision
    text: str

    def record(self) -> dict[str, Any]:
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "precision": self.precision,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `low` or `high` is None where the words leave that side open; 0–0 is a stated zero.

    `unit` is "people" or the thing counted; `role` says what happened to them (participants, detained, killed …).
    """

    low: int | None
    high: int | None
    unit: str
    role: str
    text: str

    def record(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high, "unit": self.unit, "role": self.role, "text": self.text}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text gives for an event, where it stands, and who gives it.

    `low`, `high`, `unit` and `role` are as in `Count`; `words` are the number's, in the article. `sources` are those
    who give this number (empty where the text itself does), `status` how it is given. A `part` ("including 12
    children") is contained in another figure of its role and is never added to it. Figures of one role that differ are
    rivals, or an older and a newer one: they are never added either.
    """

    low: int | None
    high: int | None
    unit: str
    role: str
    words: Span
    sources: tuple[str, ...] = ()
    status: Status = "reported"
    part: bool = False

    @property
    def count(self) -> Count:
        """The number without where it stands and who gives it."""
        return Count(self.low, self.high, self.unit, self.role, self.words.text)

    def record(self) -> dict[str, Any]:
        return {
            **self.count.record(),
            "start": self.words.start,
            "end": self.words.end,
            "sources": list(self.sources),
            "status": self.status,
            "part": self.part,
        }


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one article tells it. `quote == article.text[start:end]`, always.

    `denied_by` names who denies it, and is empty unless `status` is "denied"; `confidence` is 0–1. `figures` are all
    the numbers that the text gives for the event, the main one (`count`) first; `passages` the other places where the
    story tells of it, in the order of the text, none of which overlaps the quotation.
    """

    id: str
    article: str
    type: str
    category: str
    quote: str
    start: int
    end: int
    trigger: Span
    place: Place | None
    date: DateRange | None
    count: Count | None
    sources: tuple[str, ...]
    status: Status
    confidence: float
    denied_by: tuple[str, ...] = ()
    title: str | None = None
    published: dt.date | None = None
    url: str | None = None
    figures: tuple[Figure, ...] = ()
    passages: tuple[Span, ...] = ()

    @property
    def other_figures(self) -> tuple[Figure, ...]:
        """All figures but the main one."""
        return self.figures[1:] if self.count else self.figures

    def record(self) -> dict[str, Any]:
        """The event as the JSON object that `extract --format jsonl` writes."""
        return {
            "id": self.id,
            "article": self.article,
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
            "url": self.url,
            "type": self.type,
            "category": self.category,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "trigger": self.trigger.record(),
            "place": self.place.record() if self.place else None,
            "date": self.date.record() if self.date else None,
            "count": self.count.record() if self.count else None,
            "figures": [figure.record() for figure in self.figures],
            "passages": [passage.record() for passage in self.passages],
            "sources": list(self.sources),
            "status": self.status,
            "denied_by": list(self.denied_by),
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in the text and the gazetteer entry it was resolved to (`id` is None where there is none).

    `reading` tells a place that is meant as a place from one inside a name or an adjective: only "place" mentions, and
    demonyms of a border, may carry an event. `alternatives` are the next candidates as (id, description) pairs.
    """

    start: int
    end: int
    text: str
    reading: Reading
    id: str | None
    name: str
    kind: PlaceKind | None
    lat: float | None
    lon: float | None
    country: str
    admin1: str
    confidence: float
    why: str
    alternatives: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article: its toponyms, and its events in the order of their passages."""

    article: Article
    mentions: tuple[Mention, ...] = field(default_factory=tuple)
    events: tuple[Event, ...] = field(default_factory=tuple)

    def unplaced(self, event: Event) -> list[Mention]:
        """The mentions in the passage of `event` that mean a place but none of the gazetteer's, each name once."""
        inside = [mention for mention in self.mentions if event.start <= mention.start < event.end]
        return list({m.text: m for m in inside if m.id is None and m.reading == "place"}.values())
