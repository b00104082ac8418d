"""Places of events: what a sentence states, and what the story gives to an event whose sentence states none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventmap.event_types import EventTypes
from eventmap.events.draft import Draft
from eventmap.events.implied import implied_places
from eventmap.events.linking import Link, common_place, is_location, links_in_sentence
from eventmap.events.located import LocatedToponym
from eventmap.events.placing import home_of, place_of
from eventmap.events.reading import ParagraphReading, SentenceReading
from eventmap.gazetteer import Gazetteer
from eventmap.model import Span
from eventmap.toponyms import Toponym, country_weights
from eventmap.triggers import Trigger

_FROM_PARAGRAPH = 0.55
_FROM_COMMON_COUNTRY = 0.45
_FROM_ARTICLE = 0.4
_FROM_DATELINE = 0.4
# A dateline places what the opening paragraphs tell; further down the story has moved on.
_FILED_REACH = 3


@dataclass(frozen=True, slots=True)
class _Filed:
    """Where a report was filed, and the number of the paragraph that says so."""

    toponym: LocatedToponym
    paragraph: int


class StoryPlaces:
    """The places of one article, for the events that are told in it.

    Args:
        readings: the article's paragraphs, in order.
        toponyms: its resolved toponyms.
        located: those that have an entry, where they are in the parse.
        types: the event types: to what each is done, and where it may take a place from.
        gazetteer: for borders and countries that the text implies.
    """

    def __init__(
        self,
        readings: Sequence[ParagraphReading],
        toponyms: Sequence[Toponym],
        located: Sequence[LocatedToponym],
        types: EventTypes,
        gazetteer: Gazetteer,
    ) -> None:
        self._weights = country_weights(toponyms)
        self._home = home_of(located, self._weights, gazetteer)
        self._filed = [_Filed(reading.dateline, reading.number) for reading in readings if reading.dateline]
        self._types = types
        self._gazetteer = gazetteer

    def stated(self, reading: ParagraphReading, sentence: SentenceReading, trigger: Trigger) -> list[Link]:
        """The places at which the trigger's own sentence puts its event."""
        offset = reading.paragraph.start
        places = [toponym for toponym in sentence.toponyms if is_location(toponym, sentence.span.doc)]
        implied = implied_places(sentence.span, sentence.toponyms, self._weights, self._gazetteer, offset)
        covered = [place.mention.span for place in implied]
        places = [place for place in places if not any(place.mention.span.overlaps(span) for span in covered)]
        hits_places = self._types.types[trigger.type].hits_places
        alone = all(trigger.head in {other.head, other.explained_by} for other in sentence.triggers)
        return links_in_sentence(
            trigger, sentence.span, [*places, *implied], self._home, hits_places, alone, self._gazetteer, offset
        )

    def inherited(
        self, reading: ParagraphReading, number: int, trigger: Trigger, before: Sequence[Draft]
    ) -> Link | None:
        """The place that the story gives to an event whose sentence, the paragraph's `number`, states none.

        Args:
            reading: the trigger's paragraph.
            number: the number of the trigger's sentence in it.
            trigger: the words that gave the event's type.
            before: the events told before it in the article, in the order of the text.
        """
        inherits = self._types.types[trigger.type].inherits
        here = [draft for draft in before if draft.paragraph == reading.number and draft.sentences[1] < number]
        placed = [draft for draft in here if draft.link]
        if "paragraph" in inherits and placed:
            last = max(draft.sentences[1] for draft in placed)
            links = [draft.link for draft in placed if draft.sentences[1] == last and draft.link]
            common = common_place([link.entry for link in links], self._gazetteer)
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
        filed = next((filed for filed in reversed(self._filed) if filed.paragraph <= reading.number), None)
        if "paragraph" in inherits and filed and reading.number - filed.paragraph <= _FILED_REACH:
            place = replace(
                place_of(filed.toponym, self._gazetteer), why="the text names no place; it was filed from here"
            )
            return Link(place, filed.toponym.entry, _FROM_DATELINE, implied=True)
        if "country" in inherits and self._home is not None:
            offset, head = reading.paragraph.start, reading.doc[trigger.head]
            mention = Span(offset + head.idx, offset + head.idx + len(head), head.text)
            why = "the text names no place; the article is mostly about this country"
            return Link(self._home.place(mention, why), self._home.entry, _FROM_ARTICLE, implied=True)
        return None
