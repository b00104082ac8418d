"""Sentences that tell no event of their own and go on about one told before: "The gunmen fled.", "Rebels said 40"."""

from __future__ import annotations

from dataclasses import replace

from eventmap.counts import find_counts
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
    reader = FigureReader(_with_figures(sentence, reading), reading.paragraph)
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


def _with_figures(sentence: SentenceReading, reading: ParagraphReading) -> SentenceReading:
    """The sentence with its counts and sources, which are not read in a paragraph without a trigger."""
    told = any(other.triggers for other in reading.sentences)
    if told or not any(token.like_num or token.ent_type_ == "CARDINAL" for token in sentence.span):
        return sentence
    inside = range(sentence.span.start, sentence.span.end)
    counts = tuple(count for count in find_counts(reading.doc) if count.head in inside)
    return replace(sentence, counts=counts, attributions=tuple(attributions(sentence.span)))
