"""Annotated articles as the ranker sees them: a table each, with the row that the annotators mean in each group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.model import Reading
from eventmap.toponyms.ranking.outlets import Home, Outlets, votes_of
from eventmap.toponyms.ranking.table import Floats, Ints, Table, table_of
from eventmap.toponyms.recognise import candidates_at
from training import corpora

LESSONS = Path(__file__).with_name("lessons.txt")
_PLACE = re.compile(r"\{(?P<words>[^:{}]+): (?P<name>[^,{}]+), (?P<country>[A-Z]{2}), (?P<kind>[a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated span with the gazetteer's entries for it, and the annotators' GeoNames id and point, if any."""

    start: int
    end: int
    text: str
    reading: Reading
    hits: tuple[Hit, ...]
    right: str | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Example:
    """An article: its marked toponyms and table, and which rows are right.

    Attributes:
        corpus, source: where it is from.
        target: of each row, the share of its group's mentions that mean it.
        weight: of each group, how many mentions mean one of its rows.
        linked: of each group, how many mentions have a GeoNames id at all.
    """

    corpus: str
    source: str
    marked: tuple[Marked, ...]
    table: Table
    target: Floats
    weight: Floats
    linked: Floats


def read(paths: Sequence[Path], gazetteer: Gazetteer) -> list[Example]:
    """The articles of corpora as `geoparse --spans` takes them, with “geonameid”, “lat” and “lon” of each mention."""
    return [example(one.record, one.corpus, gazetteer) for one in corpora.read(paths)]


def lessons(gazetteer: Gazetteer) -> list[Example]:
    """The sentences of lessons.txt, in which a place is written {words: name in the gazetteer, country, kind}."""
    found = []
    for number, line in enumerate(LESSONS.read_text(encoding="utf-8").splitlines(), start=1):
        text, mentions, end = "", [], 0
        for match in _PLACE.finditer(line):
            text += line[end : match.start()]
            hits = gazetteer.lookup(match["name"])
            meant = [h.entry for h in hits if (h.entry.country, h.entry.kind) == (match["country"], match["kind"])]
            if not meant:
                raise SystemExit(f"{LESSONS.name}, line {number}: the gazetteer has no {match['name']} like that.")
            start, end = len(text), match.end()
            text += match["words"]
            mentions.append({"start": start, "end": len(text), "geonameid": meant[0].id})
        if mentions:
            found.append(example({"text": text + line[end:], "mentions": mentions}, LESSONS.stem, gazetteer))
    return found


def example(record: dict[str, Any], corpus: str, gazetteer: Gazetteer) -> Example:
    """One article."""
    text = record["text"]
    marked = []
    mentions = sorted(record["mentions"], key=lambda mention: (mention["start"], mention["end"]))
    candidates = candidates_at(text, [(mention["start"], mention["end"]) for mention in mentions], gazetteer)
    for mention, found in zip(mentions, candidates, strict=True):
        start, end = mention["start"], mention["end"]
        point = (mention["lat"], mention["lon"]) if mention.get("lat") is not None else None
        right = str(mention["geonameid"]) if mention.get("geonameid") else None
        marked.append(Marked(start, end, found.text, found.reading, found.hits, right, point))
    table = table_of(text, marked, gazetteer)
    target, weight, linked = _targets(table, marked)
    return Example(corpus, record.get("source") or "", tuple(marked), table, target, weight, linked)


def _targets(table: Table, marked: Sequence[Marked]) -> tuple[Floats, Floats, Floats]:
    meant: list[Counter[str]] = [Counter() for _ in table.groups]
    for one, number in zip(marked, table.of_mention.tolist(), strict=True):
        if number >= 0 and one.right:
            meant[number][one.right] += 1
    target, weight, linked = np.zeros(len(table.entries)), np.zeros(len(table.groups)), np.zeros(len(table.groups))
    for number, group in enumerate(table.groups):
        linked[number] = sum(meant[number].values())
        rows = {hit.entry.id: int(table.starts[number]) + i for i, hit in reversed(list(enumerate(group.hits)))}
        known = {rows[id_]: count for id_, count in meant[number].items() if id_ in rows}
        if known:
            weight[number] = sum(known.values())
            for row, count in known.items():
                target[row] = count / weight[number]
    return target, weight, linked


def homes(examples: Sequence[Example], chances: Sequence[Floats]) -> list[Home | None]:
    """Where the outlet of each article is at home, by all its articles but this one."""
    outlets = Outlets()
    votes = [votes_of(one.table, likely) for one, likely in zip(examples, chances, strict=True)]
    for one, own in zip(examples, votes, strict=True):
        outlets.add(one.source, own)
    return [outlets.home(one.source, own) for one, own in zip(examples, votes, strict=True)]


def folds(examples: Sequence[Example], count: int) -> Ints:
    """The fold (0 … count - 1) of each article; no newspaper is in two."""
    articles = [corpora.Annotated(one.corpus, {"source": one.source}) for one in examples]
    return np.array(corpora.folds(articles, count), dtype=np.int64)
