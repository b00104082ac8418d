"""Where a newspaper or broadcaster is at home, told from its other articles and from its domain name.

A local paper writes about its own region: which Gainesville it means, its other articles say. Each article leaves
its `Votes` with its outlet; when it is resolved, its `Home` is what the others left. As inside an article, a name does
not speak for itself: a paper that always means a small Dublin would else be taken for an Irish one. An outlet that
writes about the whole world has no focus, and so says little.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np

from eventmap.gazetteer import Entry
from eventmap.gazetteer.names import fold
from eventmap.toponyms.ranking.context import haversine
from eventmap.toponyms.ranking.table import Floats, Table, codes_of

OUTLET = (
    "outlet country", "outlet ADM1", "outlet ADM2", "outlet near", "outlet same", "outlet focus", "outlet domain",
    "outlet domain country", "outlet other domain country", "outlet ADM1 log", "outlet country log", "outlet known",
)  # fmt: skip

_NEAR_KM = 60.0
_VOTE = 0.1
_MOST_VOTES = 100
_MOST_POINTS = 40
_SHORTEST_NAME = 4
_FEW = 0.02
# Suffixes that every country's outlets use.
_NOT_COUNTRIES = frozenset({"tv", "me", "io", "co", "fm", "am", "eu", "cc", "ly", "ai"})
_BY_SUFFIX = {"uk": "GB"}

# A folded name and what it speaks for: a country or region by its code ("US.OH"), or a place by its id ("#4509177").
Vote = tuple[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Votes:
    """What one article speaks for: a share (0–1) of its places for each vote; and its points (radians) by id."""

    shares: Mapping[Vote, float]
    points: Mapping[str, Point]


NO_VOTES = Votes({}, {})


def votes_of(table: Table, chances: Floats) -> Votes:
    """The votes of an article, of which each row of its table is meant with the given chances."""
    shares: defaultdict[Vote, float] = defaultdict(float)
    points: dict[str, Point] = {}
    weights = table.weights[table.group] * chances
    rows = np.flatnonzero(chances > _VOTE).tolist()
    for row in rows:
        entry, name, weight = table.entries[row], table.groups[table.group[row]].name, float(weights[row])
        for code in filter(None, codes_of(entry)):
            shares[name, code] += weight
        if table.is_point[row]:
            shares[name, f"#{entry.id}"] += weight
            points[entry.id] = (float(table.lat[row]), float(table.lon[row]))
    scale = 1.0 / (float(weights[rows].sum()) + 0.5)
    weightiest = sorted(shares.items(), key=lambda vote: (-vote[1], vote[0]))[:_MOST_VOTES]
    kept = {vote: n * scale for vote, n in weightiest}
    return Votes(kept, {id_: point for id_, point in points.items() if any(f"#{id_}" == vote[1] for vote in kept)})


@dataclass(slots=True)
class Outlet:
    """All that is known of one outlet: its domain, and what its articles speak for."""

    domain: str
    articles: int = 0
    shares: defaultdict[Vote, float] = field(default_factory=lambda: defaultdict(float))
    points: dict[str, Point] = field(default_factory=dict)

    def add(self, votes: Votes) -> None:
        self.articles += 1
        for vote, share in votes.shares.items():
            self.shares[vote] += share
        self.points.update(votes.points)

    def home(self, own: Votes) -> Home:
        """What all its articles but the one with the votes `own` speak for."""
        scale = 1.0 / (self.articles - 0.5)
        shares = {vote: (n - own.shares.get(vote, 0.0)) * scale for vote, n in self.shares.items()}
        totals: defaultdict[str, float] = defaultdict(float)
        for (_, what), share in shares.items():
            totals[what] += share
        towns = sorted(
            ((share, name, what[1:]) for (name, what), share in shares.items() if what[0] == "#"),
            key=lambda town: (-town[0], *town[1:]),
        )[:_MOST_POINTS]
        return Home(
            self.domain,
            self.articles - 1,
            shares,
            totals,
            max((share for what, share in totals.items() if what.count(".") == 1), default=0.0),
            tuple(name for _, name, _ in towns),
            np.array([(share, *self.points[id_]) for share, _, id_ in towns]).reshape(-1, 3),
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
    """Where an outlet is at home, by its other articles.

    Attributes:
        domain: its domain.
        articles: how many other articles there are.
        shares: what each name in them speaks for, as a share of all places.
        totals: the same for all names together.
        focus: the share of the region that they write most about.
        names, towns: a name, and (share, latitude, longitude) in radians, for each of its commonest places.
    """

    domain: str
    articles: int
    shares: Mapping[Vote, float]
    totals: Mapping[str, float]
    focus: float
    names: tuple[str, ...]
    towns: Floats

    def share(self, name: str, what: str) -> float:
        """How much the other names speak for a country, a region or a place."""
        return max(0.0, self.totals.get(what, 0.0) - self.shares.get((name, what), 0.0)) if what else 0.0


def outlet_features(table: Table, home: Home | None) -> Floats:
    """The columns `OUTLET` for every row of an article; all 0 where nothing is known of its outlet."""
    columns = np.zeros((len(table.entries), len(OUTLET)))
    if home is None or not table.entries:
        return columns
    near = _near(table, home)
    for row, entry in enumerate(table.entries):
        columns[row] = _features(entry, table.groups[table.group[row]].name, home, float(near[row]))
    return columns


def _features(entry: Entry, name: str, home: Home, near: float) -> tuple[float, ...]:
    country, region, county = (home.share(name, code) for code in codes_of(entry))
    suffix = domain_country(home.domain)
    known = home.articles > 0
    called = fold(entry.name).replace(" ", "")
    in_domain = len(called) >= _SHORTEST_NAME and called in home.domain.replace("-", "").replace(".", "")
    return (
        country,
        region,
        county,
        near,
        home.totals.get(f"#{entry.id}", 0.0),
        home.focus,
        float(in_domain and entry.kind != "country"),
        float(suffix != "" and suffix == entry.country),
        float(suffix not in ("", entry.country) and entry.country != ""),
        math.log(region / _FEW + 1.0) if known else 0.0,
        math.log(country / _FEW + 1.0) if known else 0.0,
        float(known),
    )


def _near(table: Table, home: Home) -> Floats:
    """How much of what other names speak for is near each row."""
    if not len(home.towns):
        return np.zeros(len(table.entries))
    km = haversine(table.lat[:, None], table.lon[:, None], home.towns[:, 1], home.towns[:, 2])
    own = np.array([[group.name == name for name in home.names] for group in table.groups])[table.group]
    value = np.where(own, 0.0, home.towns[:, 0] * np.exp(-km / _NEAR_KM))
    return np.where(table.is_point, value.sum(axis=1), 0.0)


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
