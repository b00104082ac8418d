"""Which places a query may mean ("Paris, Texas", "Yakutsk, Siberia", "Georgia border"), each with the reason why."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from eventmap.gazetteer.geometry import distance_km, in_box
from eventmap.gazetteer.index import Gazetteer
from eventmap.gazetteer.records import Entry, Hit
from eventmap.gazetteer.weights import weights as weigh

LatLon = tuple[float, float]
_BORDER = re.compile(r"(?P<country>.+?)(?:['’]s)? borders?(?: crossings?)?", re.IGNORECASE)
_PARENTHESES = re.compile(r"(.+?)\s*\(([^()]+)\)\s*$")
_NEAR_KM = 500.0
_SAME_TOWN_KM = 60.0
_WORDS = {"city": "town", "region": "region"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a query may mean; `confidence` is 0–1, `why` is for the reader."""

    entry: Entry
    confidence: float
    why: str


def find_candidates(
    gazetteer: Gazetteer,
    query: str,
    *,
    country_codes: Collection[str] | None = None,
    near: LatLon | None = None,
) -> list[Candidate]:
    """The places that the query may mean, the likeliest first.

    Args:
        gazetteer: where to look.
        query: a name, by itself or with what it lies in after a comma or in parentheses; or "… border". Where the
            qualifier is not borne out by the gazetteer, nothing is found: a wrong place is worse than none.
        country_codes: ISO 3166-1 alpha-2 codes; only places in one of these countries are taken.
        near: (latitude, longitude) that makes nearer places likelier.
    """
    name, qualifiers = _split(gazetteer, query)
    hits = _lookup(gazetteer, name)
    contexts: list[Entry] = []
    for qualifier in qualifiers:
        hits, context = _inside(gazetteer, hits, qualifier)
        contexts += context
    if country_codes is not None:
        allowed = {code.upper() for code in country_codes}
        hits = [hit for hit in hits if allowed & set(hit.entry.countries)]
    found = _judge(hits, contexts, near)
    return found or _borders(gazetteer, query, country_codes, near)


def _split(gazetteer: Gazetteer, query: str) -> tuple[str, Sequence[str]]:
    """The name and its qualifiers, narrowest first; a comma inside a known name ("Washington, D.C.") does not split."""
    query = query.strip()
    if match := _PARENTHESES.fullmatch(query):
        query = f"{match[1]}, {match[2]}"
    if "," not in query or _lookup(gazetteer, query):
        return query, ()
    name, *rest = (part.strip() for part in query.split(","))
    return name, [part for part in rest if part]


def _lookup(gazetteer: Gazetteer, name: str) -> list[Hit]:
    """The hits of a name that somebody typed, who may not care to write "tx" in capitals."""
    return gazetteer.lookup(name) or gazetteer.lookup(name.upper())


def _inside(gazetteer: Gazetteer, hits: list[Hit], qualifier: str) -> tuple[list[Hit], list[Entry]]:
    """The hits that lie in the likeliest place called `qualifier` that holds any of them, and that place."""
    for wider in _lookup(gazetteer, qualifier):
        kept = [hit for hit in hits if _holds(gazetteer, wider.entry, hit.entry)]
        if kept:
            return kept, [wider.entry]
    return [], []


def _holds(gazetteer: Gazetteer, wider: Entry, entry: Entry) -> bool:
    if wider.id == entry.id:
        return False
    if wider.kind == "country":
        return wider.country in entry.countries
    if wider.kind == "region":
        same = (wider.country, wider.admin1) == (entry.country, entry.admin1)
        return same and wider.admin2 in ("", entry.admin2)
    if wider.kind == "area":
        box = gazetteer.box(wider.id)
        common = not wider.countries or bool(set(wider.countries) & set(entry.countries))
        return common and box is not None and in_box(box, entry.lat, entry.lon)
    return distance_km(wider.lat, wider.lon, entry.lat, entry.lon) <= _SAME_TOWN_KM


def _judge(hits: list[Hit], contexts: list[Entry], near: LatLon | None) -> list[Candidate]:
    """Weigh the hits by population, kind of name and distance; the confidence is a hit's share of all weight."""
    weights = weigh(hits)
    if near:
        away = [distance_km(*near, hit.entry.lat, hit.entry.lon) for hit in hits]
        weights = [weight * math.exp(-km / _NEAR_KM) for weight, km in zip(weights, away, strict=True)]
    order = sorted(range(len(hits)), key=lambda i: -weights[i])
    total = sum(weights) or 1.0
    found = []
    for place, i in enumerate(order):
        why = _reason(hits, i, first=place == 0, contexts=contexts, near=near)
        found.append(Candidate(hits[i].entry, round(min(0.99, weights[i] / total), 3), why))
    return found


def _reason(hits: list[Hit], which: int, *, first: bool, contexts: list[Entry], near: LatLon | None) -> str:
    entry = hits[which].entry
    if contexts:
        return f"in {contexts[0].name}, as the query says"
    if len(hits) == 1:
        return "the only place of this name in the gazetteer"
    if near:
        return f"{distance_km(*near, entry.lat, entry.lon):,.0f} km from the point given, of {len(hits)} places"
    if first and entry.kind == "country":
        return f"a country, the first of {len(hits)} places of this name"
    if first and entry.population == max(hit.entry.population for hit in hits if hit.entry.kind == entry.kind):
        return f"most populous {_WORDS.get(entry.kind, 'place')} of {len(hits)} places of this name"
    return f"one of {len(hits)} places of this name"


def _borders(
    gazetteer: Gazetteer, query: str, country_codes: Collection[str] | None, near: LatLon | None
) -> list[Candidate]:
    """The main crossings of the country in "Georgia border" or "Georgian border", to the largest neighbour first."""
    match = _BORDER.fullmatch(query.strip())
    if not match:
        return []
    hits = [*gazetteer.lookup(match["country"]), *gazetteer.demonym(match["country"])]
    countries = [hit.entry for hit in hits if hit.entry.kind == "country"][:1]
    found: list[tuple[float, Entry, str]] = []
    for country in countries:
        for crossing in gazetteer.borders_of(country.country):
            other = next((code for code in crossing.countries if code != country.country), "")
            neighbour = gazetteer.country(other)
            main = gazetteer.border(country.country, other)
            if not neighbour or not main or main.id != crossing.id:
                continue
            if country_codes is not None and not {code.upper() for code in country_codes} & set(crossing.countries):
                continue
            size = (
                math.exp(-distance_km(*near, crossing.lat, crossing.lon) / _NEAR_KM) if near else neighbour.population
            )
            found.append((size, crossing, f"main crossing between {country.name} and {neighbour.name}"))
    found.sort(key=lambda item: -item[0])
    total = sum(size for size, _, _ in found) or 1.0
    return [Candidate(crossing, round(size / total, 3), why) for size, crossing, why in found]
