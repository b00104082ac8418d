"""What the tagger is told of each word beside its letters: how it is written, and what the gazetteer knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.toponyms.words import Word, is_name_word, is_other_script, stretches

# A model was trained with these numbers: names may be added at the end of a list, never moved.
SHAPES = (
    "none",
    "lower case",
    "capitalised",
    "capitals",
    "mixed",
    "number",
    "punctuation",
    "one capital",
    "name in another script",
    "another script",
    "camel",
)
KNOWN_AS = (
    "nothing",
    "country",
    "first-level region",
    "second-level region",
    "area",
    "large city",
    "town",
    "small town",
    "site",
    "alternate name of a large place",
    "alternate name of a small place",
    "demonym",
)
# Each but "nothing" stands for two values: first word of the name, and further word of it.
GAZETTEER_VALUES = 2 * len(KNOWN_AS)

_LARGE, _TOWN, _LARGE_ALTERNATE = 300_000, 15_000, 100_000
_DEMONYM_WORDS = 3

Stretch = tuple[int, int]


def shapes(words: Iterable[Word]) -> list[int]:
    """An index into `SHAPES` for each word."""
    return [SHAPES.index(_shape(word.text)) for word in words]


def known_stretches(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> dict[Stretch, Sequence[Hit]]:
    """The stretches of words that the gazetteer knows, with its entries: those of a demonym where it is one."""
    names = {(first, last): text[words[first].start : words[last - 1].end] for first, last in stretches(words, text)}
    hits = gazetteer.lookup_many(names.values())
    found: dict[Stretch, Sequence[Hit]] = {}
    for (first, last), name in names.items():
        demonyms = gazetteer.demonym(name) if last - first <= _DEMONYM_WORDS else []
        entries = demonyms or hits[name]
        if entries and not (name.endswith(".") and _ends_the_sentence(name, entries)):
            found[first, last] = entries
    return found


def _ends_the_sentence(name: str, hits: Sequence[Hit]) -> bool:
    """Whether the full stop after a name is none of its own, as it is in "U.S." and "Calif."."""
    return "." not in name[:-1] and not any(hit.name_type == "abbreviation" for hit in hits)


def longest(known: Iterable[Stretch]) -> list[Stretch]:
    """Of the known stretches those that no longer one overlaps, the longest first."""
    taken: set[int] = set()
    found = []
    for first, last in sorted(known, key=lambda stretch: (stretch[0] - stretch[1], stretch)):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append((first, last))
    return found


def gazetteer_values(words: Sequence[Word], known: Mapping[Stretch, Sequence[Hit]]) -> list[int]:
    """For each word what the longest known stretch over it is known as, from 0 ("nothing") below `GAZETTEER_VALUES`."""
    values = [0] * len(words)
    for first, last in longest(known):
        value = 2 * KNOWN_AS.index(known_as(known[first, last]))
        values[first:last] = [value - 1] + [value] * (last - first - 1)
    return values


def known_as(hits: Sequence[Hit]) -> str:
    """What a name with these entries is known as, one of `KNOWN_AS`."""
    if not hits:
        return "nothing"
    if any(hit.name_type == "demonym" for hit in hits):
        return "demonym"
    named = [hit.entry for hit in hits if hit.name_type != "alternate"]
    if not named:
        large = any(hit.entry.population >= _LARGE_ALTERNATE or hit.entry.kind in {"country", "area"} for hit in hits)
        return "alternate name of a large place" if large else "alternate name of a small place"
    kinds = {entry.kind for entry in named}
    largest = max((entry.population for entry in named if entry.kind == "city"), default=None)
    if "country" in kinds:
        return "country"
    if any(entry.kind == "region" and entry.feature != "ADM2" for entry in named):
        return "first-level region"
    if "area" in kinds:
        return "area"
    if largest is not None and largest >= _LARGE:
        return "large city"
    if "region" in kinds:
        return "second-level region"
    if largest is None:
        return "site"
    return "town" if largest >= _TOWN else "small town"


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return "punctuation"
    if word.isdigit():
        return "number"
    if is_other_script(word):
        return "name in another script" if is_name_word(word) else "another script"
    if word.islower():
        return "lower case"
    if word.isupper():
        return "capitals" if len(word) > 1 else "one capital"
    if word.istitle():
        return "capitalised"
    return "mixed" if word[0].isupper() else "camel"
