"""What tells whether the likeliest place of a name is the right one: the gazetteer may lack the one that is meant."""

from __future__ import annotations

import numpy as np

from eventmap.toponyms.ranking.features import size
from eventmap.toponyms.ranking.table import Floats, Table

SURENESS = (
    "bias", "chance", "partly", "partly, chance", "adjective", "alternate name", "alternate name, size", "abbreviation",
    "alone", "alone, size", "town", "size", "town, size", "county", "area", "body", "water, none", "qualified",
    "qualified otherwise",
)  # fmt: skip

_CERTAIN = 1e-4


def sureness_features(table: Table, chances: Floats) -> Floats:
    """The columns `SURENESS` for every group of a table, of which each row is the one meant with the given chances."""
    rows = []
    for number, group in enumerate(table.groups):
        first = int(table.starts[number])
        best = first + int(np.argmax(chances[first : first + len(group.hits)]))
        hit, entry = group.hits[best - first], table.entries[best]
        chance = min(max(float(chances[best]), _CERTAIN), 1.0 - _CERTAIN)
        odds = float(np.log(chance / (1.0 - chance))) if len(group.hits) > 1 else 0.0
        alone, town, people = float(len(group.hits) == 1), float(entry.kind == "city"), size(entry)
        rows.append(
            (
                1.0,
                odds,
                float(group.partly),
                odds * group.partly,
                float(group.reading == "demonym"),
                float(hit.name_type == "alternate"),
                people * (hit.name_type == "alternate"),
                float(hit.name_type == "abbreviation"),
                alone,
                alone * people,
                town,
                people,
                town * people,
                float(entry.feature == "ADM2"),
                float(entry.kind == "area"),
                float(group.cue == "body"),
                float(group.cue == "water" and entry.kind != "area"),
                float(entry.id in group.qualified),
                float(bool(group.qualified) and entry.id not in group.qualified),
            )
        )
    return np.array(rows).reshape(-1, len(SURENESS))
