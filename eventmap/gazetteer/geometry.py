"""Distances and the grid by which nearby places are found. Latitude first, WGS84 degrees, kilometres."""

import math
from collections.abc import Iterator

EARTH_RADIUS_KM = 6371.009
_COLUMNS = 360

# South, west, north, east; west > east where the box crosses the 180° meridian.
Box = tuple[float, float, float, float]


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine formula, mean Earth radius 6371.009 km)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def in_box(box: Box, lat: float, lon: float) -> bool:
    """Whether a point lies in a box, its edges included."""
    south, west, north, east = box
    between = west <= lon <= east if west <= east else lon >= west or lon <= east
    return south <= lat <= north and between


def cell(lat: float, lon: float) -> int:
    """The number of the one-degree grid cell that holds a point."""
    row = min(179, max(0, math.floor(lat + 90)))
    return row * _COLUMNS + math.floor(lon + 180) % _COLUMNS


def cell_ranges(lat: float, lon: float, km: float) -> Iterator[tuple[int, int]]:
    """The (first, last) numbers of runs of grid cells that hold every point within `km` of the given one."""
    degrees = math.degrees(km / EARTH_RADIUS_KM)
    south, north = lat - degrees, lat + degrees
    widest = max(abs(south), abs(north))
    reach = degrees / math.cos(math.radians(widest)) if widest < 89 else 180.0
    for row in range(math.floor(max(south, -90)), math.floor(min(north, 89.9)) + 1):
        west, east = cell(row, lon - reach), cell(row, lon + reach)
        if reach >= 179 or west == east:
            yield (cell(row, -180), cell(row, 179.9)) if reach >= 179 else (west, east)
        elif west < east:
            yield west, east
        else:
            yield west, cell(row, 179.9)
            yield cell(row, -180), east
