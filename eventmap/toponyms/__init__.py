"""Geoparsing: the toponyms of an article, recognised and resolved in context."""

from eventmap.toponyms.containment import lies_in
from eventmap.toponyms.focus import country_weights
from eventmap.toponyms.geoparse import Toponym, geoparse

__all__ = ["Toponym", "country_weights", "geoparse", "lies_in"]
