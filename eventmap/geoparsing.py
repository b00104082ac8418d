"""Geoparser input and output as JSON Lines: one article a line, one list of resolved mentions a line.

Articles that say which outlet they are from are resolved with a view to where it is at home, which its other articles
tell; so all are read first, and then resolved. What is remembered of an article in between is small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eventmap.errors import InputError
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms.geoparse import span_candidates
from eventmap.toponyms.ranking.outlets import NO_VOTES, Outlets, Votes
from eventmap.toponyms.recognise import Candidate, recognise
from eventmap.toponyms.resolve import LEAST_SURE, Resolved, resolve, speaks_for

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Source:
    """An article to geoparse: its text, its outlet (a domain, or None), and the spans to resolve if they are given."""

    text: str
    outlet: str | None = None
    spans: Spans | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    source: Source
    candidates: Sequence[Candidate]
    votes: Votes


def mentions_records(
    sources: Sequence[Source],
    gazetteer: Gazetteer,
    progress: Callable[[Sequence[Source]], Iterable[Source]] = iter,
) -> Iterator[list[dict[str, Any]]]:
    """For each article the JSON objects that `geoparse` writes.

    They are in the order of the text, or, where spans are given, in theirs: one for each span, without coordinates
    where the gazetteer has no such name.

    Args:
        sources: the articles. Their order makes no difference to what is found in each.
        gazetteer: where places are looked up.
        progress: passes the articles through and may say how far it is.
    """
    outlets = Outlets()
    read = []
    for source in progress(sources):
        candidates = _candidates(source, gazetteer)
        votes = speaks_for(source.text, candidates, gazetteer) if source.outlet else NO_VOTES
        outlets.add(source.outlet, votes)
        read.append(_Read(source, candidates, votes))
    for one in read:
        home = outlets.home(one.source.outlet, one.votes)
        least = LEAST_SURE if one.source.spans is None else 0.0
        yield _records(one.source, resolve(one.source.text, one.candidates, gazetteer, home, least))


def mentions_record(text: str, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """The toponyms of one text as the JSON objects that `geoparse` writes, in the order of the text."""
    return next(mentions_records([Source(text)], gazetteer))


def gold_spans(record: dict[str, Any], where: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of a record's `mentions`, which mark its toponyms.

    Raises:
        InputError: there are none, or one does not lie in the text; `where` is named.
    """
    mentions = record.get("mentions")
    if not isinstance(mentions, list):
        raise InputError(f"{where} has no list of “mentions”, which --spans needs.")
    spans = []
    for number, mention in enumerate(mentions, 1):
        start, end = (mention.get("start"), mention.get("end")) if isinstance(mention, dict) else (None, None)
        if not (type(start) is int and type(end) is int and 0 <= start < end <= len(record["text"])):
            raise InputError(f"{where}: mention {number} has no “start” and “end” that lie in the text.")
        spans.append((start, end))
    return spans


def _candidates(source: Source, gazetteer: Gazetteer) -> Sequence[Candidate]:
    if source.spans is None:
        return recognise(source.text, gazetteer)
    return span_candidates(source.text, source.spans, gazetteer)


def _records(source: Source, resolved: Sequence[Resolved]) -> list[dict[str, Any]]:
    if source.spans is None:
        return [_record(one) for one in resolved]
    found = {(one.candidate.start, one.candidate.end): _record(one) for one in resolved}
    return [found.get((start, end)) or _unknown(start, end, source.text[start:end]) for start, end in source.spans]


def _unknown(start: int, end: int, text: str) -> dict[str, Any]:
    unknown = dict.fromkeys(("lat", "lon", "geonameid", "kind"))
    return {"start": start, "end": end, "text": text, **unknown, "confidence": 0.0}


def _record(resolved: Resolved) -> dict[str, Any]:
    candidate, entry = resolved.candidate, resolved.entry
    if entry is None:
        return _unknown(candidate.start, candidate.end, candidate.text)
    return {
        "start": candidate.start,
        "end": candidate.end,
        "text": candidate.text,
        "lat": entry.lat,
        "lon": entry.lon,
        "geonameid": entry.id if entry.id.isdigit() else None,
        "id": entry.id,
        "name": entry.name,
        "kind": "Demonym" if candidate.reading == "demonym" else entry.kind,
        "reading": candidate.reading,
        "country": entry.country,
        "confidence": resolved.confidence,
    }
