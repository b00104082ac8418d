"""Everything that the readers found in one paragraph, side by side, for the event builder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from eventmap.counts import CountMention, find_counts
from eventmap.dates import DateMention, DateReader
from eventmap.event_types import EventTypes
from eventmap.events.attribution import Attribution
from eventmap.events.discourse import attribute
from eventmap.events.located import LocatedToponym
from eventmap.nlp import Paragraph
from eventmap.sentences import in_quotation, sentences
from eventmap.tagging import Tags
from eventmap.triggers import Trigger, find_triggers

_HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """A sentence with what was found in it; all positions are token indices of the paragraph's `Doc`."""

    span: Span
    triggers: tuple[Trigger, ...]
    toponyms: tuple[LocatedToponym, ...]
    dates: tuple[DateMention, ...]
    counts: tuple[CountMention, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class ParagraphReading:
    """A paragraph's sentences; `quoted` tells for each token whether it stands in quotation marks.

    A dateline has no sentences, only the place that the report was filed from, if the gazetteer knows it.
    """

    number: int
    paragraph: Paragraph
    sentences: tuple[SentenceReading, ...]
    quoted: tuple[bool, ...]
    is_heading: bool
    dateline: LocatedToponym | None

    @property
    def doc(self) -> Doc:
        return self.paragraph.doc


def read_paragraphs(
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[LocatedToponym],
    tags: Sequence[Tags],
    types: EventTypes,
    published: dt.date | None,
) -> list[ParagraphReading]:
    """Apply all readers to each paragraph, in order; `tags` has what the event tagger says of each."""
    placed: dict[int, list[LocatedToponym]] = {}
    for toponym in toponyms:
        placed.setdefault(toponym.paragraph, []).append(toponym)
    spans = [[] if paragraph.is_dateline else sentences(paragraph.doc) for paragraph in paragraphs]
    said = attribute(spans)
    dates = DateReader(published, south=_is_southern(toponyms))
    return [
        _read(
            number,
            paragraph,
            list(zip(spans[number], said[number], strict=True)),
            placed.get(number, []),
            tags[number],
            types,
            dates,
        )
        for number, paragraph in enumerate(paragraphs)
    ]


def _is_southern(toponyms: Sequence[LocatedToponym]) -> bool:
    """Whether most of a story's places lie south of the equator."""
    return 2 * sum(toponym.entry.lat < 0 for toponym in toponyms) > len(toponyms)


def _read(
    number: int,
    paragraph: Paragraph,
    told: Sequence[tuple[Span, tuple[Attribution, ...]]],
    toponyms: Sequence[LocatedToponym],
    tags: Tags,
    types: EventTypes,
    dates: DateReader,
) -> ParagraphReading:
    doc = paragraph.doc
    triggers = find_triggers(doc, types, tags)
    days = dates.read(doc)  # also where nothing happens: a later paragraph may go on with "the next day"
    counts = find_counts(doc) if triggers else []
    if paragraph.is_dateline:
        filed = next((toponym for toponym in toponyms if toponym.mention.reading == "place"), None)
        return ParagraphReading(number, paragraph, (), (), False, filed)
    read = tuple(
        SentenceReading(
            span,
            tuple(trigger for trigger in triggers if span.start <= trigger.head < span.end),
            tuple(toponym for toponym in toponyms if span.start <= toponym.first < span.end),
            tuple(date for date in days if span.start <= date.token_start < span.end),
            tuple(count for count in counts if span.start <= count.head < span.end),
            said,
        )
        for span, said in told
    )
    text = doc.text.rstrip()
    is_heading = len(text.split()) <= _HEADING_WORDS and not text.endswith((".", "!", "?", "”", '"', ":", "…"))
    return ParagraphReading(number, paragraph, read, tuple(in_quotation(doc)), is_heading, None)
