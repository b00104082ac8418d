"""What a toponym is called where it stands, and which of the gazetteer's entries that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.lexicon import words as listed
from eventmap.model import Reading
from eventmap.toponyms.words import Word, is_name_word, is_other_script, words_of

_DESIGNATORS = listed("place_designators")
_REGION_WORDS = listed("region_designators")


def designator_of(words: Sequence[Word], first: int, last: int) -> str:
    """The noun that says what the name stands for ("the town of X", "X region", "X County"), "" if none does.

    Args:
        words: the words of an article.
        first, last: the toponym's words, `last` exclusive.
    """
    around = [_lower(words, i) for i in (last, first - 1, first - 2, first - 3)]
    after, before, second, third = around
    if after in _DESIGNATORS:
        return after
    if before == "of" and second in _DESIGNATORS:
        return second
    if before == "the" and second == "of":
        return third if third in _DESIGNATORS else ""
    if before in _DESIGNATORS:
        return before
    inside = [_lower(words, i) for i in (last - 1, first) if last - first > 1]
    return next((word for word in inside if word in _DESIGNATORS), "")


def meaning_of(name: str, designator: str, gazetteer: Gazetteer) -> tuple[Reading, tuple[Hit, ...]]:
    """Whether a toponym is a place or a demonym, and the entries that it may mean, the likeliest first.

    Only regions are left where the text calls the name one ("the Irkutsk region") and there is such a region.
    """
    hits = gazetteer.lookup(name)
    if is_other_script(name):
        # The gazetteer's primary names are in Latin letters; a place's name in its own script is no lesser one.
        hits = [replace(hit, name_type="primary") for hit in hits]
    demonyms = gazetteer.demonym(name)
    if demonyms and not any(hit.entry.kind in {"country", "area"} and hit.name_type == "primary" for hit in hits):
        return "demonym", tuple(demonyms)
    if designator in _REGION_WORDS and hits:
        regions = [hit for hit in gazetteer.lookup(f"{name} {designator}") if hit.entry.kind == "region"]
        hits = regions or [hit for hit in hits if hit.entry.kind == "region"] or hits
    return "place", tuple(hits)


def known_part(name: str, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """The entries of the longest part of a name that the gazetteer knows ("downtown Lexington"), the last of equals."""
    words = words_of(name)
    for size in range(len(words) - 1, 0, -1):
        for first in range(len(words) - size, -1, -1):
            if is_name_word(words[first].text):
                hits = gazetteer.lookup(name[words[first].start : words[first + size - 1].end])
                if hits:
                    return tuple(hits)
    return ()


def _lower(words: Sequence[Word], i: int) -> str:
    return words[i].text.lower() if 0 <= i < len(words) else ""
