"""Turns the committed tables and the list of towns into the rows of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eventmap.gazetteer.names import designation, fold, is_initialism
from eventmap.gazetteer.records import NAME_TYPES
from eventmap.gazetteer.tables import Line, read_table

PRIMARY, ALTERNATE, ABBREVIATION = (NAME_TYPES.index(kind) for kind in ("primary", "alternate", "abbreviation"))
REGION_MARK = "\x1f"
_LONGEST_ABBREVIATION = 5
_AIRPORT_CODES = (3, 4)  # IATA's and ICAO's
_CALLED = ("republic", "kingdom", "state")

# Countries whose towns GeoNames transliterates from Cyrillic, soft signs included.
_CYRILLIC = frozenset({"BY", "KG", "KZ", "RU", "TJ", "TM", "UA", "UZ"})


@dataclass(slots=True)
class Place:
    """A row of `places` with its names as (folded name, number of its name type)."""

    pid: int
    key: str | None
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    feature: str
    admin1: str = ""
    admin1_name: str = ""
    admin2: str = ""
    population: int = 0
    countries: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    names: dict[str, int] = field(default_factory=dict)

    def add(self, names: Iterable[str], name_type: int | None = None) -> None:
        """Take up names; without a given type, short capitals ("GCC", "HCMC") are abbreviations, others alternates."""
        for name in names:
            if folded := fold(name):
                short = name.isascii() and name.isupper() and len(name) <= _LONGEST_ABBREVIATION
                kind = name_type if name_type is not None else ABBREVIATION if short else ALTERNATE
                self.names.setdefault(folded, kind)


def region_key(core: str, called: str = "") -> str:
    """Under which a region is found by its proper name ("irkutsk") whatever it is called ("oblast", "region")."""
    return core + REGION_MARK + called


def add_region_keys(place: Place) -> None:
    """Let a region be found by its proper name, whatever it is called."""
    for folded in list(place.names):
        called = designation(folded)
        place.names.setdefault(region_key(called[0] if called else folded), ALTERNATE)


def countries(tables: Path) -> Iterator[tuple[Place, Line]]:
    """Countries, each with its line of the table."""
    columns = "iso2 geonameid name lat lon population continent capital neighbours names"
    for line in read_table(tables / "countries.tsv", columns):
        lat, lon = line.point()
        code = line.text("iso2")
        place = Place(
            line.integer("geonameid"), code, line.text("name"), "country", lat, lon, code, "PCLI",
            population=line.integer("population"), countries=(code,),
        )  # fmt: skip
        place.add([place.name], PRIMARY)
        place.add(line.many("names"))
        for folded in [name for name, kind in place.names.items() if kind != ABBREVIATION]:
            for called in _CALLED:
                place.names.setdefault(region_key(folded, called), ALTERNATE)
        yield place, line


def regions(tables: Path) -> Iterator[Place]:
    """Regions, those of the first level first."""
    columns = "geonameid code name type lat lon population names"
    admin1_names: dict[str, str] = {}
    second_level = []
    for line in read_table(tables / "regions.tsv.gz", columns):
        lat, lon = line.point()
        code = line.text("code")
        country, admin1, admin2 = (*code.split("."), "")[:3]
        place = Place(
            line.integer("geonameid"), code, line.text("name"), "region", lat, lon, country,
            "ADM2" if admin2 else "ADM1", admin1, "", admin2, line.integer("population"), (country,),
        )  # fmt: skip
        place.add([place.name], PRIMARY)
        place.add(line.many("names"))
        add_region_keys(place)
        if admin2:
            second_level.append(place)
        else:
            admin1_names[code] = place.admin1_name = place.name
            yield place
    for place in second_level:
        place.admin1_name = admin1_names.get(f"{place.country}.{place.admin1}", "")
        yield place


def towns(records: Iterable[dict[str, Any]], admin1_names: dict[str, str], admin2: dict[int, str]) -> Iterator[Place]:
    """Rows of the towns; `admin1_names` by "RU.17", `admin2` the second-level code by GeoNames id."""
    for town in records:
        pid, country, admin1 = town["geonameid"], town["countrycode"], town["admin1code"]
        place = Place(
            pid, None, readable(town["name"], country), "city", town["latitude"], town["longitude"], country, "PPL",
            admin1, admin1_names.get(f"{country}.{admin1}", ""), admin2.get(pid, ""), town["population"], (country,),
        )  # fmt: skip
        place.add([place.name], PRIMARY)
        place.add(worth_keeping(town["name"], town["alternatenames"]))
        yield place


def worth_keeping(name: str, others: Sequence[str]) -> Iterator[str]:
    """A place's other names without machine transliterations, which are all lower case, and without airport codes.

    GeoNames lists the codes (GAO of Guantánamo, which is no name of it) among the names; capitals that are the first
    letters of one of the names ("HCMC") are kept.
    """
    for other in others:
        capitals = len(other) in _AIRPORT_CODES and other.isascii() and other.isupper()
        if not (other.isascii() and other.islower()) and not (capitals and not is_initialism(other, (name, *others))):
            yield other


def readable(name: str, country: str) -> str:
    """A town's name as English text writes it: without the soft signs of transliterated Cyrillic ("Ryazan’")."""
    return name.replace("’", "").replace("ʹ", "") if country in _CYRILLIC else name


def areas(tables: Path) -> Iterator[Place]:
    """Areas, seas, rivers and lakes, each with its box; those typed by hand first."""
    columns = "slug geonameid name feature lat lon south west north east countries names"
    for table, first in (("areas.tsv", 1), ("lakes.tsv.gz", 20_001)):
        for number, line in enumerate(read_table(tables / table, columns), start=first):
            lat, lon = line.point()
            members = line.many("countries")
            place = Place(
                line.integer("geonameid") or -number, f"area:{line.text('slug')}", line.text("name"), "area", lat, lon,
                members[0] if len(members) == 1 else "", line.text("feature"), countries=members,
            )  # fmt: skip
            south, north = line.degrees("south", 90), line.degrees("north", 90)
            place.box = (south, line.degrees("west", 180), north, line.degrees("east", 180))
            place.add([place.name], PRIMARY)
            place.add(line.many("names"))
            yield place


def area_names(tables: Path) -> frozenset[str]:
    """The folded first names of all areas."""
    return frozenset(fold(place.name) for place in areas(tables))


def airports(tables: Path, admin1_names: dict[str, str]) -> Iterator[Place]:
    """Airports and air bases; `admin1_names` by "RU.17"."""
    lines = read_table(tables / "airports.tsv.gz", "icao name lat lon country admin1 names")
    for number, line in enumerate(lines, start=30_001):
        lat, lon = line.point()
        country, admin1 = line.text("country"), line.text("admin1")
        place = Place(
            -number, f"airport:{line.text('icao')}", line.text("name"), "site", lat, lon, country, "AIRP",
            admin1, admin1_names.get(f"{country}.{admin1}", ""), countries=(country,),
        )  # fmt: skip
        place.add([place.name], PRIMARY)
        place.add(line.many("names"), ALTERNATE)
        yield place


def borders(tables: Path) -> Iterator[tuple[Place, bool, Line]]:
    """The crossings, whether each is the main one of its two countries (its id ends with them), and their lines."""
    for number, line in enumerate(read_table(tables / "borders.tsv", "id name lat lon names"), start=10_001):
        lat, lon = line.point()
        prefix, _, rest = line.text("id").partition(":")
        pair = tuple(rest.upper().split("-")[:2])
        if prefix != "border" or len(pair) != 2 or list(pair) != sorted(pair):
            raise line.error(f"{line.text('id')!r} is not border:xx-yy with the countries in alphabetical order")
        place = Place(
            -number, line.text("id"), line.text("name"), "border_crossing", lat, lon, pair[0], "BORDER", countries=pair
        )
        place.add([place.name], PRIMARY)
        place.add(line.many("names"))
        yield place, rest.count("-") == 1, line


def extra_names(tables: Path) -> Iterator[tuple[Line, str, str, tuple[str, ...]]]:
    """(line, key or GeoNames id, name type, names) of the names that were added by hand."""
    for line in read_table(tables / "extra_names.tsv", "target type names"):
        kind = line.text("type")
        if kind not in ("primary", "alternate", "abbreviation"):
            raise line.error(f"type is {kind!r}, not primary, alternate or abbreviation")
        yield line, line.text("target"), kind, line.many("names")


def demonyms(tables: Path) -> Iterator[tuple[Line, str, tuple[str, ...]]]:
    """(line, key, words) of what the people and things of a place are called."""
    for line in read_table(tables / "demonyms.tsv", "target words"):
        yield line, line.text("target"), line.many("words")


def town_regions(tables: Path, codes: dict[int, str]) -> dict[int, str]:
    """Second-level code by the GeoNames id of the town; `codes` is "US.LA.079" by the GeoNames id of the region."""
    found: dict[int, str] = {}
    for line in read_table(tables / "town_regions.tsv.gz", "geonameid towns"):
        code = codes[line.integer("geonameid")].split(".")[2]
        found.update((int(town), code) for town in line.text("towns").split(","))
    return found
