"""Geoparsing: the toponyms of an article, recognised and resolved in context."""

from eventmap.toponyms.focus import country_weights
from eventmap.toponyms.geoparse import Toponym, geoparse, resolve_spans

__all__ = ["Toponym", "country_weights", "geoparse", "resolve_spans"]
