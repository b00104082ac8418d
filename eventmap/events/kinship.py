"""Which types a second telling of an event may have: "a shooting … the attack", "a bomb … the blast", "12 dead"."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping

from eventmap.event_types import EventTypes
from eventmap.lexicon import words

_INCIDENTS = words("incident_nouns")


@functools.lru_cache(maxsize=4)
def _named(types: EventTypes) -> Mapping[str, frozenset[str]]:
    """Which types a noun may name, by its lemma: those with a pattern whose anchor is the noun or ends in it.

    A noun that no pattern has alone ("phenomenon") names nothing by itself.
    """
    named: dict[str, set[str]] = {}
    alone: set[str] = set()
    for kind in types.types.values():
        for pattern in kind.patterns:
            if pattern.pos == "noun" and not kind.consequence:
                alone.update(pattern.anchors)
                for anchor in pattern.anchors:
                    named.setdefault(re.split(r"[\s-]", anchor)[-1], set()).add(kind.id)
    return {noun: frozenset(kinds) for noun, kinds in named.items() if noun in alone}


@functools.lru_cache(maxsize=4)
def _meant(types: EventTypes) -> Mapping[str, frozenset[str]]:
    """Which types a noun may stand for: those that it names; for one of a `generic` type ("the killing"), and for one
    for incidents in general, any type that does harm."""
    meant = dict(_named(types))
    violent = frozenset(name for name in types.types if _is_violent(name, types))
    for noun, kinds in meant.items():
        if any(types.types[kind].generic for kind in kinds):
            meant[noun] = kinds | violent
    harming = frozenset(kind.id for kind in types.types.values() if kind.harm)
    return meant | {noun: meant.get(noun, frozenset()) | harming for noun in _INCIDENTS}


def is_name_of(noun: str, kind: str, types: EventTypes) -> bool:
    """Whether `noun` (a lemma) names events of the type `kind`, and does not only stand for them."""
    return kind in _named(types).get(noun, ())


def may_mean(nouns: Collection[str], kind: str, types: EventTypes) -> bool:
    """Whether one of `nouns` (lemmas) may stand for an event of the type `kind`."""
    table = _meant(types)
    return any(kind in table.get(noun, ()) for noun in nouns)


def akin(a: str, b: str, types: EventTypes) -> bool:
    """Whether two tellings of one event may have these types: the same, or a general one and a particular one."""
    if a == b:
        return True
    first, second = types.types[a], types.types[b]
    if first.consequence or second.consequence:
        return first.harm or second.harm
    return (first.generic and _is_violent(b, types)) or (second.generic and _is_violent(a, types))


def particular(a: str, b: str, types: EventTypes) -> str:
    """The more particular of two types that one event was told with; the first where neither is."""
    first, second = types.types[a], types.types[b]
    if first.consequence and not second.consequence:
        return b
    return b if first.generic and not (second.generic or second.consequence) else a


def _is_violent(name: str, types: EventTypes) -> bool:
    """Whether a type is harm that a general noun ("the attack") may name: disasters and protests have their own."""
    kind = types.types[name]
    return kind.harm and not types.categories[kind.category].one_event
