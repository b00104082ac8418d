"""Sentences that tell no event of their own and go on about one told before: "The gunmen fled.", "Rebels said 40"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventmap.counts import CountMention, find_counts
from eventmap.events.attribution import attributions
from eventmap.events.cues import recalled
from eventmap.events.draft import Recall
from eventmap.events.figures import FigureReader
from eventmap.events.reading import ParagraphReading, SentenceReading
from eventmap.model import Span


def recall_of(reading: ParagraphReading, number: int, tells: bool) -> Recall | None:
    """What the paragraph's sentence `number` recalls; None where nothing in it points back.

    Headings recall nothing: they stand for themselves. A sentence that also tells an event of its own (`tells`) recalls
    another only by name ("The attack set off protests"); its figures are its own event's.
    """
    sentence = reading.sentences[number]
    if reading.is_heading:
        return None
    nouns, people = recalled(sentence.span)
    reader = FigureReader(sentence, reading.paragraph)
    people, figures = (frozenset(), ()) if tells else (people, reader.alone())
    if not (nouns or people or figures):
        return None
    start = sentence.span.start_char
    words = reading.paragraph.verbatim(start, start + len(sentence.span.text.rstrip()))
    offset = reading.paragraph.start + start
    return Recall(
        passage=Span(offset, offset + len(words), words),
        paragraph=reading.number,
        sentence=number,
        nouns=nouns,
        people=people,
        figures=figures,
        updated=bool(figures) and reader.updates(),
    )


def with_figures(reading: ParagraphReading) -> ParagraphReading:
    """A paragraph with its counts and sources, which are not read where it has no trigger, if it has numbers."""
    told = any(sentence.triggers for sentence in reading.sentences)
    if told or not any(token.like_num or token.ent_type_ == "CARDINAL" for token in reading.doc):
        return reading
    counts = find_counts(reading.doc)
    sentences = (_with_figures(sentence, counts) for sentence in reading.sentences)
    return replace(reading, sentences=tuple(sentences))


def _with_figures(sentence: SentenceReading, counts: Sequence[CountMention]) -> SentenceReading:
    own = tuple(count for count in counts if sentence.span.start <= count.head < sentence.span.end)
    return replace(sentence, counts=own, attributions=tuple(attributions(sentence.span)))
