"""What speaks for a row of the table being the place that is meant, from its name and the words beside it."""

from __future__ import annotations

import functools
import math

import numpy as np

from eventmap.gazetteer import Entry, Hit
from eventmap.gazetteer.weights import chief_towns
from eventmap.toponyms.ranking.table import Floats, Group, Table

# What the gazetteer says of an entry among those of the same name.
HIT = (
    "primary", "alternate", "abbreviation", "demonym", "size", "no size", "largest", "smaller by", "larger by",
    "first", "rank", "country", "ADM1", "ADM2", "capital", "town", "area", "water", "continent", "other kind",
    "US", "GB", "CA", "namesakes", "alone", "alone in country", "town of region", "region of town", "town is larger",
    "against a country", "against a region",
)  # fmt: skip
# What the text says, here or at another mention of the same name.
USE = (
    "county is one", "county is none", "nation is one", "nation is none", "region is one", "region is none",
    "city is one", "city is none", "water is one", "water is none", "body", "no cue, ADM2", "capitals", "dotted",
    "words", "partly", "adjective", "in organisation", "qualified", "qualified otherwise", "qualified elsewhere",
    "qualified elsewhere otherwise", "county elsewhere", "behind its town",
)  # fmt: skip

_WATERS = frozenset({"OCEAN", "SEA", "RIVER", "LAKE", "STM", "BAY", "GULF", "STRAIT"})


def fixed_features(table: Table) -> Floats:
    """The columns `HIT` and `USE` for every row."""
    if not table.groups:
        return np.zeros((0, len(HIT) + len(USE)))
    elsewhere: dict[str, set[str]] = {}
    called: dict[str, set[str]] = {}
    for group in table.groups:
        elsewhere.setdefault(group.name, set()).update(group.qualified)
        called.setdefault(group.name, set()).add(group.cue)
    parts = []
    for group in table.groups:
        chief = chief_towns(group.hits)
        use = [
            _use_features(group, hit, elsewhere[group.name], called[group.name], hit.entry.id in chief)
            for hit in group.hits
        ]
        parts.append(np.hstack([np.array(_hit_features(group.hits)), np.array(use)]))
    return np.vstack(parts)


def size(entry: Entry) -> float:
    """The logarithm (base 10) of a place's population, from 0 for a hundred or fewer people."""
    return math.log10(max(entry.population, 100)) - 2.0


@functools.lru_cache(maxsize=4_096)
def _hit_features(hits: tuple[Hit, ...]) -> tuple[tuple[float, ...], ...]:
    sizes = sorted((size(hit.entry) for hit in hits), reverse=True)
    in_country: dict[str, int] = {}
    towns: dict[tuple[str, str], float] = {}
    regions: set[tuple[str, str]] = set()
    for hit in hits:
        entry, place = hit.entry, (hit.entry.country, hit.entry.admin1)
        in_country[entry.country] = in_country.get(entry.country, 0) + 1
        if entry.kind == "city":
            towns[place] = max(towns.get(place, 0.0), size(entry))
        elif entry.kind == "region":
            regions.add(place)
    has_country = any(hit.entry.kind == "country" for hit in hits)
    has_region = any(hit.entry.feature == "ADM1" for hit in hits)
    rows = []
    for rank, hit in enumerate(hits):
        entry, own, feature = hit.entry, size(hit.entry), hit.entry.feature
        place = (entry.country, entry.admin1)
        kinds = (
            entry.kind == "country", feature == "ADM1", feature == "ADM2", feature == "PPLC", entry.kind == "city",
            entry.kind == "area", feature in _WATERS, feature == "CONT", entry.kind in {"site", "border_crossing"},
        )  # fmt: skip
        rows.append(
            (
                *(float(hit.name_type == kind) for kind in ("primary", "alternate", "abbreviation", "demonym")),
                own,
                float(entry.population == 0),
                float(own == sizes[0]),
                sizes[0] - own,
                own - (sizes[1] if len(sizes) > 1 else 0.0) if own == sizes[0] else 0.0,
                float(rank == 0),
                1.0 / (1.0 + rank),
                *map(float, kinds),
                *(float(entry.country == code) for code in ("US", "GB", "CA")),
                math.log(len(hits)),
                float(len(hits) == 1),
                float(in_country[entry.country] == 1),
                float(entry.kind == "city" and place in regions),
                float(entry.kind == "region" and place in towns),
                float(entry.kind == "region" and towns.get(place, 0.0) + 0.5 > own),
                float(has_country and entry.kind != "country"),
                float(has_region and entry.kind == "country"),
            )
        )
    return tuple(rows)


def _use_features(group: Group, hit: Hit, elsewhere: set[str], called: set[str], behind: bool) -> tuple[float, ...]:
    entry, cue, text = hit.entry, group.cue, group.text
    is_county, is_city = entry.feature == "ADM2", entry.kind == "city"
    is_area = entry.kind == "area"
    # A state may be a country, but not where there is a region of that name.
    has_region = any(other.entry.kind == "region" for other in group.hits)
    is_region = entry.kind in {"region", "area"} or (entry.kind == "country" and not has_region)
    fits = (
        ("county", is_county),
        ("nation", entry.kind == "country"),
        ("region", is_region),
        ("city", is_city),
        ("water", is_area),
    )
    told = [float(cue == word and fit == good) for word, fit in fits for good in (True, False)]
    return (
        *told,
        float(cue == "body"),
        float(not cue and is_county),
        float(text.isupper() and len(text) > 4),
        float("." in text),
        float(min(text.count(" "), 3)),
        float(group.partly),
        float(group.reading == "demonym"),
        float(group.reading == "organisation"),
        float(entry.id in group.qualified),
        float(bool(group.qualified) and entry.id not in group.qualified),
        float(not group.qualified and entry.id in elsewhere),
        float(not group.qualified and bool(elsewhere) and entry.id not in elsewhere),
        float(not cue and "county" in called and is_county),
        float(behind and cue not in {"county", "region"} and entry.id not in group.qualified),
    )
