"""Why a place was chosen, in words for the reader; the strongest evidence first."""

from __future__ import annotations

from collections.abc import Mapping

from eventmap.lexicon import words
from eventmap.toponyms.ranking.table import Group, Table

# The nouns that say what a name stands for, by the kind of place that they fit.
_CUES_FOR = {"city": ("city",), "region": ("county", "region"), "area": ("water", "region"), "country": ("nation",)}
_WORDS = words("region_designators") | words("city_designators")
_SHARE = 0.3


def reason(table: Table, row: int, group: Group, evidence: Mapping[str, float], designator: str) -> str:
    """Why the place of `row` was chosen among those of its group.

    Args:
        table: the article's names.
        row: the row chosen.
        group: the name.
        evidence: the row's features by name.
        designator: the noun beside the name that says what it is, "" if none does.
    """
    entry, namesakes = table.entries[row], len({hit.entry.id for hit in group.hits})
    if group.reading == "demonym":
        return f"“{group.text}” is the adjective of {entry.name}"
    if entry.id in group.qualified:
        return f"the text places it in {group.qualified[entry.id]}"
    if evidence["qualified elsewhere"] and namesakes > 1:
        return "the text says elsewhere which one of this name it means"
    if designator in _WORDS and group.cue in _CUES_FOR.get(entry.kind, ()):
        return f"the text calls it {'an' if designator[0] in 'aeiou' else 'a'} {designator}"
    if namesakes == 1:
        return "the only place of this name in the gazetteer"
    if entry.kind == "country":
        return "the name of a country"
    of_all = f"; one of {namesakes} places of this name"
    if evidence["ADM1 share"] >= _SHARE:
        return f"other places of this article are in {entry.admin1_name or entry.name}, too{of_all}"
    if evidence["outlet ADM1"] >= _SHARE:
        return f"the outlet’s other articles are about {entry.admin1_name or entry.name}{of_all}"
    if evidence["country share"] >= _SHARE and evidence["support"] > 1.0:
        return f"most places of this article are in the same country{of_all}"
    return f"the most likely of {namesakes} places of this name, by size and kind"
