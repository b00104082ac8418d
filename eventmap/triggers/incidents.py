"""Which triggers tell of one and the same incident: "killed 12 in a bombing", "attacked the base, killing 12"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from eventmap.event_types import EventTypes
from eventmap.triggers.graph import Graph, words
from eventmap.triggers.trigger import Trigger

# Arcs along which two words tell of one incident; a clause of its own ("said that …") does not.
_CLOSE_ARCS = words("nsubj nsubjpass dobj prep pobj agent advcl xcomp conj acl pcomp ROOT relcl attr dep")
_MAX_ARCS = 4


def explain(triggers: Sequence[Trigger], telling: Collection[int], graph: Graph, types: EventTypes) -> list[Trigger]:
    """`triggers` with `explained_by` set on those that are part of another, whose counts that other then has too.

    Only triggers whose heads are in `telling` can have parts.

    A consequence is part of the nearest harm in its sentence. A generic harm is part of a more particular one where the
    two are told as one; so is a trigger of another of its type, or of its category if that says so, and in any case one
    that another of its category takes as its argument.
    """
    hosts: dict[int, int] = {}
    for trigger in triggers:
        rivals = [other for other in triggers if other.head in telling and _may_explain(other, trigger, graph, types)]
        if rivals:
            hosts[trigger.head] = min(rivals, key=lambda other: _nearness(other, trigger, graph)).head
    added: dict[int, list[tuple[int, str]]] = {}
    for trigger in triggers:
        if trigger.head in hosts:
            hosts[trigger.head] = _root(trigger.head, hosts)
            added.setdefault(hosts[trigger.head], []).extend(trigger.counts)
    return [
        replace(
            trigger,
            counts=tuple(dict.fromkeys((*trigger.counts, *added.get(trigger.head, ())))),
            explained_by=hosts.get(trigger.head),
        )
        for trigger in triggers
    ]


def _may_explain(other: Trigger, trigger: Trigger, graph: Graph, types: EventTypes) -> bool:
    if other.head == trigger.head or graph.sentence[other.head] != graph.sentence[trigger.head]:
        return False
    kind, wider = types.types[trigger.type], types.types[other.type]
    if wider.consequence and not kind.consequence:
        return False
    if trigger.consequence and wider.harm and not other.consequence:
        return True
    if kind.id == wider.id or (kind.category == wider.category and types.categories[kind.category].one_event):
        return _precedence(other) > _precedence(trigger) and _told_as_one(other, trigger, graph)
    if kind.harm and wider.harm and kind.generic and not wider.generic:
        return _told_as_one(other, trigger, graph)
    return kind.category == wider.category and trigger.head in (*other.agents, *other.patients)


def _precedence(trigger: Trigger) -> tuple[float, int]:
    """The surer of two tellings is the main one, else the earlier."""
    return trigger.strength, -trigger.head


def _told_as_one(a: Trigger, b: Trigger, graph: Graph) -> bool:
    if a.head in (*b.agents, *b.patients) or b.head in (*a.agents, *a.patients):
        return True
    path = graph.path(a.head, b.head)
    return len(path) <= _MAX_ARCS and all(graph.dep[i] in _CLOSE_ARCS for i in path)


def _nearness(other: Trigger, trigger: Trigger, graph: Graph) -> tuple[int, int]:
    return len(graph.path(other.head, trigger.head)), abs(other.head - trigger.head)


def _root(head: int, hosts: dict[int, int]) -> int:
    """The last of the chain of explanations that starts at `head`; a circle ends where it closes."""
    seen = {head}
    while head in hosts and hosts[head] not in seen:
        head = hosts[head]
        seen.add(head)
    return head
