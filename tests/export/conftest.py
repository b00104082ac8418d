import datetime as dt

import pytest

from eventmap.model import Count, DateRange, Event, Figure, Place, PlaceCandidate, Span

HOSTILE = '=1+1 <script>alert("x")</script> ]]> & [link](javascript:alert(1)), “Одесса”\nnext line'


@pytest.fixture
def placed() -> Event:
    """An event of which everything is known, south and west of zero."""
    quote = "About 40 teachers marched through Чили"
    place = Place(
        "3871336", "Santiago", "city", -33.45694, -70.64827, "CL", "Santiago Metropolitan", "point",
        Span(112, 120, "Santiago"), "the most populous Santiago", 0.64321,
        (PlaceCandidate("4487042", "Santiago, Veraguas, PA", 8.1, -80.98333),),
    )  # fmt: skip
    return Event(
        id="story-1", article="story", type="protest", category="protest", quote=quote, start=100, end=100 + len(quote),
        trigger=Span(118, 125, "marched"), place=place,
        date=DateRange(dt.date(2024, 3, 4), dt.date(2024, 3, 5), "day", "Monday and Tuesday"),
        count=Count(40, 40, "people", "called_up", "About 40 teachers"), sources=("Radio Uno", "the union"),
        status="denied", confidence=0.87654, denied_by=("the ministry",), title="Teachers March",
        published=dt.date(2024, 3, 6), url="https://news.example/march?a=1&b=2",
        figures=(
            Figure(40, 40, "people", "called_up", Span(100, 117, "About 40 teachers"), ("Radio Uno",)),
            Figure(90, None, "people", "called_up", Span(300, 311, "at least 90"), ("the union", "parents"), "claimed"),
            Figure(12, 12, "people", "called_up", Span(320, 326, "twelve"), part=True),
        ),
        passages=(Span(290, 327, "The union counted at least 90, twelve"), Span(400, 410, "The march;")),
    )  # fmt: skip


@pytest.fixture
def unplaced() -> Event:
    """An event of which nothing more than its hostile words is known."""
    return Event(
        id="story-2", article="story", type="arson", category="property", quote=HOSTILE, start=0, end=len(HOSTILE),
        trigger=Span(0, 1, "="), place=None, date=None, count=None, sources=(), status="reported", confidence=0.5,
    )  # fmt: skip
