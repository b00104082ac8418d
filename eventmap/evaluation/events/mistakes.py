"""What kinds of mistakes are made in events, each with the words of the text, what was said and what is right.

A gold event is missed, or its words are given another type; an event is spurious, or a gold event is found a second
time. In an event of the right type each field can be wrong, missing, or read where the text does not tell it.
"""

from __future__ import annotations

from collections.abc import Mapping

from eventmap.evaluation.events.gold import EventArticle, Field, GoldEvent
from eventmap.evaluation.events.judging import Verdict
from eventmap.evaluation.events.matching import Match, Matched, overlap
from eventmap.evaluation.mistakes import Mistake
from eventmap.model import Count, Event
from eventmap.wording import range_phrase

_KINDS: Mapping[tuple[Field, Verdict], str] = {
    ("place", "wrong"): "wrong place",
    ("place", "missing"): "place missing",
    ("place", "not told"): "place not in the text",
    ("count", "wrong"): "wrong count",
    ("count", "missing"): "count missing",
    ("count", "not told"): "count not told",
    ("role", "wrong"): "wrong role of those counted",
    ("date", "wrong"): "wrong date",
    ("date", "missing"): "date missing",
    ("date", "not told"): "date not told",
    ("sources", "wrong"): "wrong sources",
    ("sources", "missing"): "sources missing",
    ("sources", "not told"): "sources not told",
    ("status", "wrong"): "wrong status",
}


def mistakes_of(annotated: EventArticle, matched: Matched) -> list[Mistake]:
    """The mistakes in the events of one article, in the order of its text."""
    name = annotated.article.id
    found: list[tuple[int, Mistake]] = []
    for gold in matched.missed:
        found.append((gold.quote.start, Mistake("missed", name, gold.quote.text, "nothing", _types(gold))))
    for event in matched.spurious:
        again = any(event.type in gold.types and overlap(gold, event) for gold in annotated.events)
        kind = "found a second time" if again else "spurious"
        found.append((event.trigger.start, Mistake(kind, name, event.quote, event.type, "nothing")))
    for one in matched.matches:
        found += [(one.gold.quote.start, mistake) for mistake in _in_match(name, one)]
    return [mistake for _, mistake in sorted(found, key=lambda item: item[0])]


def _in_match(name: str, one: Match) -> list[Mistake]:
    words = one.gold.quote.text
    if not one.typed:
        return [Mistake("wrong type", name, words, one.event.type, _types(one.gold))]
    if one.gold.optional:
        return []
    return [
        Mistake(_KINDS[field, verdict], name, words, _said(field, one.event), _right(field, one.gold))
        for field, verdict in one.verdicts.items()
        if verdict != "right"
    ]


def _types(gold: GoldEvent) -> str:
    return " or ".join(gold.types)


def _said(field: Field, event: Event) -> str:
    """A field of an event in words."""
    match field:
        case "place":
            place = event.place
            return f"{place.name}, {place.kind}, {place.country} ({place.id})" if place else "none"
        case "count":
            return _count(event.count)
        case "role":
            return event.count.role if event.count else "none"
        case "date":
            return f"{event.date.start} to {event.date.end}" if event.date else "none"
        case "sources":
            return "; ".join(event.sources) or "none"
        case "status":
            return event.status


def _right(field: Field, gold: GoldEvent) -> str:
    """A field of a gold event in words."""
    match field:
        case "place":
            return f"{gold.place.name}, {gold.place.kind}, {gold.place.country}" if gold.place else "none"
        case "count":
            return _numbers(gold.count.low, gold.count.high, gold.count.unit) if gold.count else "none"
        case "role":
            return (gold.count.role if gold.count else None) or "none"
        case "date":
            return f"{gold.date[0]} to {gold.date[1]}" if gold.date else "none"
        case "sources":
            return "; ".join(gold.sources) or "none"
        case "status":
            return gold.status


def _count(count: Count | None) -> str:
    return f"{_numbers(count.low, count.high, count.unit)} (“{count.text}”)" if count else "none"


def _numbers(low: int | None, high: int | None, unit: str | None) -> str:
    return " ".join(filter(None, (range_phrase(low, high), unit)))
