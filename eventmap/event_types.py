"""The event types: what each is called, how it is drawn, which scheme it belongs to, and the words that give it away.

They are data (`data/event_types.yaml`); this module reads and checks them. How the patterns are applied to a text is
the subject of `eventmap.triggers`. The head of the YAML file explains the pattern language.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from eventmap import marked_yaml, paths
from eventmap.marked_yaml import Node
from eventmap.patterns import DEFAULTS, Pattern, Terms, read_lists, read_pattern

# The shapes that the map draws.
ICONS = frozenset(
    {"circle", "triangle", "square", "diamond", "star", "cross", "hexagon", "pentagon", "drop", "bolt", "flag", "arrow"}
)
# Where an event without a place of its own may take one from.
INHERITANCE = frozenset({"story", "actor", "country"})

_REQUIRED = ("id", "label", "category", "colour", "acled", "plover", "case2021", "description", "patterns")
_FLAGS = frozenset({"consequence", "generic", "harm", "hits_places"})
_TYPE_KEYS = frozenset(_REQUIRED) | _FLAGS | DEFAULTS | {"icon", "inherits", "unless"}
_CATEGORY_KEYS = frozenset({"label", "colour", "icon", "one_event"})
_FILE_KEYS = frozenset({"lists", "ignore", "categories", "types"})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Category:
    """A group of event types; its shape (`icon`) tells it apart without colour.

    With `one_event`, its types are one event where they are told as one ("marched and clashed with police").
    """

    id: str
    label: str
    colour: str
    icon: str
    one_event: bool


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type, with its place in ACLED, PLOVER and CASE 2021 (None where a scheme has no such type).

    A `consequence` (deaths) is told as part of another event where the sentence has one that does `harm`; a `generic`
    type (attack) where it is told together with a more particular one ("killed in an airstrike"). `hits_places`: the
    place that it is done to is where it happens ("bombed Idlib"). `inherits`: where an event without a place of its own
    may take one from: "story" (an event told with it), "actor" (whose state acts), "country" (the article's).
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
    generic: bool
    harm: bool
    hits_places: bool
    inherits: tuple[str, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class EventTypes:
    """All categories and types by id, in the order of the file, and the phrases in which no word is a trigger.

    `version` differs for files that differ: what was read with other event types must be read again.
    """

    categories: Mapping[str, Category]
    types: Mapping[str, EventType]
    ignore: tuple[str, ...]
    version: str


def load(path: Path | None = None) -> EventTypes:
    """Read and check the event types at `path`, by default those of the program; cached until the file changes.

    Raises:
        DataError: the file is missing or has a mistake in it; names the file, the line and the key.
    """
    file = path or paths.EVENT_TYPES
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _load(file, changed)


@functools.lru_cache(maxsize=4)
def _load(path: Path, changed: int) -> EventTypes:
    top = marked_yaml.read(path)
    parts = top.mapping(_FILE_KEYS)
    for needed in ("categories", "types"):
        if needed not in parts:
            top.fail(f"“{needed}” is missing")
    lists = read_lists(parts["lists"]) if "lists" in parts else {}
    categories = {name: _category(name, node) for name, node in parts["categories"].mapping().items()}
    types: dict[str, EventType] = {}
    for node in parts["types"]:
        kind = _event_type(node, categories, lists)
        if kind.id in types:
            node.mapping()["id"].fail(f"“{kind.id}” is given twice")
        types[kind.id] = kind
    ignore = tuple(node.text() for node in parts["ignore"]) if "ignore" in parts else ()
    version = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return EventTypes(MappingProxyType(categories), MappingProxyType(types), ignore, version)


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


def _inheritance(node: Node) -> str:
    text = node.text()
    if text not in INHERITANCE:
        node.fail(f"“{text}” is none of {', '.join(sorted(INHERITANCE))}")
    return text


def _required(node: Node, keys: tuple[str, ...], known: frozenset[str]) -> dict[str, Node]:
    parts = node.mapping(known)
    for key in keys:
        if key not in parts:
            node.fail(f"“{key}” is missing")
    return parts


def _category(name: str, node: Node) -> Category:
    parts = _required(node, ("label", "colour", "icon"), _CATEGORY_KEYS)
    one_event = "one_event" in parts and parts["one_event"].flag()
    return Category(name, parts["label"].text(), _colour(parts["colour"]), _icon(parts["icon"]), one_event)


def _label_of(node: Node) -> str | None:
    """A label in a published scheme, None where `null` is written."""
    text = node.text()
    return None if text == "null" else text


def _event_type(node: Node, categories: Mapping[str, Category], lists: Mapping[str, Terms]) -> EventType:
    parts = _required(node, _REQUIRED, _TYPE_KEYS)
    name = parts["id"].text()
    if not _ID.fullmatch(name):
        parts["id"].fail(f"“{name}” must be lower-case letters, digits and underscores")
    group = parts["category"].text()
    if group not in categories:
        parts["category"].fail(f"there is no category “{group}”")
    acled = _required(parts["acled"], ("event_type", "sub_event_type"), frozenset({"event_type", "sub_event_type"}))
    flags = {key: key in parts and parts[key].flag() for key in _FLAGS}
    patterns = (read_pattern(child, f"{name}/{i}", parts, lists) for i, child in enumerate(parts["patterns"], start=1))
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
        consequence=flags["consequence"],
        generic=flags["generic"],
        harm=flags["harm"],
        hits_places=flags["hits_places"],
        inherits=tuple(_inheritance(item) for item in parts["inherits"]) if "inherits" in parts else (),
        patterns=tuple(patterns),
    )
