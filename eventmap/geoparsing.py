"""Geoparser input and output as JSON Lines: one article a line, one list of resolved mentions a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eventmap import nlp
from eventmap.errors import InputError
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms import Toponym, geoparse, resolve_spans


def mentions_record(text: str, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """The toponyms of `text` as the JSON objects that `geoparse` writes, in the order of the text."""
    return [_record(toponym) for toponym in geoparse(nlp.parse(text), gazetteer)]


def spans_record(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """Given spans of `text`, resolved, in the order given; without coordinates where the gazetteer has no such name."""
    resolved = resolve_spans(nlp.parse(text), spans, gazetteer)
    return [
        _record(toponym)
        if toponym is not None
        else {
            "start": start,
            "end": end,
            "text": text[start:end],
            "lat": None,
            "lon": None,
            "geonameid": None,
            "kind": None,
            "confidence": 0.0,
        }
        for (start, end), toponym in zip(spans, resolved, strict=True)
    ]


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


def _record(toponym: Toponym) -> dict[str, Any]:
    mention, entry = toponym.mention, toponym.entry
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "lat": entry.lat,
        "lon": entry.lon,
        "geonameid": entry.id if entry.id.isdigit() else None,
        "id": entry.id,
        "name": entry.name,
        "kind": "Demonym" if mention.reading == "demonym" else entry.kind,
        "reading": mention.reading,
        "country": entry.country,
        "confidence": mention.confidence,
    }
