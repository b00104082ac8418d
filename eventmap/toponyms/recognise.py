"""Toponym recognition: which words of a paragraph name a place, and how they are meant.

Every capitalised stretch that the gazetteer knows is a candidate; what speaks for and against it (the entity
recogniser's label, a preposition before it, a designator beside it, its weight in the gazetteer) is added up. The
recogniser alone finds only 57–86 % of the places that annotators mark, with its label; the gazetteer finds the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.lexicon import words
from eventmap.model import Reading
from eventmap.nlp import Paragraph

MAX_WORDS = 6

# Evidence in log-odds, set by hand on the training part of three annotated corpora (see scripts and README).
THRESHOLD = 2.5
_LABEL = {"GPE": 3.0, "LOC": 2.5, "FAC": 1.5, "": 0.0, "NORP": -0.5, "ORG": -0.5, "PERSON": -1.5, "LANGUAGE": -1.0}
_OTHER_LABEL = -2.5
_DATELINE = 3.0

_CONNECTORS = frozenset({"of", "the", "and", "de", "la", "del", "da", "do", "di", "al", "el", "-", "'", "’", "."})
_STRONG_PREPOSITIONS = frozenset({"in", "near", "outside", "into", "across", "around", "at", "throughout"})
_WEAK_PREPOSITIONS = frozenset({"from", "to", "of", "on", "toward", "towards", "over", "between", "for"})
_DESIGNATORS = words("place_designators")
_TITLES = words("titles")
_NAMING_LABELS = frozenset({"ORG", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a paragraph that the gazetteer knows, and how it is meant there.

    `first` and `last` are token indices in the paragraph (`last` exclusive); `designator` is the common noun that
    says what kind of place it is ("region", "town"), "" if none does; `evidence` is in log-odds.
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


def recognise(paragraphs: Sequence[Paragraph], gazetteer: Gazetteer) -> list[Candidate]:
    """All toponyms of an article, in the order of the text, with the gazetteer's entries for each."""
    ngrams = [list(_ngrams(paragraph.doc)) for paragraph in paragraphs]
    names = {doc_span.text for spans in ngrams for doc_span in spans}
    known = {name: hits for name, hits in gazetteer.lookup_many(names).items() if hits}
    found: list[Candidate] = []
    for number, (paragraph, spans) in enumerate(zip(paragraphs, ngrams, strict=True)):
        taken: set[int] = set()
        for span in sorted(spans, key=lambda span: (-len(span), span.start)):
            if taken.isdisjoint(range(span.start, span.end)):
                candidate = _candidate(number, paragraph, span, known, gazetteer)
                if candidate is not None:
                    found.append(candidate)
                    taken.update(range(span.start, span.end))
    sure = {hit.entry.id for c in found if c.evidence >= THRESHOLD and c.reading == "place" for hit in c.hits[:1]}
    kept = [c for c in found if c.evidence >= THRESHOLD or (c.hits[0].entry.id in sure and c.evidence >= THRESHOLD - 2)]
    return sorted(kept, key=lambda candidate: candidate.start)


def _ngrams(doc: Doc) -> Iterator[Span]:
    """Stretches of up to `MAX_WORDS` tokens that start and end with a capitalised word."""
    for first in doc:
        if not _is_name_word(first):
            continue
        for last in range(first.i, min(first.i + MAX_WORDS, len(doc))):
            token = doc[last]
            if _is_name_word(token):
                yield doc[first.i : last + 1]
            elif token.lower_ not in _CONNECTORS:
                break


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text[:1].isalpha() and not token.text.isascii() and token.is_title)


def _candidate(
    number: int, paragraph: Paragraph, span: Span, known: dict[str, list[Hit]], gazetteer: Gazetteer
) -> Candidate | None:
    hits = known.get(span.text, [])
    reading: Reading = "place"
    evidence = 0.0
    designator = _designator(span)
    demonyms = gazetteer.demonym(span.text) if len(span) <= 3 else []
    if demonyms and (not hits or span.root.pos_ == "ADJ" or span.root.ent_type_ in {"NORP", "LANGUAGE"}):
        hits, reading, evidence = demonyms, "demonym", THRESHOLD
    elif hits:
        evidence = _evidence(span, hits, designator) + (_DATELINE if paragraph.is_dateline else 0.0)
        enclosing = _enclosing_name(span)
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
    )


def _evidence(span: Span, hits: Sequence[Hit], designator: str) -> float:
    """How much speaks for a place, in log-odds."""
    doc, first, last = span.doc, span[0], span[-1]
    labels = {token.ent_type_ for token in span if token.ent_type_}
    label = "" if not labels else span.root.ent_type_ or next(iter(labels))
    total = _LABEL.get(label, _OTHER_LABEL)
    before = doc[first.i - 1].lower_ if first.i else ""
    if before in {"the", "of"} and first.i > 1:
        before = doc[first.i - 2].lower_ if before == "the" else before
    total += 2.0 if before in _STRONG_PREPOSITIONS else 1.0 if before in _WEAK_PREPOSITIONS else 0.0
    total += 2.0 if designator else 0.0
    best = max(hits, key=lambda hit: hit.entry.population)
    kinds = {hit.entry.kind for hit in hits}
    if "country" in kinds:
        total += 3.0
    elif "area" in kinds:
        total += 2.0
    elif "region" in kinds:
        total += 0.5
    total += max(-1.0, min(1.5, 0.7 * (math.log10(best.entry.population + 1) - 4.0)))
    total += 1.0 if len(span) > 1 else 0.0
    total += 0.0 if any(hit.name_type == "primary" for hit in hits) else -0.5
    if first.is_sent_start and len(span) == 1:
        total -= 1.0
    if all(token.pos_ != "PROPN" for token in span):
        total -= 1.5
    if len(span.text) <= 2 or (span.text.isupper() and len(span.text) <= 4 and "country" not in kinds):
        total -= 1.5
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.text == "," and last.i + 2 < len(doc) and doc[last.i + 2].ent_type_ == "GPE":
        total += 1.0
    return total


def _designator(span: Span) -> str:
    """The noun that says what the name stands for: "the town of X", "X region", "X County"."""
    doc = span.doc
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if after in _DESIGNATORS:
        return after
    if span.start >= 2 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in _DESIGNATORS:
        return doc[span.start - 2].lower_
    if span.start >= 3 and doc[span.start - 1].lower_ == "the" and doc[span.start - 2].lower_ == "of":
        return doc[span.start - 3].lower_ if doc[span.start - 3].lower_ in _DESIGNATORS else ""
    before = doc[span.start - 1].lower_ if span.start else ""
    if before in _DESIGNATORS:
        return before
    last = span[-1].lower_
    return last if len(span) > 1 and last in _DESIGNATORS else ""


def _enclosing_name(span: Span) -> str | None:
    """The label of a longer name that the span is only a part of ("Shanghai Cooperation Organisation"), if any."""
    doc = span.doc
    entity = _entity(span[0])
    if entity.label_ in _NAMING_LABELS and (entity.start < span.start or entity.end > span.end):
        outside = [token for token in entity if token.pos_ == "PROPN" and token not in span]
        if any(_is_name_word(token) and token.lower_ not in _DESIGNATORS | _TITLES for token in outside):
            return "PERSON" if entity.label_ == "PERSON" and not _runs_on(doc, span) else "ORG"
    return "ORG" if _runs_on(doc, span) else None


def _entity(token: Token) -> Span:
    """The named entity around a token; the token alone, without a label, where there is none."""
    start = token.i
    while token.doc[start].ent_iob_ == "I" and start > 0:
        start -= 1
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return Span(token.doc, start, end, label=token.ent_type_)


def _runs_on(doc: Doc, span: Span) -> bool:
    """Whether the name goes on beyond the span with further proper nouns of one noun phrase."""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and _is_foreign_part(after) and after.head.i >= span.end - 1 and span.root.dep_ == "compound":
        return after.i == span.root.head.i or after.dep_ == "compound"
    before = doc[span.start - 1] if span.start else None
    return before is not None and _is_foreign_part(before) and before.dep_ == "compound" and before.head in span


def _is_foreign_part(token: Token) -> bool:
    """A capitalised proper noun that neither describes a place nor is a person's title, a day or a month."""
    return (
        _is_name_word(token)
        and token.pos_ == "PROPN"
        and token.lower_ not in _DESIGNATORS | _TITLES
        and token.ent_type_ not in {"DATE", "TIME", "NORP", "CARDINAL"}
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
        number, span.start, span.end, start, end, text, reading, tuple(hits), _designator(span), THRESHOLD + 2
    )
