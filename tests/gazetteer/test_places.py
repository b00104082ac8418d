"""Holds what was typed by hand against the outlines of the countries (Natural Earth 10m, simplified to 0.02°)."""

import gzip
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest

from eventmap import paths
from eventmap.gazetteer import Gazetteer
from eventmap.gazetteer.tables import read_table

Ring = list[tuple[float, float]]
KM_PER_DEGREE = 111.2
WITHIN_KM = 15
ISLANDS_APART_KM = 75  # the middle of São Tomé and Príncipe is in the sea between them
WATERS = {"SEA", "OCEAN", "GULF", "STRAIT"}
# Natural Earth draws these as parts of another country, or not at all.
DRAWN_WITH = {"GF": "FR", "GP": "FR", "MQ": "FR", "RE": "FR", "YT": "FR", "BQ": "NL", "SJ": "NO"}
NOT_DRAWN = {"BV", "CC", "CX", "TK"}


@pytest.fixture(scope="module")
def outlines() -> dict[str, list[Ring]]:
    path = Path(__file__).with_name("country_outlines.json.gz")
    shapes: dict[str, list[Ring]] = json.loads(gzip.decompress(path.read_bytes()))
    return shapes


def away_km(lat: float, lon: float, rings: list[Ring]) -> float:
    """Kilometres from a point to the nearest point of a country; 0 inside it (by even-odd crossing of its rings)."""
    inside, nearest = False, math.inf
    for ring in rings:
        squeeze = math.cos(math.radians(lat)) * KM_PER_DEGREE
        points = [((y - lat) * KM_PER_DEGREE, (x - lon) * squeeze) for y, x in ring]
        for (ay, ax), (by, bx) in pairwise(points):
            dy, dx = by - ay, bx - ax
            length = dy * dy + dx * dx
            share = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
            nearest = min(nearest, math.hypot(ay + share * dy, ax + share * dx))
            if (ay > 0) != (by > 0) and ax - dx * ay / dy > 0:
                inside = not inside
    return 0.0 if inside else nearest


def rings_of(outlines: dict[str, list[Ring]], country: str) -> list[Ring]:
    return outlines[DRAWN_WITH.get(country, country)]


def test_the_measure_itself(outlines: dict[str, list[Ring]]) -> None:
    assert away_km(41.7, 44.8, outlines["GE"]) == 0
    assert away_km(41.7, 44.8, outlines["RU"]) == pytest.approx(100, abs=25)
    assert away_km(48.86, 2.35, outlines["GE"]) > 2000


def test_every_border_crossing_lies_at_both_its_countries(outlines: dict[str, list[Ring]]) -> None:
    far = {}
    for line in read_table(paths.GAZETTEER_TABLES / "borders.tsv", "id name lat lon names"):
        for country in line.text("id").removeprefix("border:").upper().split("-")[:2]:
            away = away_km(*line.point(), rings_of(outlines, country))
            if away > WITHIN_KM:
                far[line.text("id"), country] = round(away)
    assert far == {}


def test_every_pair_of_countries_with_crossings_has_a_main_one(gazetteer: Gazetteer) -> None:
    ids = [line.text("id") for line in read_table(paths.GAZETTEER_TABLES / "borders.tsv", "id name lat lon names")]
    assert len(set(ids)) == len(ids) > 300
    for id_ in ids:
        first, second = id_.removeprefix("border:").upper().split("-")[:2]
        main = gazetteer.border(first, second)
        assert main and main.id == "-".join(id_.split("-")[:2])


def areas() -> list[tuple[str, str, tuple[float, float], tuple[float, ...], tuple[str, ...]]]:
    columns = "slug geonameid name feature lat lon south west north east countries names"
    return [
        (
            line.text("slug"),
            line.text("feature"),
            line.point(),
            tuple(float(line.text(side)) for side in ("south", "west", "north", "east")),
            line.many("countries"),
        )
        for line in read_table(paths.GAZETTEER_TABLES / "areas.tsv", columns)
    ]


def in_box(point: tuple[float, float], box: tuple[float, ...]) -> bool:
    south, west, north, east = box
    lon = point[1]
    return south <= point[0] <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)


def test_every_area_has_its_point_in_its_box() -> None:
    assert len(areas()) > 700
    assert [slug for slug, _, point, box, _ in areas() if not in_box(point, box)] == []


def test_every_area_on_land_has_its_point_at_one_of_its_countries(outlines: dict[str, list[Ring]]) -> None:
    far = {}
    for slug, feature, point, _, countries in areas():
        if feature not in WATERS and countries:
            away = min(away_km(*point, rings_of(outlines, country)) for country in countries)
            if away > 60:
                far[slug] = round(away)
    # These have their middle in the sea.
    assert far.keys() == {"pacific-islands", "polynesia", "micronesia-island-region", "great-barrier-reef"}, far


def test_every_sea_has_its_point_in_the_water(outlines: dict[str, list[Ring]]) -> None:
    ashore = [
        (slug, country)
        for slug, feature, point, _, countries in areas()
        if feature in WATERS
        for country in countries
        if away_km(*point, rings_of(outlines, country)) == 0
    ]
    assert ashore == []


def reaches_into(rings: list[Ring], box: tuple[float, ...]) -> bool:
    """Whether a country has a corner in a box or holds a point of it: long straight borders have few corners."""
    if any(in_box(corner, box) for ring in rings for corner in ring):
        return True
    south, west, north, east = box
    steps = [i / 4 for i in range(5)]
    points = [(south + (north - south) * i, west + (east - west) % 360 * j) for i in steps for j in steps]
    return any(away_km(*point, rings) == 0 for point in points)


def test_every_country_of_an_area_reaches_into_its_box(outlines: dict[str, list[Ring]]) -> None:
    missing = {
        (slug, country)
        for slug, _, _, box, countries in areas()
        for country in countries
        if not reaches_into(rings_of(outlines, country), box)
    }
    # Natural Earth draws Crimea with Russia, and these small islands not at all.
    assert missing == {("kerch-strait", "UA"), ("snake-island", "UA")}


def test_every_country_point_is_in_or_at_its_country(outlines: dict[str, list[Ring]], gazetteer: Gazetteer) -> None:
    columns = "iso2 geonameid name lat lon population continent capital neighbours names"
    far = {}
    for line in read_table(paths.GAZETTEER_TABLES / "countries.tsv", columns):
        code = line.text("iso2")
        if code not in NOT_DRAWN:
            away = away_km(*line.point(), rings_of(outlines, code))
            if away > ISLANDS_APART_KM:
                far[code] = round(away)
        entry = gazetteer.country(code)
        assert entry and (entry.lat, entry.lon) == line.point()
    assert far == {}
