"""From what the readers found to events: what the text asserts, with its place, date, count and sources."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from eventmap.event_types import EventTypes
from eventmap.events.confidence import confidence
from eventmap.events.cues import cues_of
from eventmap.events.dating import date_of
from eventmap.events.details import counts_of
from eventmap.events.draft import Draft, Recall
from eventmap.events.figures import HARM, FigureReader
from eventmap.events.inheritance import StoryPlaces
from eventmap.events.linking import Link
from eventmap.events.located import locate
from eventmap.events.merge import merge
from eventmap.events.modality import Modality, modality
from eventmap.events.reading import ParagraphReading, SentenceReading, read_paragraphs
from eventmap.events.recalls import recall_of, with_figures
from eventmap.events.salience import follow_up, is_event, is_part, is_setting
from eventmap.events.standing import sources_of, status_of
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Event, Span
from eventmap.nlp import Paragraph
from eventmap.tagging import Tags
from eventmap.toponyms import Toponym
from eventmap.triggers import Trigger

# A second word for the same event in one sentence tells of another place only where that is beyond doubt.
_ANOTHER_PLACE = 0.9


def build(
    article: Article,
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[Toponym],
    tags: Sequence[Tags],
    types: EventTypes,
    gazetteer: Gazetteer,
) -> list[Event]:
    """The events of an article, in the order of their passages; the arguments are those of `drafts_of`."""
    drafts = drafts_of(article, paragraphs, toponyms, tags, types, gazetteer)
    return [event_of(draft, article, types, confidence(draft)) for draft in drafts]


def drafts_of(
    article: Article,
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[Toponym],
    tags: Sequence[Tags],
    types: EventTypes,
    gazetteer: Gazetteer,
) -> list[Draft]:
    """What an article tells of each of its events, in the order of their passages.

    Args:
        article: the article that `paragraphs` were parsed from.
        paragraphs: its paragraphs, in order.
        toponyms: its resolved toponyms.
        tags: what the event tagger says of each paragraph.
        types: the event types and their patterns.
        gazetteer: for borders and countries that the text implies.
    """
    located = locate(paragraphs, toponyms)
    readings = read_paragraphs(paragraphs, located, tags, types, article.published)
    places = StoryPlaces(readings, toponyms, located, types, gazetteer)
    told: list[Draft | Recall] = []
    for reading in readings:
        earlier = [telling for telling in told if isinstance(telling, Draft)]
        told += _Builder(reading, earlier, places, types).told()
    return merge(told, article.text, types, gazetteer)


class _Builder:
    """Builds the drafts of one paragraph, sentence by sentence."""

    def __init__(
        self, reading: ParagraphReading, earlier: Sequence[Draft], places: StoryPlaces, types: EventTypes
    ) -> None:
        self.reading = with_figures(reading) if earlier else reading
        self.earlier = tuple(earlier)
        self.places = places
        self.types = types
        self.offset = reading.paragraph.start

    def told(self) -> list[Draft | Recall]:
        """The tellings of events, and after those of each sentence what it recalls of events told before."""
        built: list[Draft] = []
        recalls: list[Recall] = []
        for number, sentence in enumerate(self.reading.sentences):
            new: list[Draft] = []
            for trigger, said in self._told(sentence):
                if not is_part(trigger, sentence) and not is_setting(trigger, sentence, self.types):
                    new += self._of_trigger(number, sentence, trigger, said, built)
            if not new and built:
                built = follow_up(built, number, sentence, self.offset)
            built += new
            recall = recall_of(self.reading, number, bool(new))
            recalls += [recall] if recall else []
        return sorted((*built, *recalls), key=_place_in_text)

    def _told(self, sentence: SentenceReading) -> list[tuple[Trigger, Modality]]:
        """The triggers of what the sentence says or denies; a part whose whole is not said stands for itself."""
        said: dict[int, Modality] = {}
        for trigger in sentence.triggers:
            verdict = modality(sentence.span.doc[trigger.head], self.reading.quoted[trigger.head])
            if verdict != "not_said" or sources_of(trigger.head, sentence.attributions)[1]:
                said[trigger.head] = verdict
        return [
            (trigger if trigger.explained_by in said else replace(trigger, explained_by=None), said[trigger.head])
            for trigger in sentence.triggers
            if trigger.head in said
        ]

    def _of_trigger(
        self, number: int, sentence: SentenceReading, trigger: Trigger, said: Modality, before: Sequence[Draft]
    ) -> list[Draft]:
        head = sentence.span.doc[trigger.head]
        sources, deniers, claimed = sources_of(trigger.head, sentence.attributions)
        counts = counts_of(trigger, sentence)
        date = date_of(trigger, sentence)
        if counts and counts[0][0].zero and counts[0][1] not in HARM:
            return []
        links: list[Link | None] = [*self.places.stated(self.reading, trigger)]
        if trigger.explained_by is not None:
            links = [link for link in links if link and link.strength >= _ANOTHER_PLACE]
            if not links:
                return []
        if not is_event(trigger, head, bool(links), bool(counts), date is not None, self.reading.is_heading):
            return []
        links = links or [self.places.inherited(self.reading, number, trigger, (*self.earlier, *before))]
        status = status_of(head, said == "planned", bool(deniers), claimed)
        reader = FigureReader(sentence, self.reading.paragraph)
        return [
            Draft(
                type=trigger.type,
                trigger=Span(
                    self.offset + trigger.start_char,
                    self.offset + trigger.end_char,
                    self.reading.paragraph.verbatim(trigger.start_char, trigger.end_char),
                ),
                start=self.offset + sentence.span.start_char,
                end=self.offset + sentence.span.start_char + len(sentence.span.text.rstrip()),
                paragraph=self.reading.number,
                sentences=(number, number),
                link=link,
                date=date,
                figures=reader.of_trigger(trigger, counts, said == "planned"),
                sources=tuple(sources),
                deniers=tuple(deniers),
                status=status,
                strength=trigger.strength,
                is_heading=self.reading.is_heading,
                is_noun=head.pos_ in {"NOUN", "PROPN"},
                updated=reader.updates(),
                cues=cues_of(trigger, sentence.span, self.types, self.offset),
            )
            for link in links
        ]


def _place_in_text(telling: Draft | Recall) -> tuple[int, bool]:
    """Sorts tellings as the text has them, a sentence's own events before what it recalls."""
    return telling.sentences[0] if isinstance(telling, Draft) else telling.sentence, isinstance(telling, Recall)


def event_of(draft: Draft, article: Article, types: EventTypes, sure: float) -> Event:
    """The event that `draft` tells; `sure` is its confidence (0–1)."""
    place = draft.link.place if draft.link else None
    identity = "\x1f".join([article.text, draft.type, str(draft.trigger.start), place.id if place else ""])
    return Event(
        id=hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        article=article.id,
        type=draft.type,
        category=types.types[draft.type].category,
        quote=article.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        trigger=draft.trigger,
        place=place,
        date=draft.date,
        count=draft.count,
        sources=draft.sources,
        status=draft.status,
        confidence=sure,
        denied_by=draft.deniers,
        title=article.title,
        published=article.published,
        url=article.url,
        figures=draft.figures,
        passages=draft.passages,
    )
