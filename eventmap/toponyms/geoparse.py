"""From parsed paragraphs to resolved toponyms, and the same for spans that somebody else has marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.gazetteer import Entry, Gazetteer
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.model import Mention, Span
from eventmap.nlp import Paragraph
from eventmap.toponyms.recognise import candidate_at, recognise
from eventmap.toponyms.resolve import Resolved, resolve


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention with its gazetteer entry and its place in the parse: paragraph number, and token range in it.

    An `implied` place is one that the text names by way of another ("the Georgian border").
    """

    mention: Mention
    entry: Entry
    paragraph: int
    first: int
    last: int
    implied: bool = False


def geoparse(
    paragraphs: Sequence[Paragraph], gazetteer: Gazetteer, online: OnlineGazetteer | None = None
) -> list[Toponym]:
    """All toponyms of an article, in the order of the text; `online` as for `recognise`."""
    return [_toponym(resolved) for resolved in resolve(recognise(paragraphs, gazetteer, online), gazetteer)]


def resolve_spans(
    paragraphs: Sequence[Paragraph], spans: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> list[Toponym | None]:
    """Resolve given spans of an article (offsets in code points, end exclusive), None where nothing has that name.

    The article's own toponyms serve as context beside the given ones.
    """
    given = [candidate_at(paragraphs, start, end, gazetteer) for start, end in spans]
    marked = [candidate for candidate in given if candidate is not None]
    context = [
        candidate
        for candidate in recognise(paragraphs, gazetteer)
        if not any(candidate.start < other.end and other.start < candidate.end for other in marked)
    ]
    resolved = {
        (r.candidate.start, r.candidate.end): r
        for r in resolve(sorted(marked + context, key=lambda candidate: candidate.start), gazetteer)
    }
    return [_toponym(resolved[c.start, c.end]) if c is not None else None for c in given]


def _toponym(resolved: Resolved) -> Toponym:
    candidate, entry = resolved.candidate, resolved.entry
    others = tuple((other.id, _described(other)) for other in resolved.others)
    span = Span(candidate.start, candidate.end, candidate.text)
    mention = entry.mention(span, candidate.reading, resolved.confidence, resolved.why, others)
    return Toponym(mention, entry, candidate.paragraph, candidate.first, candidate.last)


def _described(entry: Entry) -> str:
    """A candidate in words: "Paris, Texas, US"."""
    parts = [entry.name, entry.admin1_name if entry.admin1_name != entry.name else "", entry.country]
    return ", ".join(part for part in parts if part)
