"""Opt-in: asks OpenStreetMap's Nominatim for names that the gazetteer lacks. Off unless the user turns it on.

It sends the place name, and nothing else of the text, to a server off this machine. That alone may tell others what a
document is about, so it never happens by default: pass `enabled=True`, or set the environment variable
EVENTMAP_NOMINATIM=1. Answers are kept in `paths.home()`, so that no name is asked twice. Nominatim's usage policy asks
for at most one request a second and for a user agent that names the program. The answers are OpenStreetMap's (ODbL).
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from eventmap import paths
from eventmap.errors import GazetteerError
from eventmap.gazetteer.index import Gazetteer
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.records import Entry
from eventmap.model import PlaceKind

SWITCH = "EVENTMAP_NOMINATIM"
# The feature of entries that the service answered with.
ONLINE = "OSM"

_USER_AGENT = "eventmap/0.1 (event map of news stories; opt-in)"
_SECONDS_BETWEEN = 1.0
_TIMEOUT_S = 10
_KINDS: dict[str, PlaceKind] = {
    "country": "country", "state": "region", "region": "region", "province": "region", "county": "region",
    "state_district": "region", "district": "region", "city": "city", "town": "city", "village": "city",
    "hamlet": "city", "municipality": "city", "suburb": "city", "neighbourhood": "city", "ocean": "area",
    "sea": "area", "bay": "area", "river": "area", "continent": "area",
}  # fmt: skip


def is_enabled(enabled: bool | None = None) -> bool:
    """Whether names may be sent off this machine: as the argument says, else as EVENTMAP_NOMINATIM does."""
    return os.environ.get(SWITCH) == "1" if enabled is None else enabled


class OnlineGazetteer:
    """Looks up names that the gazetteer lacks at Nominatim, and remembers the answers."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        enabled: bool | None = None,
        cache: Path | None = None,
        adapter_factory: Any = None,
        seconds_between: float = _SECONDS_BETWEEN,
    ) -> None:
        """Prepare for asking; nothing is sent yet.

        Args:
            gazetteer: names that it knows are never asked for.
            enabled: the user's leave, see `is_enabled`.
            cache: the file of remembered answers.
            adapter_factory: geopy's, for tests.
            seconds_between: the least time between two requests.

        Raises:
            GazetteerError: the user has not turned this on.
        """
        if not is_enabled(enabled):
            raise GazetteerError(f"Asking online is off; set {SWITCH}=1 to send place names to Nominatim.")
        self._gazetteer = gazetteer
        self._cache = cache or paths.home() / "nominatim.sqlite"
        service = Nominatim(user_agent=_USER_AGENT, timeout=_TIMEOUT_S, adapter_factory=adapter_factory)
        self._ask = RateLimiter(
            service.geocode, min_delay_seconds=seconds_between, error_wait_seconds=max(2.0, seconds_between),
            max_retries=1, swallow_exceptions=False,
        )  # fmt: skip

    def find(self, name: str, country: str = "") -> Entry | None:
        """The place of this name (within `country`, ISO alpha-2, if given); None if the gazetteer has the name already.

        Its id is `osm:` with OpenStreetMap's type and number.

        Raises:
            GazetteerError: the service cannot be reached or refuses.
        """
        if not fold(name) or self._gazetteer.lookup(name):
            return None
        answer = self._remembered(name, country)
        return _entry(answer) if answer else None

    def _remembered(self, name: str, country: str) -> dict[str, Any] | None:
        key = f"{fold(name)}|{country.upper()}"
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(self._cache)) as database, database:
                database.execute("CREATE TABLE IF NOT EXISTS answers (query TEXT PRIMARY KEY, answer TEXT NOT NULL)")
                row = database.execute("SELECT answer FROM answers WHERE query = ?", (key,)).fetchone()
                if not row:
                    place = self._ask(name, country_codes=country or None, addressdetails=True, language="en")
                    row = (json.dumps(place.raw if place else None),)
                    database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, row[0]))
        except GeopyError as error:
            raise GazetteerError(f"Nominatim could not be asked for {name!r}: {error}.") from error
        except (OSError, sqlite3.Error) as error:
            raise GazetteerError(f"The file of remembered answers {self._cache} cannot be used: {error}.") from error
        answer: dict[str, Any] | None = json.loads(row[0])
        return answer


def _entry(raw: dict[str, Any]) -> Entry:
    address = raw.get("address", {})
    country = str(address.get("country_code", "")).upper()
    kind = _KINDS.get(str(raw.get("addresstype", "")), "site")
    return Entry(
        id=f"osm:{raw.get('osm_type', 'place')}/{raw.get('osm_id', raw.get('place_id', ''))}",
        name=str(raw.get("name") or str(raw.get("display_name", "")).split(",")[0]),
        kind=kind, lat=float(raw["lat"]), lon=float(raw["lon"]), country=country, admin1="",
        admin1_name=str(address.get("state", "")), admin2="", population=0, feature=ONLINE,
        countries=(country,) if country else (),
    )  # fmt: skip
