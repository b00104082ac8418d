"""Matching the events of many stories: how long it takes, and how right it is, on made-up events whose truth is known.

The events are easier than real ones in that nothing is misread, and harder in that a tenth of them has no place and
half of them no date, and that towns, types and words are as unequally frequent as in news (Zipf).
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

from eventmap import event_types
from eventmap.incidents import Incident, match, of_record

from .table import Row

EVENTS, STORIES, TOWNS, WORDS = 100_000, 10_000, 4_000, 8_000
# A year of news from all over the world, and a month of it, in which much more happens at once.
_SPANS = (365, 30)
_GOAL_SECONDS = 60.0
_FIRST_DAY = dt.date(2026, 1, 1)


def measure() -> Iterator[Row]:
    """Rows for 100,000 events of 10,000 stories."""
    types = event_types.load()
    for days in _SPANS:
        records, truth = generate(EVENTS, STORIES, days)
        tellings = [of_record(record, record["id"]) for record in records]
        started = time.perf_counter()
        found = match(tellings, types)
        took = time.perf_counter() - started
        state = f"{EVENTS:,} events of {STORIES:,} made-up stories in {days} days"
        yield Row("Matching events to incidents", state, took, "s", _GOAL_SECONDS)
        precision, recall = _pairs_right(found, truth)
        yield Row("Pairs of sure incidents that are right", state, 100 * precision, "%", None)
        yield Row("Right pairs that are in sure incidents", state, 100 * recall, "%", None)


def generate(events: int, stories: int, days: int, seed: int = 1) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Event records, and the number of the incident of each by its id."""
    chance = random.Random(seed)
    kinds = list(event_types.load().types)
    towns = [_town(number, chance) for number in range(TOWNS)]
    published = sorted(chance.randrange(days) for _ in range(stories))
    by_day = [[story for story, day in enumerate(published) if day == each] for each in range(days)]
    records: list[dict[str, Any]] = []
    truth: dict[str, int] = {}
    for incident in itertools.count():
        day = chance.randrange(days)
        near = [story for each in by_day[day : day + 4] for story in each]
        told = min(int(chance.paretovariate(0.9)), len(near), 400)
        tells = _incident(kinds[_rank(chance, len(kinds))], towns[_rank(chance, TOWNS)], day, chance)
        for story in chance.sample(near, told):
            name = f"e{len(records)}"
            truth[name] = incident
            records.append({"id": name, **next(tells), **_article(story, published[story])})
            if len(records) == events:
                return records, truth
    raise AssertionError


def _incident(kind: str, town: dict[str, Any], day: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Tellings of one incident, without end."""
    about = [_word(_rank(chance, WORDS)) for _ in range(9)]
    name = f"Zan{chr(97 + chance.randrange(26))}ov{chr(97 + chance.randrange(26))}".capitalize()
    number = int(chance.paretovariate(0.7))
    while True:
        said = chance.sample(about, 5) + [_word(_rank(chance, WORDS)) for _ in range(5)]
        chance.shuffle(said)
        if chance.random() < 0.4:
            said.insert(4, name)
        reported = max(0, number + (chance.randint(0, number // 3) if chance.random() < 0.4 else 0))
        off = chance.choice((-1, 1)) if chance.random() < 0.05 else 0
        when = _day(day + off)
        yield {
            "type": kind,
            "quote": "Then " + " ".join(said) + ".",
            "place": _place(town, chance.random()),
            "date": {"start": when, "end": when, "precision": "day"} if chance.random() < 0.55 else None,
            "count": {"low": reported, "high": reported, "role": "killed"} if chance.random() < 0.5 else None,
        }


_LETTERS = {ord(str(digit)): "abcdefghij"[digit] for digit in range(10)}


def _word(number: int) -> str:
    return f"word{chr(97 + number % 26)}{number}x".translate(_LETTERS)


def _rank(chance: random.Random, size: int) -> int:
    """A number under `size`, the low ones much the likeliest, about as 1 / (10 + number)."""
    return min(size - 1, int(10 * (((size + 10) / 10) ** chance.random() - 1)))


def _town(number: int, chance: random.Random) -> dict[str, Any]:
    country, region = number % 150, number % 600
    lat, lon = -50 + 100 * (country / 150), -170 + (country * 37) % 340
    return {
        "id": str(number),
        "name": f"Town{number}",
        "kind": "city",
        "lat": lat + chance.uniform(-2, 2),
        "lon": lon + chance.uniform(-2, 2),
        "country": f"C{country}",
        "admin1": f"Region{region}",
        "precision": "point",
    }


def _place(town: dict[str, Any], chance: float) -> dict[str, Any] | None:
    if chance < 0.65:
        return town
    if chance < 0.78:
        region = {"id": town["admin1"], "name": town["admin1"], "kind": "region", "precision": "region"}
        return {**town, **region}
    if chance < 0.9:
        return {**town, "id": town["country"], "name": "", "kind": "country", "precision": "country", "admin1": ""}
    return None


def _article(story: int, day: int) -> dict[str, Any]:
    return {"article": f"s{story}", "published": _day(day)}


def _day(number: int) -> str:
    return (_FIRST_DAY + dt.timedelta(days=number)).isoformat()


def _pairs_right(found: Sequence[Incident], truth: dict[str, int]) -> tuple[float, float]:
    """The share of the pairs in sure incidents that are right, and of the right pairs that are there."""
    together = right = 0
    for incident in found:
        if incident.sure:
            members = [truth[report.event] for report in incident.reports]
            together += _pairs(len(members))
            right += sum(_pairs(members.count(number)) for number in set(members))
    sizes: dict[int, int] = {}
    for number in truth.values():
        sizes[number] = sizes.get(number, 0) + 1
    return right / together, right / sum(_pairs(size) for size in sizes.values())


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
