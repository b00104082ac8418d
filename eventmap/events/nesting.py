"""Which of several places that a sentence tells together is the finest: "in the town of X in the Y region"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from eventmap.events.located import LocatedToponym
from eventmap.events.roles import Role
from eventmap.gazetteer import Gazetteer, distance_km
from eventmap.lexicon import words
from eventmap.toponyms import lies_in

# "The X neighbourhood of Y", "X in Y": so many words at most between the two, and so far a quarter from its town, or a
# town from the one after which its region is named.
_NESTED_IN, _NESTING = frozenset({"of", "in"}), 6
_QUARTER_KM, _TOWN_KM = 50, 150
_PLACES_OF = words("place_nouns")
_FINENESS = {"border_crossing": 0, "site": 0, "city": 1, "region": 2, "area": 3, "country": 4}


@dataclass(frozen=True, slots=True)
class Scored:
    """A place of a sentence, what it does there, and how sure it is that an event happened at it (0–1)."""

    toponym: LocatedToponym
    role: Role
    strength: float

    @property
    def fineness(self) -> int:
        """The lower, the finer the sort of place."""
        return _FINENESS[self.toponym.entry.kind]


def finest(group: Sequence[Scored], doc: Doc, gazetteer: Gazetteer) -> list[Scored]:
    """Without the places that contain another of the group, and without repetitions."""
    group = _without_surroundings(group, doc)
    kept: dict[str, Scored] = {}
    for item in group:
        entry = item.toponym.entry
        wider = any(
            other.toponym.entry.id != entry.id
            and other.fineness <= item.fineness
            and lies_in(other.toponym.entry, entry, gazetteer)
            for other in group
        )
        if not wider and (entry.id not in kept or kept[entry.id].strength < item.strength):
            kept[entry.id] = item
    return list(kept.values())


def _without_surroundings(group: Sequence[Scored], doc: Doc) -> list[Scored]:
    """Of a place and the one that the text puts it in only the place, or the other where the place is misread."""
    dropped: set[int] = set()
    for item in group:
        for other in group:
            if other is not item and _surrounds(other, item, doc):
                dropped.add(id(item) if _is_too_far(item, other, doc) else id(other))
    return [item for item in group if id(item) not in dropped]


def _surrounds(wider: Scored, item: Scored, doc: Doc) -> bool:
    """Whether the text puts a place in the other that it names next ("the X neighbourhood of Y", "Mount X in Y")."""
    between = doc[item.toponym.last : wider.toponym.first]
    here, there = item.toponym.entry, wider.toponym.entry
    shared = here.kind == "area" and there.kind == "country" and there.country in here.countries
    if not 0 < len(between) <= _NESTING or not (shared or here.kind == there.kind == "city"):
        return False
    relates = any(token.lower_ in _NESTED_IN for token in between)
    return relates and all(
        token.pos_ in {"ADP", "DET", "ADJ", "ADV", "PUNCT"} or token.lemma_.lower() in _PLACES_OF for token in between
    )


def _is_too_far(item: Scored, wider: Scored, doc: Doc) -> bool:
    """Whether a place lies so far from that around it that the gazetteer must mean another of its name."""
    here, there = item.toponym.entry, wider.toponym.entry
    between = doc[item.toponym.last : wider.toponym.first]
    limit = _QUARTER_KM if any(token.lemma_.lower() in _PLACES_OF for token in between) else _TOWN_KM
    return here.kind == "city" and distance_km(here.lat, here.lon, there.lat, there.lon) > limit
