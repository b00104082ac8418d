"""How well two places agree, each within its precision."""

from __future__ import annotations

from eventmap.gazetteer.geometry import distance_km
from eventmap.incidents.telling import Spot

BESIDE_KM, NEAR_KM, VICINITY_KM = 3.0, 10.0, 30.0
"""Up to these distances two points are the same site or centre, one town and its suburb, or neighbours."""

# A district or county is seldom wider; the records do not say which towns lie in it.
_DISTRICT_KM = 60.0
# The middle of an area (the Sahel, a sea) is seldom farther from a place in it.
_AREA_KM = 1500.0


def agreement(a: Spot | None, b: Spot | None) -> str | None:
    """The level of the part "place"; None where the two are different places."""
    if a is None or b is None:
        return "unknown" if a is b else "one_unknown"
    if a.id == b.id:
        return {"point": "same_point", "region": "same_region"}.get(a.precision, "same_country")
    return _position(a, b) or ("other_reading" if a.id in b.others or b.id in a.others else None)


def _position(a: Spot, b: Spot) -> str | None:
    if a.kind == "area" or b.kind == "area":
        return "inside_area" if distance_km(a.lat, a.lon, b.lat, b.lon) <= _AREA_KM else None
    if a.precision == "country" or b.precision == "country":
        # A border crossing has the country that the words name, but it lies as well in the one on the other side.
        crossing = "border_crossing" in (a.kind, b.kind) and distance_km(a.lat, a.lon, b.lat, b.lon) <= _AREA_KM
        return "inside_country" if _same(a.country, b.country) or crossing else None
    if a.precision == "region" or b.precision == "region":
        wide, other = (a, b) if a.precision == "region" else (b, a)
        return "inside_region" if _may_lie_in(other, wide) or _may_lie_in(wide, other) else None
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    if km <= BESIDE_KM:
        return "beside"
    if km <= NEAR_KM:
        return "near"
    return "vicinity" if km <= VICINITY_KM else None


def _may_lie_in(spot: Spot, region: Spot) -> bool:
    """A region of the first level has its own name for `admin1`; of one of the second only the middle is known."""
    if region.precision != "region" or not (_same(spot.country, region.country) and _same(spot.admin1, region.admin1)):
        return False
    if region.admin1 == region.name:
        return spot.name != spot.admin1 or spot.precision == "point"
    return spot.precision == "point" and distance_km(spot.lat, spot.lon, region.lat, region.lon) <= _DISTRICT_KM


def _same(a: str, b: str) -> bool:
    return bool(a) and a == b
