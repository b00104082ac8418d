"""Finding the words that give event types away: what the patterns find, weighed by what the event tagger says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from eventmap.event_types import EventTypes
from eventmap.tagging import Tags
from eventmap.triggers.arguments import Syntax
from eventmap.triggers.graph import Graph
from eventmap.triggers.incidents import explain
from eventmap.triggers.match import Found, match
from eventmap.triggers.trigger import Trigger
from eventmap.triggers.weighing import LEARNT, tells, weighed


def find_triggers(doc: Doc, types: EventTypes, tags: Tags | None = None) -> list[Trigger]:
    """All triggers of `doc` in the order of their heads; at most one for each head word.

    Args:
        doc: a text parsed by spaCy, with sentence bounds, parts of speech, dependencies and entities.
        types: the event types, from `eventmap.event_types.load`.
        tags: what the event tagger says of `doc`; without it the patterns alone decide.
    """
    graph = Syntax(doc)
    matched = match(graph, types)
    if tags is None:
        best = {head: max(found.values(), key=lambda each: each.rank) for head, found in matched.items()}
    else:
        best = weighed(matched, tags, graph, types)
    best = {head: _with_harm(found, matched.get(head, {}), types) for head, found in best.items()}
    kept = _without_idle_fallbacks(_without_covered(best), graph)
    telling = {found.trigger.head for found in kept if tags is None or tells(found)}
    explained = explain([found.trigger for found in kept], telling, graph, types)
    return [trigger for trigger in explained if trigger.head in telling or trigger.explained_by is not None]


def _with_harm(found: Found, here: Mapping[str, Found], types: EventTypes) -> Found:
    """`found` with the counts of a consequence told by the same word ("the blast killed 12")."""
    trigger = found.trigger
    harms = [other for other in here.values() if other.trigger.consequence]
    if not harms or trigger.consequence or not types.types[trigger.type].harm:
        return found
    harm = max(harms, key=lambda other: other.rank)
    counts = tuple(dict.fromkeys((*trigger.counts, *harm.trigger.counts)))
    return replace(found, trigger=replace(trigger, counts=counts))


def _without_covered(best: dict[int, Found]) -> list[Found]:
    """Leave out a trigger whose head is one of the words of a more specific one."""
    owners: dict[int, Found] = {}
    for found in best.values():
        for token in found.trigger.tokens:
            if token != found.trigger.head and (token not in owners or found.rank > owners[token].rank):
                owners[token] = found
    kept = [f for f in best.values() if not (f.trigger.head in owners and owners[f.trigger.head].rank > f.rank)]
    return sorted(kept, key=lambda found: found.trigger.head)


def _without_idle_fallbacks(found: list[Found], graph: Graph) -> list[Found]:
    """Leave out fallbacks of a sentence in which another pattern finds a trigger."""
    served = {graph.sentence[f.trigger.head] for f in found if not f.fallback and f.trigger.pattern != LEARNT}
    return [f for f in found if not f.fallback or graph.sentence[f.trigger.head] not in served]
