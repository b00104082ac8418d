"""Where a newspaper or broadcaster is at home, told from its other articles and from its domain name.

A local paper writes about its own region: which Gainesville it means, its other articles say. Each article leaves
its `Votes` with its outlet; when it is read again, its `Home` is what the others left. An outlet that writes about the
whole world has no focus, and so says little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np

from eventmap.gazetteer import Entry, distance_km
from eventmap.gazetteer.names import fold
from eventmap.toponyms.ranking.table import Floats, Table

# The columns that `outlet_features` gives.
OUTLET = (
    "outlet country", "outlet ADM1", "outlet ADM2", "outlet near", "outlet same", "outlet focus", "outlet domain",
    "outlet domain country", "outlet other domain country", "outlet ADM1 log", "outlet country log", "outlet known",
)  # fmt: skip

_NEAR_KM = 60.0
_VOTE = 0.1
_MOST_TOWNS = 12
_SHORTEST_NAME = 4
# Suffixes that every country's outlets use.
_NOT_COUNTRIES = frozenset({"tv", "me", "io", "co", "fm", "am", "eu", "cc", "ly", "ai"})
_BY_SUFFIX = {"uk": "GB"}


@dataclass(frozen=True, slots=True)
class Votes:
    """What one article speaks for: shares (each article's towns sum to at most 1) by region, country and town."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]
    counties: Mapping[tuple[str, str, str], float]
    towns: Mapping[str, tuple[float, float, float]]


def votes_of(table: Table, chances: Floats) -> Votes:
    """The votes of an article, of which each row of its table is meant with the given chances."""
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    counties: Counter[tuple[str, str, str]] = Counter()
    towns: Counter[str] = Counter()
    points: dict[str, tuple[float, float]] = {}
    total = 0.0
    weights = table.weights[table.group] * chances
    for entry, weight, chance in zip(table.entries, weights.tolist(), chances.tolist(), strict=True):
        if chance <= _VOTE:
            continue
        total += weight
        if entry.kind in {"area", "border_crossing"} or not entry.country:
            continue
        countries[entry.country] += weight
        if entry.kind == "country" or not entry.admin1:
            continue
        regions[entry.country, entry.admin1] += weight
        if entry.admin2:
            counties[entry.country, entry.admin1, entry.admin2] += weight
        if entry.kind != "region" or entry.feature == "ADM2":
            towns[entry.id] += weight
            points[entry.id] = (entry.lat, entry.lon)
    share = 1.0 / (total + 0.5)
    return Votes(
        {key: n * share for key, n in countries.items()},
        {key: n * share for key, n in regions.items()},
        {key: n * share for key, n in counties.items()},
        {key: (n * share, *points[key]) for key, n in towns.most_common(_MOST_TOWNS)},
    )


@dataclass(slots=True)
class Outlet:
    """All that is known of one outlet: its domain, and what its articles speak for."""

    domain: str
    articles: int = 0
    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, str]] = field(default_factory=Counter)
    counties: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    towns: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def add(self, votes: Votes) -> None:
        self.articles += 1
        self.countries.update(votes.countries)
        self.regions.update(votes.regions)
        self.counties.update(votes.counties)
        for id_, (n, lat, lon) in votes.towns.items():
            self.towns[id_] = (self.towns.get(id_, (0.0,))[0] + n, lat, lon)

    def home(self, own: Votes) -> Home:
        """What all its articles but the one with the votes `own` speak for."""
        articles = self.articles - 1
        scale = 1.0 / (articles + 0.5)
        towns = {
            id_: ((n - own.towns.get(id_, (0.0,))[0]) * scale, lat, lon) for id_, (n, lat, lon) in self.towns.items()
        }
        return Home(
            self.domain,
            articles,
            {key: (n - own.countries.get(key, 0.0)) * scale for key, n in self.countries.items()},
            {key: (n - own.regions.get(key, 0.0)) * scale for key, n in self.regions.items()},
            {key: (n - own.counties.get(key, 0.0)) * scale for key, n in self.counties.items()},
            dict(sorted(towns.items(), key=lambda item: (-item[1][0], item[0]))[:40]),
        )


class Outlets:
    """The outlets of some articles; all are to be added before the first home is asked for."""

    def __init__(self) -> None:
        self._outlets: dict[str, Outlet] = {}

    def add(self, source: str | None, votes: Votes) -> None:
        """Take up what an article of `source` (a domain or a URL) speaks for; without a source, nothing."""
        if domain := domain_of(source):
            self._outlets.setdefault(domain, Outlet(domain)).add(votes)

    def home(self, source: str | None, own: Votes) -> Home | None:
        """Where `source` is at home by its articles but the one with the votes `own`; None without a source."""
        domain = domain_of(source)
        return self._outlets[domain].home(own) if domain else None


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet is at home: shares of its articles' places by country, region, county and town."""

    domain: str
    articles: int
    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]
    counties: Mapping[tuple[str, str, str], float]
    towns: Mapping[str, tuple[float, float, float]]

    def speaks_for(self, entry: Entry) -> tuple[float, ...]:
        """How much speaks for a place, in the order of `OUTLET`."""
        country = self.countries.get(entry.country, 0.0)
        region = self.regions.get((entry.country, entry.admin1), 0.0) if entry.admin1 else 0.0
        county = self.counties.get((entry.country, entry.admin1, entry.admin2), 0.0) if entry.admin2 else 0.0
        point = entry.kind in {"city", "site"} or entry.feature == "ADM2"
        near = same = 0.0
        if point:
            near = sum(
                n * math.exp(-distance_km(entry.lat, entry.lon, lat, lon) / _NEAR_KM)
                for id_, (n, lat, lon) in self.towns.items()
            )
            same = self.towns.get(entry.id, (0.0,))[0]
        focus = max(self.regions.values(), default=0.0)
        suffix = domain_country(self.domain)
        called = fold(entry.name).replace(" ", "")
        in_domain = len(called) >= _SHORTEST_NAME and called in self.domain.replace("-", "").replace(".", "")
        known = self.articles > 0
        return (
            country,
            region,
            county,
            near,
            same,
            focus,
            float(in_domain and entry.kind != "country"),
            float(suffix != "" and suffix == entry.country),
            float(suffix not in ("", entry.country) and entry.country != ""),
            math.log(region + 0.02) - math.log(0.02) if known and entry.admin1 else 0.0,
            math.log(country + 0.02) - math.log(0.02) if known else 0.0,
            float(known),
        )


def outlet_features(table: Table, home: Home | None) -> Floats:
    """The columns `OUTLET` for every row of an article; all 0 where nothing is known of its outlet."""
    if home is None or not table.entries:
        return np.zeros((len(table.entries), len(OUTLET)))
    found = {entry.id: entry for entry in table.entries}
    evidence = {id_: home.speaks_for(entry) for id_, entry in found.items()}
    return np.array([evidence[entry.id] for entry in table.entries])


def domain_of(source: str | None) -> str:
    """The domain in a source such as "www.example.co.uk" or a URL, without "www."; "" where there is none."""
    text = (source or "").strip().lower()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host and " " not in host else ""


def domain_country(domain: str) -> str:
    """The country (ISO code) of a domain's suffix, "" where it tells none."""
    suffix = domain.rpartition(".")[2]
    if len(suffix) != 2 or suffix in _NOT_COUNTRIES:
        return ""
    return _BY_SUFFIX.get(suffix, suffix.upper())
