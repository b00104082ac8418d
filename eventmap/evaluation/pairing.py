"""Which of a program's mentions stands for which gold mention, how far apart the two are, and which are demonyms."""

from __future__ import annotations

from collections.abc import Sequence

from eventmap.evaluation.corpus import Annotation
from eventmap.gazetteer import Gazetteer, distance_km

# 100 miles, the customary bound of a place put well enough ("accuracy@161 km").
NEAR_KM = 161.0


def pairs(gold: Sequence[Annotation], answers: Sequence[Annotation]) -> list[tuple[Annotation, Annotation]]:
    """Gold mentions and answers that overlap, paired one to one: exact spans first, then by the longest overlap."""
    overlaps = []
    for i, right in enumerate(gold):
        for j, answer in enumerate(answers):
            shared = min(right.end, answer.end) - max(right.start, answer.start)
            if shared > 0:
                overlaps.append((right.span != answer.span, -shared, i, j))
    taken_gold: set[int] = set()
    taken_answers: set[int] = set()
    found = []
    for _, _, i, j in sorted(overlaps):
        if i not in taken_gold and j not in taken_answers:
            taken_gold.add(i)
            taken_answers.add(j)
            found.append((gold[i], answers[j]))
    return found


def error_km(gold: Annotation, answer: Annotation) -> float | None:
    """The distance between the two points in kilometres, None where one of them has none."""
    if gold.lat is None or gold.lon is None or answer.lat is None or answer.lon is None:
        return None
    return distance_km(gold.lat, gold.lon, answer.lat, answer.lon)


def is_demonym(mention: Annotation, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a mention names a people or their things and not a place: "Russian", "Texans".

    Its `kind` says so, or the gazetteer knows its words as the demonym of a country, or as that of another place while
    no place is called so itself ("Amhara" is both).
    """
    if mention.kind == "Demonym":
        return True
    words = text[mention.start : mention.end]
    named = gazetteer.demonym(words)
    return bool(named) and (
        any(hit.entry.kind == "country" for hit in named)
        or not any(hit.name_type == "primary" for hit in gazetteer.lookup(words))
    )
