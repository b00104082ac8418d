"""From events to places: one record for each place on the map, with its mix of types and the words of its tooltip."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from eventmap.event_types import EventTypes
from eventmap.figures import people, people_phrase
from eventmap.frames import KIND_LABELS


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place and what happened there: `types` are (event type id, number of events), most frequent first."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    where: str
    types: tuple[tuple[str, int], ...]
    people: tuple[str, ...]

    @property
    def events(self) -> int:
        return sum(number for _, number in self.types)

    @property
    def exact(self) -> bool:
        """Whether the place is a point, rather than a whole region, country or area."""
        return self.kind not in ("region", "country", "area")


def map_places(table: pd.DataFrame) -> list[MapPlace]:
    """The places of the events in `table` (a frame of `eventmap.frames`), those with most events first."""
    placed = table[table["place_id"].notna()]
    places = [_map_place(str(place_id), group) for place_id, group in placed.groupby("place_id", sort=False)]
    return sorted(places, key=lambda place: (-place.events, place.name))


def _map_place(place_id: str, events: pd.DataFrame) -> MapPlace:
    first = events.iloc[0]
    types = sorted(Counter(events["type"]).items(), key=lambda item: (-item[1], item[0]))
    return MapPlace(
        id=place_id,
        name=first["place"],
        kind=first["kind"],
        lat=float(first["lat"]),
        lon=float(first["lon"]),
        where=place_line(first["kind"], first["place"], first["admin1"], first["country_name"]),
        types=tuple(types),
        people=tuple(people_phrase(total) for total in people(events)),
    )


def place_line(kind: str, name: str, admin1: object, country: object) -> str:
    """What and where a place is, in one line: "Town or city · Sakha · Russia"; what is unknown is left out."""
    parts = [KIND_LABELS[kind], *(str(part) for part in (admin1, country) if pd.notna(part) and part not in ("", name))]
    return " · ".join(dict.fromkeys(parts))


def tooltip_lines(place: MapPlace, types: EventTypes) -> str:
    """The events of a place by type, and the people in them, a line each; plain text, not yet escaped."""
    lines = [f"{number} × {types.types[kind].label}" for kind, number in place.types]
    return "\n".join([*lines, *place.people])
