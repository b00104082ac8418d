"""Toponym resolution: which of the gazetteer's places of that name is meant, or that it is none of them.

The single best help is the company a name keeps: the region or country written beside it ("Paris, Texas"), and what
the article's other names, and the outlet's other articles, speak for. A trained ranker weighs that with size, kind,
distances and what the text calls the place (see `ranking`). Mentions of a name that the text uses alike have one sense.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eventmap.gazetteer import Entry, Gazetteer
from eventmap.gazetteer.online import ONLINE
from eventmap.toponyms.ranking.outlets import Home, Votes, votes_of
from eventmap.toponyms.ranking.ranker import FEATURES, ranker
from eventmap.toponyms.ranking.reasons import reason
from eventmap.toponyms.ranking.table import Floats, Table, table_of
from eventmap.toponyms.recognise import Candidate

# Below it a pin would be wrong four times of five: the place is rather one that the gazetteer lacks.
LEAST_SURE = 0.2

_OTHERS = 3
UNKNOWN = "no place in the gazetteer has this name"
UNLIKELY = "none of the places of this name in the gazetteer fits"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A candidate with the place chosen for it, how likely that is right (0–1), why, and what else it might be.

    `entry` is None, and the confidence 0, where the name is probably that of a place which the gazetteer lacks. What an
    online service has found for the very name is always taken.
    """

    candidate: Candidate
    entry: Entry | None
    confidence: float
    why: str
    others: tuple[Entry, ...]


def resolve(
    text: str,
    candidates: Sequence[Candidate],
    gazetteer: Gazetteer,
    home: Home | None = None,
    least_sure: float = LEAST_SURE,
) -> list[Resolved]:
    """Choose a place for every candidate, in the same order.

    Args:
        text: the article.
        candidates: its toponyms, in the order of the text.
        gazetteer: where their entries are from.
        home: where the article's outlet is at home, None if there is no telling.
        least_sure: how likely a place must be right (0–1) to be chosen; 0 chooses one wherever there is any.
    """
    table = table_of(text, candidates, gazetteer)
    model = ranker()
    inputs = model.inputs(table, home)
    chances = model.weigh(inputs, table.starts, table.group)
    sureness = model.sureness(table, chances)
    found = []
    for candidate, number in zip(candidates, table.of_mention.tolist(), strict=True):
        if number < 0:
            found.append(Resolved(candidate, None, 0.0, UNKNOWN, ()))
        else:
            found.append(_resolved(candidate, table, number, chances, inputs, float(sureness[number]), least_sure))
    return found


def speaks_for(text: str, candidates: Sequence[Candidate], gazetteer: Gazetteer) -> Votes:
    """What an article says of where its outlet is at home, to be used for the outlet's other articles."""
    table = table_of(text, candidates, gazetteer)
    return votes_of(table, ranker().first(table))


def _resolved(
    candidate: Candidate,
    table: Table,
    number: int,
    chances: Floats,
    inputs: Floats,
    sureness: float,
    least_sure: float,
) -> Resolved:
    group, first = table.groups[number], int(table.starts[number])
    order = first + np.argsort(-chances[first : first + len(group.hits)], kind="stable")
    ranked = list({table.entries[row].id: table.entries[row] for row in order.tolist()}.values())
    if sureness < least_sure and ranked[0].feature != ONLINE:
        return Resolved(candidate, None, 0.0, UNLIKELY, tuple(ranked[:_OTHERS]))
    best = int(order[0])
    evidence = dict(zip(FEATURES, inputs[best].tolist(), strict=True))
    why = reason(table, best, group, evidence, candidate.designator)
    is_place = 1.0 / (1.0 + math.exp(-candidate.evidence))
    return Resolved(candidate, ranked[0], round(is_place * sureness, 3), why, tuple(ranked[1 : 1 + _OTHERS]))
