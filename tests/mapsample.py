"""A small story of its own, with events whose offsets are found by searching, for the tests of the map and its page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from eventmap.model import Article, Count, DateRange, Event, Extraction, Mention, Place, PlaceCandidate, Span

TEXT = """Harbour towns shut down over fuel prices

On Tuesday about 300 dockers marched through Split, the port authority said. Police in Zadar detained 12 people.

The union says that at least 4,000 people took part across Croatia. The ministry denies that 90 were injured in Split.

Lorries queued for six hours at the crossing into Bosnia. A letter <b onmouseover="alert(1)">burned</b> somewhere.
"""
STORY = Article(
    "harbour", TEXT, title="Harbour towns shut down", published=dt.date(2024, 5, 16), credit="Made up for a test"
)

SPLIT = ("3190261", "Split", "city", 43.50891, 16.43915, "HR", "Split-Dalmatia", "point")
ZADAR = ("3186952", "Zadar", "city", 44.11972, 15.24222, "HR", "Zadar", "point")
CROATIA = ("3202326", "Croatia", "country", 45.16667, 15.5, "HR", "", "country")
CROSSING = ("border:ba-hr", "Stara Gradiška", "border_crossing", 45.15, 17.24, "BA", "", "point")

COUNTRIES = {"HR": "Croatia", "BA": "Bosnia and Herzegovina"}
_TUESDAY = DateRange(dt.date(2024, 5, 14), dt.date(2024, 5, 14), "day", "On Tuesday")


def span(words: str, text: str = TEXT) -> Span:
    """Where `words` first stand in the story."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def event(
    name: str,
    kind: str,
    category: str,
    quote: str,
    trigger: str,
    place: tuple | None = None,
    mention: str = "",
    why: str = "the only place of this name",
    sure: float = 0.95,
    candidates: tuple[PlaceCandidate, ...] = (),
    **more: object,
) -> Event:
    """An event of the story; `more` holds fields of `Event` that differ from those of a plain report."""
    told = span(quote)
    where = (
        Place(*place, mention=span(mention or place[1]), why=why, confidence=sure, candidates=candidates)
        if place
        else None
    )
    fields = {"date": None, "count": None, "sources": (), "status": "reported", "confidence": 0.8, **more}
    return Event(
        id=name, article=STORY.id, type=kind, category=category, quote=quote, start=told.start, end=told.end,
        trigger=span(trigger), place=where, title=STORY.title, published=STORY.published, **fields,
    )  # fmt: skip


EVENTS = (
    event(
        "march", "protest", "protest", "On Tuesday about 300 dockers marched through Split, the port authority said.",
        "marched", SPLIT, date=_TUESDAY, count=Count(300, 300, "people", "participants", "about 300 dockers"),
        sources=("the port authority",), confidence=0.9,
    ),
    event(
        "arrests", "arrest", "state", "Police in Zadar detained 12 people.", "detained", ZADAR,
        count=Count(12, 12, "people", "detained", "12 people"),
    ),
    event(
        "country", "protest", "protest", "The union says that at least 4,000 people took part across Croatia.",
        "took part", CROATIA, count=Count(4000, None, "people", "participants", "at least 4,000 people"),
        sources=("The union",), status="claimed",
    ),
    event(
        "injured", "excessive_force", "protest", "The ministry denies that 90 were injured in Split.", "injured", SPLIT,
        count=Count(90, 90, "people", "injured", "90"), status="denied", denied_by=("The ministry",), confidence=0.4,
    ),
    event(
        "queue", "border_traffic", "movement", "Lorries queued for six hours at the crossing into Bosnia.", "queued",
        CROSSING, "Bosnia",
    ),
    event(
        "fire", "arson", "property", 'A letter <b onmouseover="alert(1)">burned</b> somewhere.', "burned",
        confidence=0.3,
    ),
)  # fmt: skip


def doubted(told: Event, sure: float, *candidates: PlaceCandidate) -> Event:
    """The event, with a place of which it is only so sure that it is the one meant."""
    return replace(told, place=replace(told.place, confidence=sure, candidates=candidates))


ELSEWHERE = (
    PlaceCandidate("1", "Zadar, Ontario, CA", 44.1, -79.2),
    PlaceCandidate("2", "Zadar <b>, Ohio, US", None, None),
)

# Split is named twice, once for sure; Zadar may be another one.
UNCERTAIN = (doubted(EVENTS[0], 0.3), doubted(EVENTS[1], 0.34, *ELSEWHERE), *EVENTS[2:])


def extraction(events: tuple[Event, ...] = EVENTS, mentions: tuple[Mention, ...] = ()) -> Extraction:
    """The story as if it had been read."""
    return Extraction(STORY, mentions, events)
