"""Looks places up by name, id, country pair and position. Opening takes milliseconds, a lookup microseconds."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, cast

from eventmap.errors import GazetteerError
from eventmap.gazetteer import choice, schema
from eventmap.gazetteer.build import Progress, build_index
from eventmap.gazetteer.geometry import Box, cell_ranges, distance_km
from eventmap.gazetteer.namefilter import NameFilter
from eventmap.gazetteer.names import designation, fold, is_abbreviated, spellings
from eventmap.gazetteer.records import NAME_TYPES, Entry, Hit
from eventmap.gazetteer.sources import region_key
from eventmap.gazetteer.weights import by_population
from eventmap.model import PlaceKind

_TOWNS: tuple[PlaceKind, ...] = ("city",)
_WIDE = frozenset({"region", "country", "area"})
_RADII_KM = (20, 80, 300, 1200, 5000)
_HITS = (
    f"SELECT n.fold, n.type, {schema.COLUMNS} FROM json_each(?) f CROSS JOIN names n ON n.fold = f.value"
    " CROSS JOIN places p ON p.pid = n.pid"
)
_REMEMBERED = 20_000
_MAPPED_BYTES = 1 << 30


class Gazetteer:
    """The gazetteer's index, read-only. One object serves any number of threads."""

    def __init__(self, path: Path) -> None:
        """Open the index file at `path`; see `Gazetteer.open`.

        Raises:
            GazetteerError: there is no such file or it is not an index.
        """
        try:
            self._database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._database.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
            self._filter = NameFilter(self._database.execute("SELECT bits FROM filter").fetchone()[0])
        except (sqlite3.Error, ValueError) as error:
            raise GazetteerError(f"The gazetteer index {path} cannot be opened: {error}.") from error
        self._lock = threading.Lock()
        self._known: dict[str, tuple[Hit, ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
        """Open the index, and build it first if it is not there.

        Args:
            path: the index file; by default that of the installed data (`schema.index_path`).
            progress: told how far building is, see `build_index`.

        Raises:
            DataError, GazetteerError: as `build_index`, or the file is not an index.
        """
        goal = path or schema.index_path(geonames=choice.chosen())
        if not goal.is_file():
            build_index(progress, path=path)
        return cls(goal.resolve())

    def about(self) -> tuple[str, int]:
        """What the index was made of, for the reader, and how many places it holds."""
        source, places = self._all("SELECT source, places FROM about", ())[0]
        return source, places

    def lookup(self, name: str) -> list[Hit]:
        """All places of this name, the likeliest first.

        Countries come first, then by population; an area ranks as a town of a million, and a region that comes
        second to its town of the same name (Moscow) after that town.

        Names match when they fold alike, with "St" and "Mt" spelt out or not. If no region or country has the name
        as it stands, a region is also found by another word for what it is: "Irkutsk region" for Irkutsk Oblast.
        An abbreviation is found only by a name in capitals or with dots: "US" and "Calif.", but not "Us".
        Demonyms are not looked up here: see `demonym`.
        """
        return self.lookup_many((name,))[name]

    def lookup_many(self, names: Iterable[str]) -> dict[str, list[Hit]]:
        """`lookup` of each name, by name; names without a hit get an empty list. One query serves them all."""
        folded = {name: fold(name) for name in names}
        found = self._find(set(folded.values()))
        answer = {}
        for name, form in folded.items():
            short = is_abbreviated(name)
            answer[name] = [hit for hit in found[form] if short or hit.name_type != "abbreviation"]
        return answer

    def get(self, id: str) -> Entry | None:  # noqa: A002
        """The place with this id: a GeoNames id, `area:…`, `border:…` or `airport:…`."""
        column = "key" if ":" in id else "pid"
        return self._one(f"WHERE p.{column} = ?", id if ":" in id else int(id)) if ":" in id or id.isdigit() else None

    def country(self, iso2: str) -> Entry | None:
        """The country with this ISO 3166-1 alpha-2 code."""
        return self._one("WHERE p.key = ?", iso2)

    def capital(self, iso2: str) -> Entry | None:
        """The capital of a country."""
        return self._one("WHERE p.feature = 'PPLC' AND p.country = ? ORDER BY p.population DESC", iso2)

    def region(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        """The region with these GeoNames codes, as towns carry them: ("US", "LA") or ("US", "LA", "079")."""
        return self._one("WHERE p.key = ?", ".".join(filter(None, (country, admin1, admin2)))) if admin1 else None

    def box(self, id: str) -> Box | None:  # noqa: A002
        """(south, west, north, east) of an area; west > east where it crosses the 180° meridian."""
        sql = "SELECT south, west, north, east FROM boxes b JOIN places p ON p.pid = b.pid WHERE p.key = ? OR p.pid = ?"
        rows = self._all(sql, (id, id))
        return cast(Box, rows[0]) if rows else None

    def border(self, a: str, b: str) -> Entry | None:
        """The main border crossing between two countries (ISO codes, in either order)."""
        return self._one("JOIN crossings c ON c.pid = p.pid WHERE c.main AND c.a = ? AND c.b = ?", min(a, b), max(a, b))

    def borders_of(self, iso2: str) -> list[Entry]:
        """All border crossings of a country, the main ones first."""
        sql = "JOIN crossings c ON c.pid = p.pid WHERE c.a = ? OR c.b = ? ORDER BY c.main DESC, p.key"
        return self._entries(sql, (iso2, iso2))

    def neighbours(self, iso2: str) -> frozenset[str]:
        """ISO codes of the countries that share a land border with this one."""
        return frozenset(row[0] for row in self._all("SELECT neighbour FROM neighbours WHERE country = ?", (iso2,)))

    def demonym(self, word: str) -> list[Hit]:
        """The countries, regions and areas whose people or things are called so: "Georgian", "Siberian"."""
        entries = self._entries("JOIN demonyms d ON d.pid = p.pid WHERE d.fold = ?", (fold(word),))
        return by_population([Hit(entry, "demonym") for entry in entries])

    def nearest(
        self, lat: float, lon: float, *, limit: int = 1, kinds: Collection[PlaceKind] = _TOWNS
    ) -> list[tuple[float, Entry]]:
        """The places nearest to a point, with their distances in kilometres, nearest first."""
        marks = ",".join("?" * len(kinds))
        for km in (*_RADII_KM, None):
            ranges = list(cell_ranges(lat, lon, km)) if km else []
            near = " OR ".join(["p.cell BETWEEN ? AND ?"] * len(ranges)) or "TRUE"
            where = f"WHERE p.kind IN ({marks}) AND ({near})"
            values = (*kinds, *(number for pair in ranges for number in pair))
            found = [
                (distance_km(lat, lon, row[4], row[5]), row)
                for row in self._all(f"SELECT {schema.COLUMNS} FROM places p {where}", values)
            ]
            found.sort(key=lambda pair: pair[0])
            if not km or (len(found) >= limit and found[limit - 1][0] <= km):
                break
        return [(distance, _entry(row)) for distance, row in found[:limit]]

    def _find(self, folded: Collection[str]) -> dict[str, tuple[Hit, ...]]:
        """The hits of each folded name."""
        found = {name: hits for name in folded if (hits := self._known.get(name)) is not None}
        new = {name: spellings(name) for name in folded if name not in found}
        regions = {name: (region_key(*parts), region_key(parts[0])) for name in new if (parts := designation(name))}
        named = self._hits({form for forms in (*new.values(), *regions.values()) for form in forms})
        for name, forms in new.items():
            best = _best(named, forms)
            if name in regions and not any(hit.entry.kind in _WIDE for hit in best.values()):
                called, plain = regions[name]
                best |= _best(named, (called,)) or _best(named, (plain,))
            found[name] = tuple(by_population(list(best.values())) if best else ())
        if len(self._known) > _REMEMBERED:
            self._known = {}
        self._known.update((name, found[name]) for name in new)
        return found

    def _hits(self, forms: Iterable[str]) -> dict[str, list[Hit]]:
        """The hits of each of these forms, as they stand in the index."""
        hits: dict[str, list[Hit]] = defaultdict(list)
        asked = sorted(form for form in forms if self._filter.may_hold(form))
        for form, kind, *row in self._all(_HITS, (json.dumps(asked),)) if asked else ():
            hits[form].append(Hit(_entry(row), NAME_TYPES[kind]))
        return hits

    def _all(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        with self._lock:
            return self._database.execute(sql, values).fetchall()

    def _entries(self, where: str, values: tuple[Any, ...]) -> list[Entry]:
        return [_entry(row) for row in self._all(f"SELECT {schema.COLUMNS} FROM places p {where}", values)]

    def _one(self, where: str, *values: Any) -> Entry | None:
        entries = self._entries(where, values)
        return entries[0] if entries else None


def _entry(row: Any) -> Entry:
    pid, key, name, kind, lat, lon, country, admin1, admin1_name, admin2, population, feature, countries = row
    return Entry(
        str(pid) if pid > 0 else key, name, kind, lat, lon, country, admin1, admin1_name, admin2, population, feature,
        tuple(countries.split("|")) if countries else (),
    )  # fmt: skip


def _best(hits: dict[str, list[Hit]], forms: Iterable[str]) -> dict[str, Hit]:
    """Of the hits of several forms of a name, one for each place, by id: the one by its best name."""
    best: dict[str, Hit] = {}
    for hit in (hit for form in forms for hit in hits.get(form, ())):
        known = best.setdefault(hit.entry.id, hit)
        if NAME_TYPES.index(hit.name_type) < NAME_TYPES.index(known.name_type):
            best[hit.entry.id] = hit
    return best
