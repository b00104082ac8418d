"""What agreements and differences of two events count for: `data/incidents.yaml`, read and checked.

The head of that file explains the method.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from eventmap import marked_yaml, paths
from eventmap.marked_yaml import Node

LEVELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "type": ("same", "same_everyday", "wider", "akin"),
        "place": (
            *("same_point", "beside", "near", "vicinity", "same_region", "inside_region", "same_country"),
            *("inside_country", "inside_area", "other_reading", "one_unknown", "unknown"),
        ),
        "date": (
            *("same_day", "same_week", "same_month", "same_time", "next_day", "next_days"),
            *("published_together", "published_near", "published_weeks", "published_apart"),
            *("in_time", "week_after", "month_after", "out_of_time", "unknown"),
        ),
        "published": ("near", "weeks", "months", "apart"),
        "count": ("same_number", "agree", "small", "open", "growing", "rival", "far", "farther"),
        "names": ("several", "one", "other"),
        "words": ("most", "many", "some", "few", "none"),
        "status": ("planned_and_told",),
    }
)
"""The parts of two events that are compared, and the levels of agreement of each."""

_MOST_POINTS = 30
_KEYS = ("start", "sure", "perhaps", "never", "points", "akin", "everyday", "growing", "stop_words")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement of one part: the points (bits) that it counts for, and the words that say so."""

    part: str
    name: str
    points: float
    why: str


@dataclass(frozen=True, eq=False)
class Rules:
    """The content of the file: levels by part and name, thresholds between 0 and 1, types and words."""

    start: float
    sure: float
    perhaps: float
    never: float
    levels: Mapping[tuple[str, str], Level]
    akin: tuple[frozenset[str], ...]
    everyday: frozenset[str]
    growing: frozenset[str]
    stop_words: frozenset[str]


def load(path: Path = paths.DATA / "incidents.yaml") -> Rules:
    """Read and check the rules at `path`; cached until the file changes.

    Raises:
        DataError: the file is missing or has a mistake in it; names the file, the line and the key.
    """
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _load(path, changed)


@functools.lru_cache(maxsize=4)
def _load(path: Path, changed: int) -> Rules:
    parts = _exactly(marked_yaml.read(path), _KEYS)
    thresholds = {key: parts[key].number(0, 1) for key in ("never", "perhaps", "sure")}
    if not thresholds["never"] <= thresholds["perhaps"] <= thresholds["sure"]:
        parts["sure"].fail("“never”, “perhaps” and “sure” must not fall, in this order")
    given = _exactly(parts["points"], tuple(LEVELS))
    return Rules(
        start=parts["start"].number(-_MOST_POINTS, _MOST_POINTS),
        levels=MappingProxyType(
            {
                (part, name): _level(part, name, node)
                for part, names in LEVELS.items()
                for name, node in _exactly(given[part], names).items()
            }
        ),
        akin=tuple(_words(node) for node in parts["akin"]),
        everyday=_words(parts["everyday"]),
        growing=_words(parts["growing"]),
        stop_words=_words(parts["stop_words"]),
        **thresholds,
    )


def _exactly(node: Node, keys: tuple[str, ...]) -> dict[str, Node]:
    parts = node.mapping(frozenset(keys))
    for key in keys:
        if key not in parts:
            node.fail(f"“{key}” is missing")
    return parts


def _level(part: str, name: str, node: Node) -> Level:
    parts = _exactly(node, ("points", "why"))
    return Level(part, name, parts["points"].number(-_MOST_POINTS, _MOST_POINTS), parts["why"].text())


def _words(node: Node) -> frozenset[str]:
    return frozenset(item.text() for item in node)
