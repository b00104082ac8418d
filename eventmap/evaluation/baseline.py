"""The baseline to beat: the small language model's places, each taken for the country or largest town of its name."""

from __future__ import annotations

from collections.abc import Sequence

from eventmap import nlp
from eventmap.evaluation.corpus import Annotation, distinct
from eventmap.gazetteer import Gazetteer
from eventmap.model import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})

# The label that the language model gives to a stretch of the article: GPE, PERSON, ORG …
Entity = tuple[str, Span]


def entities(text: str) -> list[Entity]:
    """The named entities of an article, as the small language model finds them."""
    return [
        (
            entity.label_,
            Span(
                paragraph.start + entity.start_char,
                paragraph.start + entity.end_char,
                paragraph.verbatim(entity.start_char, entity.end_char),
            ),
        )
        for paragraph in nlp.parse(text)
        for entity in paragraph.doc.ents
    ]


def most_populous(found: Sequence[Entity], gazetteer: Gazetteer) -> list[Annotation]:
    """The baseline's answers: a place for each entity that the model calls one, or none where nothing is called so."""
    return distinct([most_populous_of(_without_article(span), gazetteer) for label, span in found if label in PLACES])


def most_populous_of(span: Span, gazetteer: Gazetteer) -> Annotation:
    """The country of a name, or else its most populous place; an answer without a place where there is none."""
    hits = gazetteer.lookup(span.text)
    if not hits:
        return Annotation(span.start, span.end)
    entry = hits[0].entry
    id_, key = (entry.id, None) if entry.id.isdigit() else (None, entry.id)
    return Annotation(span.start, span.end, entry.lat, entry.lon, id_, entry.kind, key=key)


def _without_article(span: Span) -> Span:
    """Without "the", which the model takes for a part of a name and annotators do not."""
    words = span.text.removeprefix("the ").removeprefix("The ")
    return Span(span.end - len(words), span.end, words) if words else span
