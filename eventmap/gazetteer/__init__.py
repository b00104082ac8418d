"""The gazetteer: every name known of a place, and the places that it may mean."""

from eventmap.gazetteer.build import build_index, use
from eventmap.gazetteer.candidates import Candidate
from eventmap.gazetteer.geocoder import GazetteerGeocoder
from eventmap.gazetteer.geometry import distance_km
from eventmap.gazetteer.index import Gazetteer
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.records import Entry, Hit, NameType

__all__ = [
    "Candidate",
    "Entry",
    "Gazetteer",
    "GazetteerGeocoder",
    "Hit",
    "NameType",
    "build_index",
    "distance_km",
    "fold",
    "use",
]
