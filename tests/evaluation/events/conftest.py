"""What the tests of event scores share: short ways to write events of the gold and of the program in one text."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from eventmap import event_types
from eventmap.evaluation.events import EventArticle, GoldEvent
from eventmap.evaluation.events.gold import event_article
from eventmap.model import Article, Count, DateRange, Event, Place, Span

TEXT = "Hundreds marched in Osh on Monday. Police detained 30 people in Jalal-Abad. Three houses burned in Naryn."
OSH = {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25}


@dataclass(frozen=True)
class Writing:
    """Gold and found events of `TEXT`; what is found has for its passage the sentence that its trigger is in."""

    text: str = TEXT

    def gold(self, types: str, quote: str, **fields: object) -> GoldEvent:
        return self.article({"types": types.split(), "quote": quote} | fields).events[0]

    def article(self, *events: dict, tests: tuple[str, ...] = (), name: str = "a1") -> EventArticle:
        record = {"events": list(events), "tests": list(tests)}
        return event_article(record, Article(name, self.text), event_types.load(), "gold, line 1")

    def event(self, kind: str, trigger: str, **fields: object) -> Event:
        start = self.text.index(trigger)
        first, last = self.text.rfind(". ", 0, start) + 2, self.text.index(".", start) + 1
        first = first if first > 1 else 0
        found = {
            "place": None,
            "date": None,
            "count": None,
            "sources": (),
            "status": "reported",
            "confidence": 0.8,
        } | fields
        return Event(
            id=f"{kind}-{start}",
            article="a1",
            type=kind,
            category=event_types.load().types[kind].category,
            quote=self.text[first:last],
            start=first,
            end=last,
            trigger=Span(start, start + len(trigger), trigger),
            **found,
        )


@pytest.fixture
def written() -> Writing:
    return Writing()


@pytest.fixture
def place() -> Callable[..., Place]:
    """A place as the program gives it; a town unless said otherwise."""

    def make(name: str, country: str, lat: float, lon: float, kind: str = "city", id_: str = "1") -> Place:
        precision = kind if kind in ("country", "region") else "point"
        return Place(id_, name, kind, lat, lon, country, "", precision, Span(0, 1, "x"), "the only one", 0.9)

    return make


@pytest.fixture
def count() -> Callable[..., Count]:
    def make(low: int | None, high: int | None, role: str = "participants", unit: str = "people") -> Count:
        return Count(low, high, unit, role, "words")

    return make


@pytest.fixture
def day() -> Callable[[str], DateRange]:
    """A day as the program gives it."""

    def make(iso: str) -> DateRange:
        date = dt.date.fromisoformat(iso)
        return DateRange(date, date, "day", "words")

    return make
