"""Which toponyms are only a part of a longer name ("Shanghai Cooperation Organisation"), told by the parser.

The tagger learns this from GeoWebNews, which marks such mentions, and from these rules for the other corpora.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from eventmap import nlp
from eventmap.lexicon import words
from eventmap.toponyms.words import is_name_word
from training.corpora import Annotated

_DESIGNATORS = words("place_designators")
_TITLES = words("titles")
_ORGANISATIONS = words("organisation_nouns")
_NAMING_LABELS = frozenset({"ORG", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})

# GeoWebNews' kinds of mentions inside another name, and those that are surely none.
_EMBEDDED = frozenset({"Embedded_Non_Lit", "Embedded_Literal"})
_LITERAL = frozenset({"Literal", "Literal_Modifier", "Coercion", "Mixed"})


def parts_of_names(article: Annotated) -> set[tuple[int, int]]:
    """The (start, end) of an article's mentions that are part of a longer name."""
    paragraphs = nlp.parse(article.text)
    found = set()
    for mention in article.mentions:
        start, end, kind = mention["start"], mention["end"], mention.get("kind")
        around = next((p for p in paragraphs if p.start <= start and end <= p.end), None)
        span = around and around.doc.char_span(start - around.start, end - around.start, alignment_mode="expand")
        if kind in _EMBEDDED or (kind not in _LITERAL and span and _is_enclosed(span)):
            found.add((start, end))
    return found


def _is_enclosed(span: Span) -> bool:
    """Whether the span is only a part of a longer name."""
    doc = span.doc
    entity = _entity(span[0])
    if entity.label_ in _NAMING_LABELS and (entity.start < span.start or entity.end > span.end):
        outside = [token for token in entity if token.pos_ == "PROPN" and token not in span]
        if any(is_name_word(token.text) and token.lower_ not in _DESIGNATORS | _TITLES for token in outside):
            return True
    return _runs_on(doc, span) or _is_organisation(span)


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
        is_name_word(token.text)
        and token.pos_ == "PROPN"
        and token.lower_ not in _DESIGNATORS | _TITLES
        and token.ent_type_ not in {"DATE", "TIME", "NORP", "CARDINAL"}
    )
