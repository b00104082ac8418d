"""How a name is meant where it stands: what the words beside it call it, and whether it is part of another name."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from eventmap.gazetteer import Gazetteer, Hit
from eventmap.lexicon import words

_DESIGNATORS = words("place_designators")
_REGION_WORDS = words("region_designators")
_TITLES = words("titles")
_ORGANISATIONS = words("organisation_nouns")
_NAMING_LABELS = frozenset({"ORG", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})


def is_name_word(token: Token) -> bool:
    """Whether a word is written as (part of) a name: with a capital, in whatever script."""
    return token.text[:1].isupper() or (token.text[:1].isalpha() and not token.text.isascii() and token.is_title)


def called_so(hits: Sequence[Hit], name: str, designator: str, gazetteer: Gazetteer) -> Sequence[Hit]:
    """Only the regions, where the text calls the name one ("the Irkutsk region") and there is such a region."""
    if designator not in _REGION_WORDS:
        return hits
    regions = [hit for hit in gazetteer.lookup(f"{name} {designator}") if hit.entry.kind == "region"]
    return regions or [hit for hit in hits if hit.entry.kind == "region"] or hits


def designator_of(span: Span) -> str:
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


def enclosing_name(span: Span) -> str | None:
    """The label of a longer name that the span is only a part of ("Shanghai Cooperation Organisation"), if any."""
    doc = span.doc
    entity = _entity(span[0])
    if entity.label_ in _NAMING_LABELS and (entity.start < span.start or entity.end > span.end):
        outside = [token for token in entity if token.pos_ == "PROPN" and token not in span]
        if any(is_name_word(token) and token.lower_ not in _DESIGNATORS | _TITLES for token in outside):
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
        is_name_word(token)
        and token.pos_ == "PROPN"
        and token.lower_ not in _DESIGNATORS | _TITLES
        and token.ent_type_ not in {"DATE", "TIME", "NORP", "CARDINAL"}
    )
