"""The event types: what each is called, how it is drawn, which scheme it belongs to, and the words that give it away.

They are data (`data/event_types.yaml`); this module reads and checks them. How the patterns are applied to a text is
the subject of `eventmap.triggers`. The head of the YAML file explains the pattern language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from eventmap import marked_yaml, paths
from eventmap.marked_yaml import Node

PartOfSpeech = Literal["verb", "noun", "adjective"]

ICONS = frozenset(
    "circle triangle square diamond star cross hexagon pentagon drop bolt flag arrow".split()  # drawn by the map
)
ENTITY_KINDS = frozenset({"$PERSON", "$PLACE", "$ORG", "$NUMBER"})
ANYTHING = "*"

_ANCHORS: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective")
_SLOTS = frozenset({"subject", "object", "of", "modifier", "modifies", "head", "complement", "nearby"})
_CONSTRAINTS = _SLOTS | {"prep"}
_DEFAULTS = frozenset({"strength", "count", "place"})
_PATTERN_KEYS = _CONSTRAINTS | _DEFAULTS | {*_ANCHORS, "unless", "fallback"}
_SCHEMES = frozenset({"acled", "plover", "case2021"})
_TYPE_KEYS = (
    frozenset({"id", "label", "category", "colour", "icon", "description", "unless", "consequence", "harm", "patterns"})
    | _SCHEMES
    | _DEFAULTS
)
_CATEGORY_KEYS = frozenset({"label", "colour", "icon"})
_FILE_KEYS = frozenset({"lists", "ignore", "categories", "types"})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_STRENGTH = 0.7


@dataclass(frozen=True, slots=True)
class Terms:
    """What may stand in a slot: lemmas and phrases of lemmas, kinds of entity (`$PERSON`), or anything at all."""

    words: frozenset[str]
    kinds: frozenset[str]
    anything: bool


@dataclass(frozen=True, slots=True)
class Constraint:
    """A condition on the syntax around an anchor; `slot` is a pattern key, or `prep:WORD` for a preposition's object."""

    slot: str
    terms: Terms


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


@dataclass(frozen=True, slots=True)
class Category:
    """A group of event types; its shape (`icon`) tells it apart without colour."""

    id: str
    label: str
    colour: str
    icon: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type, with its place in ACLED, PLOVER and CASE 2021 (None where a scheme has no such type).

    A `consequence` (deaths) is told as part of another event where the sentence has one that does `harm`.
    """

    id: str
    label: str
    category: str
    colour: str
    icon: str
    description: str
    acled_event: str | None
    acled_sub_event: str | None
    plover: str | None
    case2021: str | None
    consequence: bool
    harm: bool
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class EventTypes:
    """All categories and types by id, in the order of the file, and the phrases in which no word is a trigger."""

    categories: Mapping[str, Category]
    types: Mapping[str, EventType]
    ignore: tuple[str, ...]


def load(path: Path = paths.EVENT_TYPES) -> EventTypes:
    """Read and check the event types at `path`; cached until the file changes.

    Raises:
        DataError: the file is missing or has a mistake in it; names the file, the line and the key.
    """
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _load(path, changed)


@functools.lru_cache(maxsize=4)
def _load(path: Path, changed: int) -> EventTypes:
    top = marked_yaml.read(path)
    parts = top.mapping(_FILE_KEYS)
    for needed in ("categories", "types"):
        if needed not in parts:
            top.fail(f"“{needed}” is missing")
    lists = _lists(parts["lists"]) if "lists" in parts else {}
    categories = {name: _category(name, node) for name, node in parts["categories"].mapping().items()}
    types: dict[str, EventType] = {}
    for node in parts["types"]:
        kind = _event_type(node, categories, lists)
        if kind.id in types:
            node.mapping()["id"].fail(f"“{kind.id}” is given twice")
        types[kind.id] = kind
    ignore = tuple(node.text() for node in parts["ignore"]) if "ignore" in parts else ()
    return EventTypes(MappingProxyType(categories), MappingProxyType(types), ignore)


def _lists(node: Node) -> dict[str, Terms]:
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


def _colour(node: Node) -> str:
    text = node.text()
    if not _COLOUR.fullmatch(text):
        node.fail(f"“{text}” is not a colour like #0072B2")
    return text


def _icon(node: Node) -> str:
    text = node.text()
    if text not in ICONS:
        node.fail(f"there is no icon “{text}”; there are {', '.join(sorted(ICONS))}")
    return text


def _required(node: Node, keys: tuple[str, ...], known: frozenset[str]) -> dict[str, Node]:
    parts = node.mapping(known)
    for key in keys:
        if key not in parts:
            node.fail(f"“{key}” is missing")
    return parts


def _category(name: str, node: Node) -> Category:
    parts = _required(node, ("label", "colour", "icon"), _CATEGORY_KEYS)
    return Category(name, parts["label"].text(), _colour(parts["colour"]), _icon(parts["icon"]))


def _label_of(node: Node) -> str | None:
    """A label in a published scheme, None where `null` is written."""
    text = node.text()
    return None if text == "null" else text


def _event_type(node: Node, categories: Mapping[str, Category], lists: Mapping[str, Terms]) -> EventType:
    needed = ("id", "label", "category", "colour", "acled", "plover", "case2021", "description", "patterns")
    parts = _required(node, needed, _TYPE_KEYS)
    name = parts["id"].text()
    if not _ID.fullmatch(name):
        parts["id"].fail(f"“{name}” must be lower-case letters, digits and underscores")
    group = parts["category"].text()
    if group not in categories:
        parts["category"].fail(f"there is no category “{group}”")
    acled = _required(parts["acled"], ("event_type", "sub_event_type"), frozenset({"event_type", "sub_event_type"}))
    defaults = {key: parts[key] for key in _DEFAULTS if key in parts}
    unless = _constraints(parts["unless"].mapping(_CONSTRAINTS), lists) if "unless" in parts else ()
    patterns = []
    for number, child in enumerate(parts["patterns"], start=1):
        pattern = _pattern(child, f"{name}/{number}", name, defaults, lists)
        patterns.append(replace(pattern, unless=pattern.unless + unless))
    return EventType(
        id=name,
        label=parts["label"].text(),
        category=group,
        colour=_colour(parts["colour"]),
        icon=_icon(parts["icon"]) if "icon" in parts else categories[group].icon,
        description=parts["description"].text(),
        acled_event=_label_of(acled["event_type"]),
        acled_sub_event=_label_of(acled["sub_event_type"]),
        plover=_label_of(parts["plover"]),
        case2021=_label_of(parts["case2021"]),
        consequence="consequence" in parts and parts["consequence"].flag(),
        harm="harm" in parts and parts["harm"].flag(),
        patterns=tuple(patterns),
    )


def _constraints(parts: Mapping[str, Node], lists: Mapping[str, Terms]) -> tuple[Constraint, ...]:
    found = []
    for key, node in parts.items():
        if key == "prep":
            found += [Constraint(f"prep:{name}", _terms(value, lists)) for name, value in node.mapping().items()]
        elif key in _SLOTS:
            found.append(Constraint("prep:of" if key == "of" else key, _terms(node, lists)))
    return tuple(found)


def _counts(node: Node) -> tuple[tuple[str, str], ...]:
    slots = []
    for slot, role in node.mapping().items():
        name = slot if slot in ("self", "subject", "object", "modifies") else f"prep:{slot}"
        slots.append((name, role.text()))
    return tuple(slots)


def _pattern(node: Node, name: str, kind: str, defaults: Mapping[str, Node], lists: Mapping[str, Terms]) -> Pattern:
    parts = {**defaults, **node.mapping(_PATTERN_KEYS)}
    anchors = [key for key in _ANCHORS if key in parts]
    if len(anchors) != 1:
        node.fail("a pattern needs exactly one of verb, noun and adjective")
    words = sorted(_terms(parts[anchors[0]], lists).words)
    if not words:
        parts[anchors[0]].fail("at least one word is needed")
    return Pattern(
        id=name,
        type=kind,
        pos=cast(PartOfSpeech, anchors[0]),
        anchors=tuple(words),
        constraints=_constraints(parts, lists),
        unless=_constraints(parts["unless"].mapping(_CONSTRAINTS), lists) if "unless" in parts else (),
        counts=_counts(parts["count"]) if "count" in parts else (),
        strength=parts["strength"].number(0, 1) if "strength" in parts else _STRENGTH,
        fallback="fallback" in parts and parts["fallback"].flag(),
        places=tuple(item.text() for item in parts["place"]) if "place" in parts else (),
    )
