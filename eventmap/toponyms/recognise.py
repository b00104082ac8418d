"""Toponym recognition: which words of a paragraph name a place, and how they are meant.

Every capitalised stretch that the gazetteer knows is a candidate; what speaks for and against it (the entity
recogniser's label, a preposition before it, a designator beside it, its weight in the gazetteer) is weighed. The
recogniser alone finds only 57–86 % of the places that annotators mark, with its label; the gazetteer finds the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from eventmap.errors import GazetteerError
from eventmap.gazetteer import Gazetteer, Hit
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.lexicon import words
from eventmap.model import Reading
from eventmap.nlp import Paragraph
from eventmap.toponyms.evidence import Features, recognition_features, score

_log = logging.getLogger(__name__)

MAX_WORDS = 6

# Log-odds from which a stretch is read as a toponym, and from which it is where the article has the same place surely.
THRESHOLD = -0.5
REPEATED = -2.0

_CONNECTORS = frozenset({"of", "the", "and", "de", "la", "del", "da", "do", "di", "al", "el", "-", "'", "’", "."})
_DEMONYM = 2.5  # a listed adjective of a country is hardly ever anything else
_ANSWERED = 1.0  # a name that the recogniser and an online service both take for a place
_DESIGNATORS = words("place_designators")
_REGION_WORDS = words("region_designators")
_TITLES = words("titles")
_ORGANISATIONS = words("organisation_nouns")
_NAMING_LABELS = frozenset({"ORG", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})


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
                    hits, noun = (Hit(entry, "primary"),), _designator(span)
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
    number: int, paragraph: Paragraph, span: Span, hits: Sequence[Hit], gazetteer: Gazetteer
) -> Candidate | None:
    reading: Reading = "place"
    features: Features = {}
    designator = _designator(span)
    demonyms = gazetteer.demonym(span.text) if len(span) <= 3 else []
    if demonyms and (not hits or span.root.pos_ == "ADJ" or span.root.ent_type_ in {"NORP", "LANGUAGE"}):
        hits, reading, evidence = demonyms, "demonym", _DEMONYM
    elif hits:
        hits = _called_so(hits, span.text, designator, gazetteer)
        enclosing = _enclosing_name(span)
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


def _called_so(hits: Sequence[Hit], name: str, designator: str, gazetteer: Gazetteer) -> Sequence[Hit]:
    """Only the regions, where the text calls the name one ("the Irkutsk region") and there is such a region."""
    if designator not in _REGION_WORDS:
        return hits
    regions = [hit for hit in gazetteer.lookup(f"{name} {designator}") if hit.entry.kind == "region"]
    return regions or [hit for hit in hits if hit.entry.kind == "region"] or hits


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
    inside = [token.lower_ for token in (span[-1], span[0]) if len(span) > 1 and token.lower_ in _DESIGNATORS]
    return inside[0] if inside else ""


def _enclosing_name(span: Span) -> str | None:
    """The label of a longer name that the span is only a part of ("Shanghai Cooperation Organisation"), if any."""
    doc = span.doc
    entity = _entity(span[0])
    if entity.label_ in _NAMING_LABELS and (entity.start < span.start or entity.end > span.end):
        outside = [token for token in entity if token.pos_ == "PROPN" and token not in span]
        if any(_is_name_word(token) and token.lower_ not in _DESIGNATORS | _TITLES for token in outside):
            return "PERSON" if entity.label_ == "PERSON" and not _runs_on(doc, span) else "ORG"
    return "ORG" if _runs_on(doc, span) or _is_organisation(span) else None


def _is_organisation(span: Span) -> bool:
    """Whether the name is that of the outlet, group or company beside it ("the news outlet Baza"; "The Bell")."""
    root = span.root
    described = [child for child in root.children if child.dep_ in {"compound", "nmod", "appos"}]
    if root.dep_ == "appos":
        described.append(root.head)
    if any(word.lemma_.lower() in _ORGANISATIONS and word not in span for word in described):
        return True
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.text == "The" and not before.is_sent_start


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
    return Candidate(number, span.start, span.end, start, end, text, reading, tuple(hits), _designator(span), _DEMONYM)
