"""Toponym resolution: which of the gazetteer's places of that name is meant.

The single best help is the company a name keeps: the region or country written beside it ("Paris, Texas"), and the
country and region that the article's other names share. Size, the kind of place, and what the text calls it are
weighed together with that; none decides alone. One name has one sense in an article, unless the text qualifies it.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventmap.gazetteer import Entry, Gazetteer, Hit, distance_km
from eventmap.lexicon import words
from eventmap.toponyms.containment import lies_in
from eventmap.toponyms.evidence import Features, resolution_features, score
from eventmap.toponyms.recognise import Candidate

# The nouns that say what a name stands for, by the kind of place that they fit.
_WORDS_FOR = {"region": words("region_designators"), "city": words("city_designators")}

# So many of an article's points are looked at for the nearest one.
_POINTS = 40

# Of a name's entries, those that lie in the place written beside it: entry id → that place's name.
Qualified = dict[str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A candidate with the place chosen for it, how sure that is (0–1), why, and what else it might be."""

    candidate: Candidate
    entry: Entry
    confidence: float
    why: str
    others: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the article as a whole speaks for: shares of its countries and first-level regions, and fixed points."""

    countries: dict[str, float]
    regions: dict[tuple[str, str], float]
    points: tuple[tuple[float, float], ...]


def resolve(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> list[Resolved]:
    """Choose a place for every candidate, in the same order."""
    qualifiers = qualifiers_of(candidates, gazetteer)
    context = context_of(candidates, qualifiers)
    senses = _one_sense(candidates, qualifiers, context)
    return [
        _resolved(candidate, senses.get(candidate.text) if i not in qualifiers else None, context, qualifiers.get(i))
        for i, candidate in enumerate(candidates)
    ]


def context_of(candidates: Sequence[Candidate], qualifiers: dict[int, Qualified]) -> Context:
    """What the article speaks for, from the names that need no context first, then from all."""
    context = _context((c, c.hits[0].entry) for c in candidates if _is_plain(c))
    for _ in range(2):
        chosen = [_best(c, context, qualifiers.get(i)) for i, c in enumerate(candidates)]
        context = _context(zip(candidates, chosen, strict=True))
    return context


def qualifiers_of(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> dict[int, Qualified]:
    """For candidates followed by the place that they are in ("X, Y", "X in Y", "X (Y)"), the hits that lie in it."""
    found = {}
    for i, (candidate, following) in enumerate(itertools.pairwise(candidates)):
        gap = following.first - candidate.last
        if candidate.paragraph == following.paragraph and 0 < gap <= 3 and following.start - candidate.end <= 10:
            wider = [hit.entry for hit in following.hits if hit.entry.kind in {"country", "region", "area"}]
            inside = {
                hit.entry.id: around.name
                for hit in candidate.hits
                for around in wider
                if lies_in(hit.entry, around, gazetteer)
            }
            if inside:
                found[i] = inside
    return found


def _is_plain(candidate: Candidate) -> bool:
    """Whether the name hardly needs a context: a country, or a place far larger than its namesakes."""
    if any(hit.entry.kind == "country" and hit.name_type in {"primary", "demonym"} for hit in candidate.hits):
        return True
    sizes = sorted((hit.entry.population for hit in candidate.hits), reverse=True)
    return len(sizes) == 1 or sizes[0] > 20 * (sizes[1] + 1_000)


def _context(chosen: Iterable[tuple[Candidate, Entry]]) -> Context:
    countries: defaultdict[str, float] = defaultdict(float)
    regions: defaultdict[tuple[str, str], float] = defaultdict(float)
    points: set[tuple[float, float]] = set()
    seen: set[tuple[str, str]] = set()
    for candidate, entry in chosen:
        if (candidate.text, entry.id) in seen:
            continue
        seen.add((candidate.text, entry.id))
        weight = {"place": 1.0, "demonym": 0.6, "organisation": 0.5}.get(candidate.reading, 0.0)
        for country in entry.countries:
            countries[country] += weight / len(entry.countries)
        if entry.admin1 and entry.kind in {"city", "site", "region"}:
            regions[entry.country, entry.admin1] += weight
        if entry.kind in {"city", "site", "region"}:
            points.add((entry.lat, entry.lon))
    total = sum(countries.values()) + 1.0
    places = sum(regions.values()) + 1.0
    return Context(
        {country: n / total for country, n in countries.items()},
        {region: n / places for region, n in regions.items()},
        tuple(points),
    )


def features_of(candidate: Candidate, hit: Hit, context: Context, qualifier: Qualified | None) -> Features:
    """What tells whether `hit` is the place meant by `candidate`, in its article."""
    entry = hit.entry
    nearest = None
    if entry.kind in {"city", "site", "region"}:
        others = [point for point in context.points if point != (entry.lat, entry.lon)][:_POINTS]
        nearest = min((distance_km(entry.lat, entry.lon, *point) for point in others), default=None)
    return resolution_features(
        hit,
        candidate.hits,
        candidate.designator,
        max((context.countries.get(country, 0.0) for country in entry.countries), default=0.0),
        context.regions.get((entry.country, entry.admin1), 0.0) if entry.admin1 else 0.0,
        nearest,
        bool(qualifier) and entry.id in (qualifier or {}),
    )


def _ranked(candidate: Candidate, context: Context, qualifier: Qualified | None) -> list[tuple[float, Hit]]:
    best: dict[str, tuple[float, Hit]] = {}
    for hit in candidate.hits:
        value = score(features_of(candidate, hit, context, qualifier), "resolution")
        if hit.entry.id not in best or best[hit.entry.id][0] < value:
            best[hit.entry.id] = (value, hit)
    return sorted(best.values(), key=lambda pair: -pair[0])


def _best(candidate: Candidate, context: Context, qualifier: Qualified | None) -> Entry:
    return _ranked(candidate, context, qualifier)[0][1].entry


def _one_sense(candidates: Sequence[Candidate], qualifiers: dict[int, Qualified], context: Context) -> dict[str, str]:
    """The id that a name has wherever it is not qualified: that of its qualified mentions, if there are any."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for i, candidate in enumerate(candidates):
        if i in qualifiers and candidate.reading != "demonym":
            votes[candidate.text][_best(candidate, context, qualifiers[i]).id] += 1
    return {text: ids.most_common(1)[0][0] for text, ids in votes.items()}


def _resolved(candidate: Candidate, sense: str | None, context: Context, qualifier: Qualified | None) -> Resolved:
    ranked = _ranked(candidate, context, qualifier)
    if sense is not None:
        ranked.sort(key=lambda pair: pair[1].entry.id != sense)
    value, hit = ranked[0]
    rest = sum(math.exp(min(other - value, 0.0)) for other, _ in ranked[1:])
    recognised = 1.0 / (1.0 + math.exp(-candidate.evidence))
    return Resolved(
        candidate,
        hit.entry,
        round(recognised / (1.0 + rest), 3),
        _why(candidate, hit, len(ranked), sense, context, qualifier),
        tuple(other.entry for _, other in ranked[1:4]),
    )


def _why(
    candidate: Candidate,
    hit: Hit,
    namesakes: int,
    sense: str | None,
    context: Context,
    qualifier: Qualified | None,
) -> str:
    """The reason for the choice, in words for the reader; the strongest evidence first."""
    entry = hit.entry
    if candidate.reading == "demonym":
        return f"“{candidate.text}” is the adjective of {entry.name}"
    if qualifier and entry.id in qualifier:
        return f"the text places it in {qualifier[entry.id]}"
    if sense == entry.id and namesakes > 1:
        return "the text says elsewhere which one of this name it means"
    if candidate.designator in _WORDS_FOR.get(entry.kind, frozenset()):
        return f"the text calls it a {candidate.designator}"
    if namesakes == 1:
        return "the only place of this name in the gazetteer"
    if entry.kind == "country":
        return "the name of a country"
    share = context.countries.get(entry.country, 0.0)
    if share >= 0.3 and len(context.points) > 2:
        return f"most places of this article are in the same country; one of {namesakes} places of this name"
    return f"the most likely of {namesakes} places of this name, by size and kind"
