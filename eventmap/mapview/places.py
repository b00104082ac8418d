"""From events to places: one record for each place on the map, with its mix of types and the words of its tooltip."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from eventmap.certainty import is_uncertain, place_name, sureness
from eventmap.event_types import EventTypes
from eventmap.figures import people_by_place, people_phrase
from eventmap.frames import KIND_LABELS, place_confidence


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place and what happened there: `types` are (event type id, number of events), most frequent first.

    `confidence` (0–1) is that of its surest mention: a place is uncertain only where all of its mentions are.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    where: str
    confidence: float
    types: tuple[tuple[str, int], ...]
    people: tuple[str, ...]

    @property
    def events(self) -> int:
        return sum(number for _, number in self.types)

    @property
    def uncertain(self) -> bool:
        return is_uncertain(self.confidence)

    @property
    def label(self) -> str:
        """What is written beside the mark: name, whether it is uncertain, and the number of events above one."""
        name = place_name(self.name, self.confidence)
        return f"{name}  {self.events}" if self.events > 1 else name

    @property
    def exact(self) -> bool:
        """Whether the place is a point, rather than a whole region, country or area."""
        return self.kind not in ("region", "country", "area")


def map_places(table: pd.DataFrame) -> list[MapPlace]:
    """The places of the events in `table` (a frame of `eventmap.frames`), those with most events first.

    Among those with as many, exact places come before regions and countries.
    """
    types: dict[str, Counter[str]] = {}
    first: dict[str, tuple[Any, ...]] = {}
    columns = ["place_id", "type", "place", "kind", "lat", "lon", "admin1", "country_name"]
    for place_id, kind, *where in zip(*(table[column].tolist() for column in columns), strict=True):
        if isinstance(place_id, str):
            types.setdefault(place_id, Counter())[kind] += 1
            first.setdefault(place_id, tuple(where))
    crowds = people_by_place(table)
    sure = place_confidence(table)
    places = [
        MapPlace(
            id=place_id,
            name=name,
            kind=kind,
            lat=lat,
            lon=lon,
            where=place_line(kind, name, admin1, country),
            confidence=sure[place_id],
            types=tuple(sorted(types[place_id].items(), key=lambda item: (-item[1], item[0]))),
            people=tuple(people_phrase(total) for total in crowds.get(place_id, ())),
        )
        for place_id, (name, kind, lat, lon, admin1, country) in first.items()
    ]
    return sorted(places, key=lambda place: (-place.events, not place.exact, place.name))


def points(table: pd.DataFrame) -> list[tuple[float, float]]:
    """(lat, lon) of each place of the events in `table`, once."""
    columns = ["place_id", "lat", "lon"]
    rows = zip(*(table[column].tolist() for column in columns), strict=True)
    return list({place_id: (lat, lon) for place_id, lat, lon in rows if isinstance(place_id, str)}.values())


def place_line(kind: str, name: str, admin1: object, country: object) -> str:
    """What and where a place is, in one line: "Town or city · Sakha · Russia"; what is unknown is left out."""
    known = [part for part in (admin1, country) if isinstance(part, str) and part != name]
    return " · ".join(dict.fromkeys([KIND_LABELS[kind], *known]))


def tooltip_lines(place: MapPlace, types: EventTypes) -> str:
    """How sure an uncertain place is, its events by type, and the people in them; plain text, not yet escaped."""
    doubt = [f"Which place is meant: {sureness(place.confidence)}"] if place.uncertain else []
    lines = [f"{number} × {types.types[kind].label}" for kind, number in place.types]
    return "\n".join([*doubt, *lines, *place.people])
