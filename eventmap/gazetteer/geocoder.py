"""The gazetteer as a geopy geocoder: the same calls as geopy's services, without a network."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from eventmap.gazetteer.candidates import Candidate, LatLon, find_candidates
from eventmap.gazetteer.index import Gazetteer
from eventmap.gazetteer.records import Entry

_LIMIT = 10


class RefusingAdapter(BaseSyncAdapter):  # type: ignore[misc]
    """Stands where geopy's geocoders keep their network client, and refuses every request."""

    def __init__(self, *, proxies: object, ssl_context: object) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)

    def get_json(self, url: str, *, timeout: object, headers: object) -> NoReturn:
        self.get_text(url, timeout=timeout, headers=headers)

    def get_text(self, url: str, *, timeout: object, headers: object) -> NoReturn:
        raise GeocoderUnavailable(f"The gazetteer asks nothing of the network: {url} was refused.")


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocodes place names with the gazetteer on this machine.

    `raw` of each geopy `Location` holds id, name, kind, country, admin1, precision, confidence and why.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Use `gazetteer`, or open (and build, if need be) the installed one."""
        super().__init__(adapter_factory=RefusingAdapter)
        self.gazetteer = gazetteer or Gazetteer.open()

    def candidates(
        self, query: str, country_codes: str | Collection[str] | None = None, near: LatLon | Point | None = None
    ) -> list[Candidate]:
        """The places that the query may mean, the likeliest first, each with its reason; see `find_candidates`.

        Raises:
            GeocoderQueryError: the query is empty or no text, or `near` is no point.
        """
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError(f"A place name is needed, not {query!r}.")
        codes = [country_codes] if isinstance(country_codes, str) else country_codes
        return find_candidates(
            self.gazetteer, query, country_codes=codes, near=_lat_lon(near) if near is not None else None
        )

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Collection[str] | None = None,
        near: LatLon | Point | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The likeliest place of this name, or all (at most `limit`, 10 if not given); None if there is none.

        `timeout` is taken for the sake of geopy's signature; nothing here waits.

        Raises:
            GeocoderQueryError: as `candidates`.
        """
        found = self.candidates(query, country_codes, near)[: 1 if exactly_one else limit or _LIMIT]
        places = [self._location(candidate.entry, candidate.confidence, candidate.why) for candidate in found]
        return (places[0] if exactly_one else places) if places else None

    def reverse(
        self,
        query: Point | LatLon | str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The town nearest to a point, or the `limit` (10 if not given) nearest.

        Raises:
            GeocoderQueryError: the query is no point.
        """
        nearest = self.gazetteer.nearest(*_lat_lon(query), limit=1 if exactly_one else limit or _LIMIT)
        places = [self._location(entry, 1.0, f"{km:.1f} km from the point given") for km, entry in nearest]
        return (places[0] if exactly_one else places) if places else None

    def _location(self, entry: Entry, confidence: float, why: str) -> Location:
        country = self.gazetteer.country(entry.country) if entry.country and entry.kind != "country" else None
        parts = dict.fromkeys(filter(None, (entry.name, entry.admin1_name, country.name if country else "")))
        raw = {
            "id": entry.id, "name": entry.name, "kind": entry.kind, "country": entry.country,
            "admin1": entry.admin1_name, "precision": entry.precision, "confidence": confidence, "why": why,
        }  # fmt: skip
        return Location(", ".join(parts), (entry.lat, entry.lon), raw)


def _lat_lon(point: Point | LatLon | str) -> LatLon:
    try:
        parsed = Point(point)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"{point!r} is not a latitude and a longitude.") from error
    return parsed.latitude, parsed.longitude
