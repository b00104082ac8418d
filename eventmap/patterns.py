"""The pattern language of the event types: what a pattern says, and reading one from YAML.

The head of `data/event_types.yaml` explains the language to those who write it. How patterns are applied to a text is
the subject of `eventmap.triggers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from eventmap.marked_yaml import Node

PartOfSpeech = Literal["verb", "noun", "adjective"]

ENTITY_KINDS = frozenset({"$PERSON", "$PLACE", "$ORG", "$NUMBER"})
ANYTHING = "*"
# What a type may give for all its patterns.
DEFAULTS = frozenset({"strength", "count", "place"})
STRENGTH = 0.7

_ANCHORS: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective")
_SLOTS = frozenset({"subject", "object", "of", "modifier", "modifies", "head", "complement", "nearby"})
_CONSTRAINTS = _SLOTS | {"prep"}
_KEYS = _CONSTRAINTS | DEFAULTS | {*_ANCHORS, "unless", "fallback"}
# Arguments that may be counted by name; any other is a preposition.
_COUNTED = frozenset({"self", "subject", "object", "modifies"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What may stand in a slot: lemmas and phrases of lemmas, kinds of entity (`$PERSON`), or anything at all."""

    words: frozenset[str]
    kinds: frozenset[str]
    anything: bool


@dataclass(frozen=True, slots=True)
class Constraint:
    """A condition on the words around an anchor: one of the alternatives must hold.

    Each is a slot and what may stand there; the slot is a pattern key, or `prep:WORD` for a preposition's object.
    """

    alternatives: tuple[tuple[str, Terms], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that give a type away.

    `anchors` are lemmas or phrases; all `constraints` must hold and none of `unless`. `counts` are (slot, role) pairs:
    which argument says how many, and what happened to them ("self": the anchor itself). `strength` (0–1): how sure
    these words alone mean the event. A `fallback` counts only where the sentence has no other trigger. `places`: the
    prepositions whose object is the event's place in types about movement.
    """

    id: str
    type: str
    pos: PartOfSpeech
    anchors: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    unless: tuple[Constraint, ...]
    counts: tuple[tuple[str, str], ...]
    strength: float
    fallback: bool
    places: tuple[str, ...]


def read_lists(node: Node) -> dict[str, Terms]:
    """The shared word lists by name; a list may name another that stands above it."""
    lists: dict[str, Terms] = {}
    for name, words in node.mapping().items():
        lists[name] = _terms(words, lists)
    return lists


def _terms(node: Node, lists: Mapping[str, Terms]) -> Terms:
    words: set[str] = set()
    kinds: set[str] = set()
    anything = False
    for item in node:
        text = item.text()
        if text == ANYTHING:
            anything = True
        elif text.startswith("@"):
            if text[1:] not in lists:
                item.fail(f"there is no list “{text}” above")
            shared = lists[text[1:]]
            words |= shared.words
            kinds |= shared.kinds
            anything = anything or shared.anything
        elif text.startswith("$"):
            if text not in ENTITY_KINDS:
                item.fail(f"“{text}” is no kind of entity; known are {', '.join(sorted(ENTITY_KINDS))}")
            kinds.add(text)
        else:
            words.add(text.lower())
    return Terms(frozenset(words), frozenset(kinds), anything)


def _constraints(parts: Mapping[str, Node], lists: Mapping[str, Terms]) -> tuple[Constraint, ...]:
    found = []
    for key, node in parts.items():
        if key == "prep":
            found.append(Constraint(tuple((f"prep:{word}", _terms(v, lists)) for word, v in node.mapping().items())))
        elif key in _SLOTS:
            found.append(Constraint((("prep:of" if key == "of" else key, _terms(node, lists)),)))
    return tuple(found)


def _counts(node: Node) -> tuple[tuple[str, str], ...]:
    slots = []
    for slot, role in node.mapping().items():
        name = slot if slot in _COUNTED else f"prep:{slot}"
        slots.append((name, role.text()))
    return tuple(slots)


def read_unless(node: Node, lists: Mapping[str, Terms]) -> tuple[Constraint, ...]:
    """The conditions of an `unless`, each of which excludes."""
    return _constraints(node.mapping(_CONSTRAINTS), lists)


def read_pattern(node: Node, name: str, owner: Mapping[str, Node], lists: Mapping[str, Terms]) -> Pattern:
    """The pattern that `node` describes.

    Args:
        node: the pattern.
        name: its id; the part before the slash is the type's.
        owner: the parts of the type, for what it gives to all its patterns.
        lists: the shared word lists.

    Raises:
        DataError: a mistake in the pattern; names file, line and key.
    """
    parts = {**{key: owner[key] for key in DEFAULTS if key in owner}, **node.mapping(_KEYS)}
    unless = [read_unless(given["unless"], lists) for given in (parts, owner) if "unless" in given]
    anchors = [key for key in _ANCHORS if key in parts]
    if len(anchors) != 1:
        node.fail("a pattern needs exactly one of verb, noun and adjective")
    words = sorted(_terms(parts[anchors[0]], lists).words)
    if not words:
        parts[anchors[0]].fail("at least one word is needed")
    return Pattern(
        id=name,
        type=name.partition("/")[0],
        pos=anchors[0],
        anchors=tuple(words),
        constraints=_constraints(parts, lists),
        unless=tuple(condition for conditions in unless for condition in conditions),
        counts=_counts(parts["count"]) if "count" in parts else (),
        strength=parts["strength"].number(0, 1) if "strength" in parts else STRENGTH,
        fallback="fallback" in parts and parts["fallback"].flag(),
        places=tuple(item.text() for item in parts["place"]) if "place" in parts else (),
    )
