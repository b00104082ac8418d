"""Which event of the program stands for which gold event, one to one.

An event may stand for a gold event if one of its passages overlaps the gold quote and its type is right; or, wrongly
typed, if its category is that of the gold event or the word that gave it lies in the quote. Of all assignments the one
is taken that finds the most gold events, then puts the most triggers inside the quotes, then has the most right in
place, count and the other fields. Optional gold gets only what is of no use to the rest, and only what is of the right
type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventmap.evaluation.events.assignment import assign
from eventmap.evaluation.events.gold import Field, GoldEvent
from eventmap.evaluation.events.judging import Verdict, verdicts
from eventmap.event_types import EventTypes
from eventmap.model import Event, Span

# Each weighs more than all that comes after it could for the events of one article.
_REQUIRED, _OPTIONAL, _TRIGGER, _FIELD = 10**12, 10**8, 10**4, 1
_WHOLE = {"place": 3 * _FIELD, "count": 3 * _FIELD}


@dataclass(frozen=True, slots=True)
class Match:
    """A gold event and the event that stands for it; `verdicts` is empty where the type is wrong."""

    gold: GoldEvent
    event: Event
    typed: bool
    verdicts: Mapping[Field, Verdict]


@dataclass(frozen=True, slots=True)
class Matched:
    """The events of one article: those that stand for gold events, and what is left on both sides.

    `missed` holds no optional gold.
    """

    matches: tuple[Match, ...]
    missed: tuple[GoldEvent, ...]
    spurious: tuple[Event, ...]


def match(gold: Sequence[GoldEvent], events: Sequence[Event], types: EventTypes) -> Matched:
    """Pair the gold events of an article with the events that the program found in it; the module says how."""
    possible = {
        (i, j): paired
        for i, right in enumerate(gold)
        for j, event in enumerate(events)
        if (paired := _pair(right, event, types))
    }
    chosen = assign({pair: _worth(paired) for pair, paired in possible.items()})
    found, taken = {i for i, _ in chosen}, {j for _, j in chosen}
    return Matched(
        tuple(possible[pair] for pair in chosen),
        tuple(right for i, right in enumerate(gold) if i not in found and not right.optional),
        tuple(event for j, event in enumerate(events) if j not in taken),
    )


def overlap(gold: GoldEvent, event: Event) -> bool:
    """Whether the quotation of an event, or another passage that tells of it, has words of the gold quote in it."""
    passages = (Span(event.start, event.end, event.quote), *event.passages)
    return any(gold.quote.overlaps(passage) for passage in passages)


def _pair(gold: GoldEvent, event: Event, types: EventTypes) -> Match | None:
    if not overlap(gold, event):
        return None
    if event.type in gold.types:
        return Match(gold, event, True, verdicts(gold, event))
    akin = event.category in {types.types[name].category for name in gold.types}
    if not gold.optional and (akin or gold.quote.overlaps(event.trigger)):
        return Match(gold, event, False, {})
    return None


def _worth(paired: Match) -> int:
    worth = _FIELD + (_TRIGGER if paired.gold.quote.overlaps(paired.event.trigger) else 0)
    worth += sum(_WHOLE.get(field, _FIELD) for field, verdict in paired.verdicts.items() if verdict == "right")
    if paired.typed:
        worth += _OPTIONAL if paired.gold.optional else _REQUIRED
    return worth
