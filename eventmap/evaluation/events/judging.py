"""Whether what the program read of an event is what the gold says: place, count, role, date, sources and status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from eventmap.counts.quantities import quantities
from eventmap.evaluation.events.gold import Field, GoldCount, GoldEvent, GoldPlace
from eventmap.gazetteer import distance_km
from eventmap.model import Count, Event, Place

# "missing": the gold has one and the program none; "not told": the other way round.
Verdict = Literal["right", "wrong", "missing", "not told"]

Right = TypeVar("Right")
Found = TypeVar("Found")


def verdicts(gold: GoldEvent, event: Event) -> dict[Field, Verdict]:
    """What is right of an event that stands for a gold event, of what the gold says; a role only where both count."""
    told: dict[Field, Verdict] = {
        "place": _verdict(gold.place, event.place, _same_place),
        "count": _verdict(gold.count, event.count, _same_count),
        "date": _verdict(gold.date, event.date, lambda right, found: right == (found.start, found.end)),
        "sources": _verdict(gold.sources or None, event.sources or None, _same_sources),
        "status": "right" if gold.status == event.status else "wrong",
    }
    if gold.count and event.count:
        told["role"] = "right" if gold.count.role == event.count.role else "wrong"
    return {field: verdict for field, verdict in told.items() if field in gold.judged}


def is_whole(told: Mapping[Field, Verdict]) -> bool:
    """Whether an event of the right type is right as a whole: in place and count, as far as these are judged."""
    return all(told.get(field, "right") == "right" for field in ("place", "count"))


def _verdict(gold: Right | None, found: Found | None, same: Callable[[Right, Found], bool]) -> Verdict:
    if gold is None:
        return "right" if found is None else "not told"
    if found is None:
        return "missing"
    return "right" if same(gold, found) else "wrong"


def _same_place(gold: GoldPlace, found: Place) -> bool:
    """The same id, where the gold has one; for a country the same code; else a point near enough.

    A country is no answer where a region is asked for, though its middle may lie near that of the region.
    """
    if gold.id is not None:
        return found.id == gold.id
    if gold.kind == "country" and gold.country:
        return (found.kind, found.country) == ("country", gold.country)
    if gold.point is None or gold.within_km is None or (found.kind == "country" and gold.kind == "region"):
        return False
    return distance_km(*gold.point, found.lat, found.lon) <= gold.within_km


def _same_count(gold: GoldCount, found: Count) -> bool:
    """The same two ends; or, where the gold's are those of a vague word ("hundreds"), any reading inside them.

    An open upper end ("over 300") is taken to lie inside a vague word. People and things are never the same.
    """
    if gold.unit is not None and (gold.unit == "people") != (found.unit == "people"):
        return False
    if (gold.low, gold.high) == (found.low, found.high):
        return True
    if gold.low is None or gold.high is None or (gold.low, gold.high) not in quantities().vague.values():
        return False
    return found.low is not None and gold.low <= found.low and (found.high or found.low) <= gold.high


def _same_sources(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Each source of the one is among those of the other; a longer name ("the police in Osh") is the same."""

    def named(name: str, others: Sequence[str]) -> bool:
        return any(_plain(name) in _plain(other) or _plain(other) in _plain(name) for other in others)

    return all(named(name, found) for name in gold) and all(named(name, gold) for name in found)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")
