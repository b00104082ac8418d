"""From what the readers found to events: what the text asserts, with its place, date, count and sources."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from eventmap.counts import CountMention
from eventmap.event_types import EventTypes
from eventmap.events.details import count_of, date_of, sources_of, status_of
from eventmap.events.draft import Draft
from eventmap.events.implied import implied_places
from eventmap.events.linking import Link, common_place, is_location, links_in_sentence
from eventmap.events.located import LocatedToponym, locate
from eventmap.events.merge import merge
from eventmap.events.modality import Modality, modality
from eventmap.events.placing import Home, home_of, place_of
from eventmap.events.reading import ParagraphReading, SentenceReading, read_paragraphs
from eventmap.events.salience import follow_up, is_event, is_part, is_setting
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Count, Event, Span
from eventmap.nlp import Paragraph
from eventmap.toponyms import Toponym, country_weights
from eventmap.triggers import Trigger

_FROM_PARAGRAPH = 0.55
_FROM_COMMON_COUNTRY = 0.45
_FROM_ARTICLE = 0.4
_FROM_DATELINE = 0.4
# A stated zero of these is a figure ("no one was hurt in the fire"); of others it says that nothing happened.
_HARM = frozenset({"killed", "injured", "missing", "casualties"})
# A second word for the same event in one sentence tells of another place only where that is beyond doubt.
_ANOTHER_PLACE = 0.9
_UNPLACED = 0.8
# A dateline places what the opening paragraphs tell; further down the story has moved on.
_FILED_REACH = 3


def build(
    article: Article,
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[Toponym],
    types: EventTypes,
    gazetteer: Gazetteer,
) -> list[Event]:
    """The events of an article, in the order of their passages.

    Args:
        article: the article that `paragraphs` were parsed from.
        paragraphs: its paragraphs, in order.
        toponyms: its resolved toponyms.
        types: the event types and their patterns.
        gazetteer: for borders and countries that the text implies.
    """
    located = locate(paragraphs, toponyms)
    weights = country_weights(toponyms)
    home = home_of(located, weights, gazetteer)
    drafts: list[Draft] = []
    filed: _Filed | None = None
    for reading in read_paragraphs(paragraphs, located, types, article.published):
        if reading.dateline is not None:
            filed = _Filed(reading.dateline, reading.number)
        drafts += _Builder(reading, weights, home, filed, types, gazetteer).drafts()
    return [_event(draft, article, types) for draft in merge(drafts, types, gazetteer)]


@dataclass(frozen=True, slots=True)
class _Filed:
    """Where a report was filed, and the number of the paragraph that says so."""

    toponym: LocatedToponym
    paragraph: int


class _Builder:
    """Builds the drafts of one paragraph, sentence by sentence."""

    def __init__(
        self,
        reading: ParagraphReading,
        weights: dict[str, float],
        home: Home | None,
        filed: _Filed | None,
        types: EventTypes,
        gazetteer: Gazetteer,
    ) -> None:
        self.reading = reading
        self.weights = weights
        self.home = home
        self.filed = filed
        self.types = types
        self.gazetteer = gazetteer
        self.offset = reading.paragraph.start

    def drafts(self) -> list[Draft]:
        built: list[Draft] = []
        for number, sentence in enumerate(self.reading.sentences):
            new: list[Draft] = []
            for trigger, said in self._told(sentence):
                if not is_part(trigger, sentence) and not is_setting(trigger, sentence, self.types):
                    new += self._of_trigger(number, sentence, trigger, said, built)
            if not new and built:
                built = follow_up(built, number, sentence, self.offset)
            built += new
        return built

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
        count = count_of(trigger, sentence)
        date = date_of(trigger, sentence)
        if count is not None and count[0].zero and count[1] not in _HARM:
            return []
        links: list[Link | None] = [*self._links(sentence, trigger)]
        if trigger.explained_by is not None:
            links = [link for link in links if link and link.strength >= _ANOTHER_PLACE]
            if not links:
                return []
        if not is_event(trigger, head, bool(links), count is not None, date is not None, self.reading.is_heading):
            return []
        links = links or [self._fallback(trigger, number, before, head)]
        status = status_of(head, said == "planned", bool(deniers), claimed)
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
                count=self._count(count),
                sources=tuple(sources),
                deniers=tuple(deniers),
                status=status,
                strength=trigger.strength,
                is_heading=self.reading.is_heading,
                is_noun=head.pos_ in {"NOUN", "PROPN"},
            )
            for link in links
        ]

    def _count(self, found: tuple[CountMention, str] | None) -> Count | None:
        if found is None:
            return None
        mention, role = found
        text = self.reading.paragraph.verbatim(mention.start_char, mention.end_char)
        return Count(mention.low, mention.high, mention.unit, role, text)

    def _links(self, sentence: SentenceReading, trigger: Trigger) -> list[Link]:
        places = [toponym for toponym in sentence.toponyms if is_location(toponym, sentence.span.doc)]
        implied = implied_places(sentence.span, sentence.toponyms, self.weights, self.gazetteer, self.offset)
        covered = [place.mention.span for place in implied]
        places = [place for place in places if not any(place.mention.span.overlaps(span) for span in covered)]
        hits_places = self.types.types[trigger.type].hits_places
        alone = all(trigger.head in {other.head, other.explained_by} for other in sentence.triggers)
        return links_in_sentence(
            trigger, sentence.span, [*places, *implied], self.home, hits_places, alone, self.gazetteer, self.offset
        )

    def _fallback(self, trigger: Trigger, number: int, before: Sequence[Draft], head: Token) -> Link | None:
        """The place that the paragraph or the article gives to an event whose sentence gives none."""
        inherits = self.types.types[trigger.type].inherits
        placed = [draft for draft in before if draft.link and draft.sentences[1] < number]
        if "paragraph" in inherits and placed:
            last = max(draft.sentences[1] for draft in placed)
            links = [draft.link for draft in placed if draft.sentences[1] == last and draft.link]
            common = common_place([link.entry for link in links], self.gazetteer)
            if common is not None:
                same = len({link.entry.id for link in links}) == 1
                why = (
                    "the sentence before it is about this place" if same else "the places before it share this country"
                )
                strength = _FROM_PARAGRAPH if same else _FROM_COMMON_COUNTRY
                first = links[0].place
                least_sure = min(link.place.confidence for link in links)
                place = replace(first, why=why) if same else common.place(first.mention, why, least_sure)
                return Link(place, common, strength, implied=True)
        if "paragraph" in inherits and self.filed and self.reading.number - self.filed.paragraph <= _FILED_REACH:
            named = self.filed.toponym
            place = replace(place_of(named, self.gazetteer), why="the text names no place; it was filed from here")
            return Link(place, named.entry, _FROM_DATELINE, implied=True)
        if "country" in inherits and self.home is not None:
            mention = Span(self.offset + head.idx, self.offset + head.idx + len(head), head.text)
            why = "the text names no place; the article is mostly about this country"
            return Link(self.home.place(mention, why), self.home.entry, _FROM_ARTICLE, implied=True)
        return None


def _event(draft: Draft, article: Article, types: EventTypes) -> Event:
    placing = draft.link.strength if draft.link else _UNPLACED
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
        confidence=round(draft.strength * placing, 2),
        denied_by=draft.deniers,
        title=article.title,
        published=article.published,
        url=article.url,
    )
