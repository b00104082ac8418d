"""What a toponym is called where it stands, and which of the gazetteer's entries that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.lexicon import words as listed
from eventmap.model import Reading
from eventmap.toponyms.ranking.spans import hits_of
from eventmap.toponyms.words import Word, is_other_script

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

    Where the gazetteer lacks the name as a whole, the entries are those of its part that names a place; regions that
    are found only under what the text calls them ("the Anhalt district") are among them, too.
    """
    hits = hits_of(name, gazetteer)
    if is_other_script(name):
        # The gazetteer's primary names are in Latin letters; a place's name in its own script is no lesser one.
        hits = [replace(hit, name_type="primary") for hit in hits]
    demonyms = gazetteer.demonym(name)
    if demonyms and not any(hit.entry.kind in {"country", "area"} and hit.name_type == "primary" for hit in hits):
        return "demonym", tuple(demonyms)
    if designator in _REGION_WORDS:
        known = {hit.entry.id for hit in hits}
        called = gazetteer.lookup(f"{name} {designator}")
        hits += [hit for hit in called if hit.entry.kind == "region" and hit.entry.id not in known]
    return "place", tuple(hits)


def _lower(words: Sequence[Word], i: int) -> str:
    return words[i].text.lower() if 0 <= i < len(words) else ""
