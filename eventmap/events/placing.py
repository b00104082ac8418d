"""Places of events: each with how sure it is that the text means this one, and the next ones that it could mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventmap.events.located import LocatedToponym
from eventmap.gazetteer import Entry, Gazetteer
from eventmap.model import Mention, Place, PlaceCandidate, Span


@dataclass(frozen=True, slots=True)
class Home:
    """The country that an article is mostly about, and how sure that is: as sure as the surest name in it (0–1)."""

    entry: Entry
    confidence: float

    def place(self, mention: Span, why: str) -> Place:
        """This country as the place of an event, with the words that imply it and why they were read so."""
        return self.entry.place(mention, why, self.confidence)


def home_of(toponyms: Sequence[LocatedToponym], weights: Mapping[str, float], gazetteer: Gazetteer) -> Home | None:
    """The country that `weights` (ISO 3166-1 alpha-2 code → weight, the most first) puts first, if there is any."""
    code = next(iter(weights), "")
    entry = gazetteer.country(code) if code else None
    if entry is None:
        return None
    return Home(entry, max(named.mention.confidence for named in toponyms if named.entry.country == code))


def place_of(toponym: LocatedToponym, gazetteer: Gazetteer) -> Place:
    """What a toponym names as the place of an event, with the next candidates and where they are."""
    mention = toponym.mention
    return toponym.entry.place(mention.span, mention.why, mention.confidence, _candidates(mention, gazetteer))


def _candidates(mention: Mention, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    found = [(gazetteer.get(id_), id_, name) for id_, name in mention.alternatives]
    return tuple(
        PlaceCandidate(id_, name, entry.lat if entry else None, entry.lon if entry else None)
        for entry, id_, name in found
    )
