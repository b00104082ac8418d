"""From parsed paragraphs to resolved toponyms, and the same for spans that somebody else has marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.gazetteer import Entry, Gazetteer
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.model import Mention, Span
from eventmap.nlp import Paragraph
from eventmap.toponyms.ranking.outlets import Home
from eventmap.toponyms.recognise import Candidate, candidate_at, recognise
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
    paragraphs: Sequence[Paragraph],
    gazetteer: Gazetteer,
    online: OnlineGazetteer | None = None,
    home: Home | None = None,
) -> list[Toponym]:
    """All toponyms of an article that the gazetteer has a likely place for, in the order of the text.

    `online` is as for `recognise`, `home` as for `resolve`.
    """
    resolved = resolve(text_of(paragraphs), recognise(paragraphs, gazetteer, online), gazetteer, home)
    return [_toponym(one, one.entry) for one in resolved if one.entry is not None]


def resolve_spans(
    paragraphs: Sequence[Paragraph], spans: Sequence[tuple[int, int]], gazetteer: Gazetteer, home: Home | None = None
) -> list[Toponym | None]:
    """Resolve given spans of an article (offsets in code points, end exclusive), None where nothing has that name.

    The article's own toponyms serve as context beside the given ones.
    """
    candidates = span_candidates(paragraphs, spans, gazetteer)
    found = {
        (one.candidate.start, one.candidate.end): _toponym(one, one.entry)
        for one in resolve(text_of(paragraphs), candidates, gazetteer, home, least_sure=0.0)
        if one.entry is not None
    }
    return [found.get(span) for span in spans]


def span_candidates(
    paragraphs: Sequence[Paragraph], spans: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Those of the given spans that the gazetteer knows and the article's other toponyms, in the order of the text."""
    given = [candidate_at(paragraphs, start, end, gazetteer) for start, end in sorted(set(spans))]
    marked = [candidate for candidate in given if candidate is not None]
    context = [
        candidate
        for candidate in recognise(paragraphs, gazetteer)
        if not any(candidate.start < other.end and other.start < candidate.end for other in marked)
    ]
    return sorted([*marked, *context], key=lambda candidate: candidate.start)


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """The article's text again, with spaces for what stood between the paragraphs."""
    pieces, end = [], 0
    for paragraph in paragraphs:
        pieces += [" " * (paragraph.start - end), paragraph.text]
        end = paragraph.end
    return "".join(pieces)


def _toponym(resolved: Resolved, entry: Entry) -> Toponym:
    candidate = resolved.candidate
    others = tuple((other.id, _described(other)) for other in resolved.others)
    span = Span(candidate.start, candidate.end, candidate.text)
    mention = entry.mention(span, candidate.reading, resolved.confidence, resolved.why, others)
    return Toponym(mention, entry, candidate.paragraph, candidate.first, candidate.last)


def _described(entry: Entry) -> str:
    """A candidate in words: "Paris, Texas, US"."""
    parts = [entry.name, entry.admin1_name if entry.admin1_name != entry.name else "", entry.country]
    return ", ".join(part for part in parts if part)
