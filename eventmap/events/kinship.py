"""Which types a second telling of an event may have: "a shooting … the attack", "a bomb … the blast", "12 dead"."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping

from eventmap.event_types import EventTypes
from eventmap.lexicon import words

_INCIDENTS = words("incident_nouns")


@functools.lru_cache(maxsize=4)
def types_by_noun(types: EventTypes) -> Mapping[str, frozenset[str]]:
    """Which types a noun may name, by its lemma: those with a pattern whose anchor is the noun or ends in it.

    A noun that no pattern has alone ("phenomenon") names nothing by itself. One of a `generic` type ("the killing"), or
    one for incidents in general, may name any type that does harm.
    """
    named: dict[str, set[str]] = {}
    alone: set[str] = set(_INCIDENTS)
    for kind in types.types.values():
        for pattern in kind.patterns:
            if pattern.pos == "noun" and not kind.consequence:
                alone.update(pattern.anchors)
                for anchor in pattern.anchors:
                    named.setdefault(re.split(r"[\s-]", anchor)[-1], set()).add(kind.id)
    harmful = {kind.id for kind in types.types.values() if _is_violent(kind.id, types)}
    for noun, kinds in named.items():
        if any(types.types[kind].generic for kind in kinds):
            named[noun] = kinds | harmful
    harming = {kind.id for kind in types.types.values() if kind.harm}
    named.update({noun: named.get(noun, set()) | harming for noun in _INCIDENTS})
    return {noun: frozenset(kinds) for noun, kinds in named.items() if noun in alone}


def names_type(nouns: Collection[str], kind: str, types: EventTypes) -> bool:
    """Whether one of `nouns` (lemmas) may name an event of the type `kind`."""
    table = types_by_noun(types)
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
