"""Turns the records of a GeoNames dump into rows of the index, and tells which of them are places of the tables.

The shipped tables are curated: where a place is in both, its row, its point and its first name stay those of the
tables, and the dump adds names and, to areas and airports that have none, the GeoNames id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from eventmap.gazetteer.dump import Record
from eventmap.gazetteer.features import kind_of
from eventmap.gazetteer.geometry import distance_km, in_box
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.sources import ALTERNATE, PRIMARY, Place, add_region_keys, readable, worth_keeping

_KNOWN_NAMES = 5
_SAME_AIRPORT_KM = 20
_LEVELS = {"ADM1": 1, "ADM2": 2}


@dataclass(slots=True)
class Dumped:
    """Reads records; remembers which of them may be areas or airports of the tables.

    Attributes:
        curated: GeoNames ids of the countries and regions of the tables.
        keys: their keys ("US.LA.079"); those of the dump's further regions are added.
        admin1_names: by "RU.17".
        areas: folded first names of the tables' areas.
    """

    curated: Collection[int]
    keys: set[str]
    admin1_names: dict[str, str]
    areas: Collection[str]
    _found: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    _airports: dict[str, Place] = field(default_factory=dict)

    def places(self, records: Iterable[Record]) -> Iterator[Place]:
        """The rows of the records that the index takes."""
        for record in records:
            kind = kind_of(
                record.feature_class, record.feature, any(name != record.name for name in record.other_names)
            )
            if kind is None:
                continue
            name = readable(record.name, record.country)
            place = Place(
                record.geonameid, self._key(record), name, kind, record.lat, record.lon, record.country, record.feature,
                record.admin1, self.admin1_names.get(f"{record.country}.{record.admin1}", ""), record.admin2,
                record.population, (record.country,) if record.country else (),
            )  # fmt: skip
            place.add([name], ALTERNATE if record.geonameid in self.curated else PRIMARY)
            place.add(worth_keeping(record.name, record.other_names))
            if kind == "region":
                add_region_keys(place)
            self._remember(place, record)
            yield place

    def same_area(self, area: Place) -> int:
        """The id for an area of the tables: its own, or that of the dump's well-known area of this name in its box."""
        if area.pid > 0 or area.box is None:
            return area.pid
        namesakes = self._found.get(fold(area.name), ())
        inside = [place for place in namesakes if in_box(area.box, place.lat, place.lon)]
        return max(inside, key=lambda place: len(place.names)).pid if inside else area.pid

    def same_airport(self, airport: Place) -> int:
        """The id for an airport of the tables: that of the dump's airport with its ICAO code, if it is near."""
        found = self._airports.get((airport.key or "").removeprefix("airport:"))
        near = found and distance_km(airport.lat, airport.lon, found.lat, found.lon) <= _SAME_AIRPORT_KM
        return found.pid if found and near else airport.pid

    def _key(self, record: Record) -> str | None:
        """The key of a first- or second-level region, if no region has it yet."""
        parts = (record.country, record.admin1, record.admin2)
        level = _LEVELS.get(record.feature)
        key = ".".join(parts[: level + 1]) if level and all(parts[: level + 1]) else None
        if key is None or key in self.keys or record.geonameid in self.curated:
            return None
        self.keys.add(key)
        return key

    def _remember(self, place: Place, record: Record) -> None:
        if place.kind == "area" and len(place.names) >= _KNOWN_NAMES:
            folded = fold(place.name)
            if folded in self.areas:
                self._found[folded].append(place)
        if place.feature in ("AIRP", "AIRB"):
            for code in record.other_names:
                if len(code) == 4 and code.isascii() and code.isupper():
                    self._airports.setdefault(code.lower(), place)
