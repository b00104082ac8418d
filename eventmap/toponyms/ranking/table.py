"""The names of an article as a table: one row for each place that one of them may mean.

Mentions of one name that the text uses alike are one group of rows: they are resolved together.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from eventmap.gazetteer import Entry, Gazetteer, Hit
from eventmap.gazetteer.names import fold
from eventmap.toponyms.ranking.cues import cue_of
from eventmap.toponyms.ranking.qualifiers import Qualified, qualified_by

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# A name with more places than this loses its smallest ones, which no text has been seen to mean.
MOST_HITS = 60

_READINGS = {"place": 1.0, "demonym": 0.6, "organisation": 0.5, "person": 0.0}
_NEIGHBOURS = 3
_NEAR_CHARACTERS = 150.0


class Marked(Protocol):
    """What resolution needs to know of a recognised stretch of text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def reading(self) -> str: ...
    @property
    def hits(self) -> Sequence[Hit]: ...


@dataclass(frozen=True, slots=True)
class Group:
    """A name as it is used in one or more mentions: what may be meant, and what the words beside it say."""

    text: str
    name: str
    reading: str
    hits: tuple[Hit, ...]
    cue: str
    qualified: Qualified
    partly: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The groups of an article and their rows, which stand together in the order of the groups.

    Attributes:
        groups: the names in use.
        of_mention: the group of each mention, -1 for one without any entry.
        weights: how much each group counts for the others.
        name: number of the folded name of each group; variants of one name share it.
        group: the group of each row.
        starts: the first row of each group.
        entries: the place of each row.
        lat, lon: of each row, in radians.
        codes: numbers of the country, the first- and the second-level region of each row, 0 where it has none.
        sizes: how many such numbers there are.
        levels: whether each row is itself a country, a first-level or a second-level region.
        is_point: whether a row's point is where it is: towns, sites and second-level regions.
        same: numbers of the places from 1; rows of one place share it.
        edges: pairs of names that stand near each other (a, b), and how near (0–1).
    """

    groups: tuple[Group, ...]
    of_mention: Ints
    weights: Floats
    name: Ints
    group: Ints
    starts: Ints
    entries: tuple[Entry, ...]
    lat: Floats
    lon: Floats
    codes: tuple[Ints, ...]
    sizes: tuple[int, ...]
    levels: tuple[Bools, ...]
    is_point: Bools
    same: Ints
    edges: tuple[Ints, Ints, Floats]


def table_of(text: str, marked: Sequence[Marked], gazetteer: Gazetteer) -> Table:
    """The table of an article.

    Args:
        text: the article.
        marked: its toponyms, in the order of the text.
        gazetteer: tells which place lies in which.
    """
    groups: dict[tuple[str, ...], int] = {}
    made: list[Group] = []
    of_mention: list[int] = []
    for one in marked:
        if not one.hits:
            of_mention.append(-1)
            continue
        cue = cue_of(text, one.start, one.end)
        qualified = qualified_by(text, one.start, one.end, one.hits, gazetteer)
        name = fold(one.text)
        key = (name, one.reading, cue, *sorted(qualified))
        if key not in groups:
            groups[key] = len(made)
            known = one.hits[0].name_type == "demonym" or bool(gazetteer.lookup(one.text))
            made.append(Group(one.text, name, one.reading, tuple(one.hits[:MOST_HITS]), cue, qualified, not known))
        of_mention.append(groups[key])
    return _table(made, np.array(of_mention, dtype=np.int64), marked)


def _table(groups: Sequence[Group], of_mention: Ints, marked: Sequence[Marked]) -> Table:
    numbers = {name: i for i, name in enumerate(dict.fromkeys(group.name for group in groups))}
    name = np.array([numbers[group.name] for group in groups], dtype=np.int64)
    counts = np.bincount(of_mention[of_mention >= 0], minlength=len(groups)) if len(groups) else np.zeros(0)
    reading = np.array([_READINGS[group.reading] for group in groups])
    entries = tuple(hit.entry for group in groups for hit in group.hits)
    lengths = np.array([len(group.hits) for group in groups], dtype=np.int64)
    codes = [codes_of(entry) for entry in entries]
    columns = [_numbered([code[i] for code in codes]) for i in range(3)]
    second = np.array([entry.feature == "ADM2" for entry in entries], dtype=np.bool_)
    return Table(
        groups=tuple(groups),
        of_mention=of_mention,
        weights=reading * (1.0 + np.log(np.maximum(counts, 1))),
        name=name,
        group=np.repeat(np.arange(len(groups)), lengths),
        starts=np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
        if len(groups)
        else np.zeros(0, np.int64),
        entries=entries,
        lat=np.radians([entry.lat for entry in entries]),
        lon=np.radians([entry.lon for entry in entries]),
        codes=tuple(column for column, _ in columns),
        sizes=tuple(count for _, count in columns),
        levels=(
            np.array([entry.kind == "country" for entry in entries], dtype=np.bool_),
            np.array([entry.feature == "ADM1" for entry in entries], dtype=np.bool_),
            second,
        ),
        is_point=np.array([entry.kind in {"city", "site"} for entry in entries], dtype=np.bool_) | second,
        same=_numbered([entry.id for entry in entries])[0],
        edges=_edges(of_mention, name, marked),
    )


def codes_of(entry: Entry) -> tuple[str, str, str]:
    """The codes of the country and the first- and second-level region that a place is or lies in ("US", "US.OH", …)."""
    if not entry.country or entry.kind in {"area", "border_crossing"}:
        return "", "", ""
    admin1 = f"{entry.country}.{entry.admin1}" if entry.admin1 and entry.kind != "country" else ""
    return entry.country, admin1, f"{admin1}.{entry.admin2}" if admin1 and entry.admin2 else ""


def _numbered(codes: Sequence[str]) -> tuple[Ints, int]:
    """Numbers for codes, 0 for the empty one, and one more than the highest."""
    numbers = {code: i for i, code in enumerate(dict.fromkeys(("", *codes)))}
    return np.array([numbers[code] for code in codes], dtype=np.int64), len(numbers)


def _edges(of_mention: Ints, name: Ints, marked: Sequence[Marked]) -> tuple[Ints, Ints, Floats]:
    """Which names stand near which: each mention with the next few, the nearer the stronger."""
    strength: dict[tuple[int, int], float] = {}
    known = [(one.start, one.end, int(name[g])) for one, g in zip(marked, of_mention, strict=True) if g >= 0]
    for i, (_, end, one) in enumerate(known):
        for start, _, other in itertools.islice(known, i + 1, i + 1 + _NEIGHBOURS):
            if one != other:
                near = float(np.exp(-max(start - end, 0) / _NEAR_CHARACTERS))
                for pair in ((one, other), (other, one)):
                    strength[pair] = max(strength.get(pair, 0.0), near)
    pairs = np.array(list(strength), dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array(list(strength.values()))
