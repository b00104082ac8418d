"""Places agree within their precision."""

import pytest

from eventmap.incidents.places import agreement
from eventmap.incidents.telling import Spot


def spot(name, kind="city", lat=0.0, lon=0.0, country="KE", admin1="Kisumu", **more):
    precision = {"region": "region", "country": "country", "area": "region"}.get(kind, "point")
    return Spot(name, name, kind, lat, lon, country, admin1, precision, **more)


TOWN = spot("Kisumu")
REGION = spot("Kisumu County", "region", 0.2, 34.0, admin1="Kisumu County")
IN_REGION = spot("Ahero", lat=5.0, admin1="Kisumu County")
DISTRICT = spot("Nyando", "region", 0.2, 0.2)
KENYA = spot("Kenya", "country", 1.0, 38.0, admin1="")
SUDAN = spot("Sudan", "country", 16.0, 30.0, "SD", "")
LAKE = spot("Lake Victoria", "area", -1.0, 33.0, "", "")
CROSSING = spot("Busia crossing", "border_crossing", 1.0, 34.0, "UG", "")
EQUATOR_WEST, EQUATOR_EAST = spot("west", lon=179.99), spot("east", lon=-179.99)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (None, None, "unknown"),
        (TOWN, None, "one_unknown"),
        (TOWN, TOWN, "same_point"),
        (TOWN, spot("market", "site", lat=0.02), "beside"),
        (TOWN, spot("suburb", lat=0.08), "near"),
        (TOWN, spot("next town", lat=0.25), "vicinity"),
        (TOWN, spot("other town", lat=0.3), None),
        (EQUATOR_WEST, EQUATOR_EAST, "beside"),
        (REGION, REGION, "same_region"),
        (IN_REGION, REGION, "inside_region"),
        (TOWN, REGION, None),
        (TOWN, DISTRICT, "inside_region"),
        (spot("far", lat=2.0), DISTRICT, None),
        (DISTRICT, spot("Kisumu", "region", 0.0, 0.0), "inside_region"),
        (KENYA, KENYA, "same_country"),
        (TOWN, KENYA, "inside_country"),
        (DISTRICT, KENYA, "inside_country"),
        (TOWN, SUDAN, None),
        (KENYA, SUDAN, None),
        (CROSSING, KENYA, "inside_country"),
        (CROSSING, spot("Chile", "country", -30.0, -71.0, "CL", ""), None),
        (spot("Kisumu", lon=34.0), LAKE, "inside_area"),
        (spot("Lima", lat=-12.0, lon=-77.0), LAKE, None),
        (TOWN, spot("namesake", lat=30.0, country="US", others=frozenset({"Kisumu"})), "other_reading"),
    ],
)
def test_two_places(a, b, level):
    assert (agreement(a, b), agreement(b, a)) == (level, level)
