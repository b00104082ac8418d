"""From an article's text to its resolved toponyms, and to candidates for spans that somebody else has marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.gazetteer import Entry, Gazetteer
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.model import Mention, Span
from eventmap.toponyms.recognise import Candidate, candidates_at, recognise
from eventmap.toponyms.resolve import Resolved, resolve


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention and its gazetteer entry, None where the gazetteer has no likely place of that name."""

    mention: Mention
    entry: Entry | None


def geoparse(text: str, gazetteer: Gazetteer, online: OnlineGazetteer | None = None) -> list[Toponym]:
    """All toponyms of an article, in the order of the text; `online` is as for `recognise`."""
    return [_toponym(one) for one in resolve(text, recognise(text, gazetteer, online), gazetteer)]


def span_candidates(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Candidate]:
    """The given spans and the article's other toponyms, in the order of the text."""
    given = candidates_at(text, sorted(set(spans)), gazetteer)
    context = [
        candidate
        for candidate in recognise(text, gazetteer)
        if not any(candidate.start < other.end and other.start < candidate.end for other in given)
    ]
    return sorted([*given, *context], key=lambda candidate: candidate.start)


def _toponym(resolved: Resolved) -> Toponym:
    candidate, entry = resolved.candidate, resolved.entry
    others = tuple((other.id, _described(other)) for other in resolved.others)
    span = Span(candidate.start, candidate.end, candidate.text)
    if entry is not None:
        return Toponym(entry.mention(span, candidate.reading, resolved.confidence, resolved.why, others), entry)
    nowhere = Mention(
        start=span.start,
        end=span.end,
        text=span.text,
        reading=candidate.reading,
        id=None,
        name=span.text,
        kind=None,
        lat=None,
        lon=None,
        country="",
        admin1="",
        confidence=resolved.confidence,
        why=resolved.why,
        alternatives=others,
    )
    return Toponym(nowhere, None)


def _described(entry: Entry) -> str:
    """A candidate in words: "Paris, Texas, US"."""
    parts = [entry.name, entry.admin1_name if entry.admin1_name != entry.name else "", entry.country]
    return ", ".join(part for part in parts if part)
