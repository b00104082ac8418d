"""Toponym recognition: which words of a paragraph name a place, and how they are meant.

Every capitalised stretch that the gazetteer knows is a candidate; what speaks for and against it (the entity
recogniser's label, a preposition before it, a designator beside it, its weight in the gazetteer) is weighed. The
recogniser alone finds only 57–86 % of the places that annotators mark, with its label; the gazetteer finds the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from eventmap.errors import GazetteerError
from eventmap.gazetteer import Gazetteer, Hit
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.model import Reading
from eventmap.nlp import Paragraph
from eventmap.toponyms.evidence import Features, recognition_features, score
from eventmap.toponyms.naming import called_so, designator_of, enclosing_name, is_name_word

_log = logging.getLogger(__name__)

MAX_WORDS = 6

# Log-odds from which a stretch is read as a toponym, and from which it is where the article has the same place surely.
THRESHOLD = -0.5
REPEATED = -2.0

_CONNECTORS = frozenset({"of", "the", "and", "de", "la", "del", "da", "do", "di", "al", "el", "-", "'", "’", "."})
_DEMONYM = 2.5  # a listed adjective of a country is hardly ever anything else
_ANSWERED = 1.0  # a name that the recogniser and an online service both take for a place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a paragraph that the gazetteer knows, and how it is meant there.

    `first` and `last` are token indices in the paragraph (`last` exclusive); `designator` is the common noun that
    says what kind of place it is ("region", "town"), "" if none does; `evidence` is in log-odds, and `features` what
    it was weighed from (none for a demonym).
    """

    paragraph: int
    first: int
    last: int
    start: int
    end: int
    text: str
    reading: Reading
    hits: tuple[Hit, ...]
    designator: str
    evidence: float
    features: Features = field(default_factory=dict, compare=False, repr=False)


def recognise(
    paragraphs: Sequence[Paragraph], gazetteer: Gazetteer, online: OnlineGazetteer | None = None
) -> list[Candidate]:
    """All toponyms of an article, in the order of the text, with the gazetteer's entries for each.

    With `online`, which the user must have turned on, names that the recogniser takes for places and the gazetteer
    lacks are asked for there.
    """
    possible = candidates(paragraphs, gazetteer)
    if online is not None:
        possible += _asked(paragraphs, possible, online)
    found = _without_overlaps([c for c in possible if c.evidence >= THRESHOLD], [])
    sure = {candidate.hits[0].entry.id for candidate in found if candidate.reading == "place"}
    again = [c for c in possible if REPEATED <= c.evidence < THRESHOLD and c.hits[0].entry.id in sure]
    return sorted(_without_overlaps(again, found), key=lambda candidate: candidate.start)


def candidates(paragraphs: Sequence[Paragraph], gazetteer: Gazetteer) -> list[Candidate]:
    """Every stretch that the gazetteer knows, likely or not, overlapping ones included."""
    ngrams = [(number, p, span) for number, p in enumerate(paragraphs) for span in _ngrams(p.doc)]
    known = gazetteer.lookup_many({span.text for _, _, span in ngrams})
    possible = (_candidate(number, p, span, known[span.text], gazetteer) for number, p, span in ngrams)
    return [candidate for candidate in possible if candidate is not None]


def _asked(paragraphs: Sequence[Paragraph], known: Sequence[Candidate], online: OnlineGazetteer) -> Iterator[Candidate]:
    """Candidates for the entities labelled as places that hold no known name, with the answer of an online service."""
    taken = {(candidate.paragraph, i) for candidate in known for i in range(candidate.first, candidate.last)}
    for number, paragraph in enumerate(paragraphs):
        for span in paragraph.doc.ents:
            if span.label_ in {"GPE", "LOC"} and taken.isdisjoint((number, i) for i in range(span.start, span.end)):
                try:
                    entry = online.find(span.text)
                except GazetteerError as error:
                    _log.warning("%s", error)
                    return
                if entry is not None:
                    start, text = paragraph.start + span.start_char, paragraph.verbatim(span.start_char, span.end_char)
                    hits, noun = (Hit(entry, "primary"),), designator_of(span)
                    yield Candidate(
                        number, span.start, span.end, start, start + len(text), text, "place", hits, noun, _ANSWERED
                    )


def _without_overlaps(new: Sequence[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
    """`kept` with those of `new` that overlap none before them, the longest first."""
    chosen = list(kept)
    taken = {(c.paragraph, i) for c in kept for i in range(c.first, c.last)}
    for candidate in sorted(new, key=lambda c: (c.first - c.last, -c.evidence, c.start)):
        tokens = {(candidate.paragraph, i) for i in range(candidate.first, candidate.last)}
        if taken.isdisjoint(tokens):
            chosen.append(candidate)
            taken |= tokens
    return chosen


def _ngrams(doc: Doc) -> Iterator[Span]:
    """Stretches of up to `MAX_WORDS` tokens that start and end with a capitalised word."""
    for first in doc:
        if not is_name_word(first) or first.lower_ == "the":
            continue
        for last in range(first.i, min(first.i + MAX_WORDS, len(doc))):
            token = doc[last]
            if is_name_word(token):
                yield doc[first.i : last + 1]
            elif token.lower_ not in _CONNECTORS:
                break


def _candidate(
    number: int, paragraph: Paragraph, span: Span, hits: Sequence[Hit], gazetteer: Gazetteer
) -> Candidate | None:
    reading: Reading = "place"
    features: Features = {}
    designator = designator_of(span)
    demonyms = gazetteer.demonym(span.text) if len(span) <= 3 else []
    if demonyms and (not hits or span.root.pos_ == "ADJ" or span.root.ent_type_ in {"NORP", "LANGUAGE"}):
        hits, reading, evidence = demonyms, "demonym", _DEMONYM
    elif hits:
        hits = called_so(hits, span.text, designator, gazetteer)
        enclosing = enclosing_name(span)
        features = recognition_features(span, hits, designator, enclosing, paragraph.is_dateline)
        evidence = score(features, "recognition")
        if enclosing is not None:
            reading = "person" if enclosing == "PERSON" else "organisation"
    else:
        return None
    start = paragraph.start + span.start_char
    return Candidate(
        number,
        span.start,
        span.end,
        start,
        start + len(span.text),
        paragraph.verbatim(span.start_char, span.end_char),
        reading,
        tuple(hits),
        designator,
        evidence,
        features,
    )


def candidate_at(paragraphs: Sequence[Paragraph], start: int, end: int, gazetteer: Gazetteer) -> Candidate | None:
    """The candidate for a span that is known to be a toponym, None if the gazetteer has nothing like it.

    Where the span as a whole is unknown, the longest part of it that is known stands for it.
    """
    holding = [(number, p) for number, p in enumerate(paragraphs) if p.start <= start and end <= p.end]
    if not holding:
        return None
    number, paragraph = holding[0]
    span = paragraph.doc.char_span(start - paragraph.start, end - paragraph.start, alignment_mode="expand")
    text = paragraph.verbatim(start - paragraph.start, end - paragraph.start)
    if span is None:
        return None
    hits = gazetteer.lookup(text) or gazetteer.demonym(text)
    tokens = len(span)
    for size in range(tokens - 1 if tokens > 1 else 0, 0, -1):
        if hits:
            break
        for offset in range(tokens - size, -1, -1):
            hits = hits or gazetteer.lookup(span[offset : offset + size].text)
    if not hits:
        return None
    reading: Reading = "demonym" if all(hit.name_type == "demonym" for hit in hits) else "place"
    return Candidate(
        number, span.start, span.end, start, end, text, reading, tuple(hits), designator_of(span), _DEMONYM
    )
