"""Events written for other programs: JSON Lines, CSV, GeoJSON and KML."""

from eventmap.export.geo import to_geojson, to_kml
from eventmap.export.tables import to_csv, to_jsonl

__all__ = ["to_csv", "to_geojson", "to_jsonl", "to_kml"]
