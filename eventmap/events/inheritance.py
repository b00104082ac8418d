"""Places of events: what a sentence states, and what the story gives to an event whose sentence states none."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventmap.event_types import EventTypes
from eventmap.events.draft import Draft
from eventmap.events.linking import Link, common_place
from eventmap.events.located import LocatedToponym
from eventmap.events.placing import place_of
from eventmap.events.reading import ParagraphReading
from eventmap.events.scenes import Scene, acting_country, goes_on_about, names_settlement, speaks_of
from eventmap.events.storyline import Storyline
from eventmap.gazetteer import Gazetteer
from eventmap.model import Span
from eventmap.toponyms import Toponym
from eventmap.triggers import Trigger

_FROM_SENTENCE = 0.6
_FROM_SAME_EVENT = 0.6
_FROM_PARAGRAPH = 0.55
_FROM_STORY = 0.45
_FROM_COMMON_COUNTRY = 0.45
_FROM_ACTOR = 0.45
_FROM_ARTICLE = 0.4
_FROM_DATELINE = 0.4
# A dateline places what the opening paragraphs tell; further down the story has moved on.
_FILED_REACH = 3
# What opens a story may be placed only after it, within so many paragraphs.
_AHEAD = 3
# So many sentences after an event the text may say where it was.
_NEXT = 2
# How much less a place weighs with each paragraph since, where it is only a setting, and how much more in the opening.
_FADING, _SETTING, _LEAD = 0.6, 0.7, 0.3
# So many tellings of the same sentence may give an event their place; longer sentences are no prose.
_BESIDE = 8
# So many scenes before an event may give it their place.
_REMEMBERED = 40


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
        self._story = Storyline(readings, toponyms, located, types, gazetteer)
        self._types = types
        self._gazetteer = gazetteer
        self._filed = [_Filed(reading.dateline, reading.number) for reading in readings if reading.dateline]
        self._unknown = [
            toponym.mention.start
            for toponym in toponyms
            if toponym.entry is None and toponym.mention.reading == "place"
        ]
        self._links = {
            (scene.paragraph, scene.trigger.head, scene.trigger.type): scene.links
            for scene in self._story.scenes
            if scene.trigger is not None
        }
        self._by_paragraph: defaultdict[int, list[Scene]] = defaultdict(list)
        for scene in self._story.scenes:
            self._by_paragraph[scene.paragraph].append(scene)
        self._placed = [scene for scene in self._story.scenes if self._story.is_somewhere(scene)]

    def stated(self, reading: ParagraphReading, trigger: Trigger) -> list[Link]:
        """The places at which the trigger's own sentence puts its event."""
        return list(self._links[reading.number, trigger.head, trigger.type])

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
        link: Link | None = None
        if "story" in inherits and not self._names_unknown(reading, number):
            link = (
                self._from_sentence(reading, number, trigger)
                or self._told_next(reading, number, trigger)
                or self._from_paragraph(reading, number, before)
                or self._from_story(reading, number, trigger)
                or self._from_dateline(reading)
            )
        if link is None and "actor" in inherits:
            link = self._from_actor(reading, number, trigger)
        if link is None and "country" in inherits and self._story.home is not None:
            why = "the text names no place; the article is mostly about this country"
            place = self._story.home.place(self._trigger_words(reading, trigger), why)
            link = Link(place, self._story.home.entry, _FROM_ARTICLE, implied=True)
        return link

    def _names_unknown(self, reading: ParagraphReading, number: int) -> bool:
        """Whether a sentence names a place that the gazetteer does not know: no other may stand in for it."""
        sentence, start = reading.sentences[number], reading.paragraph.start
        span = sentence.span
        known = {i for toponym in sentence.toponyms for i in range(toponym.first, toponym.last)}
        return names_settlement(span, known) or any(
            start + span.start_char <= unknown < start + span.end_char for unknown in self._unknown
        )

    def _from_sentence(self, reading: ParagraphReading, number: int, trigger: Trigger) -> Link | None:
        """The place of another event of the sentence, unless one of the two only speaks of the other."""
        head = reading.doc[trigger.head]
        in_sentence = [scene for scene in self._by_paragraph[reading.number] if scene.sentence == number]
        nearest = sorted(in_sentence, key=lambda scene: abs(scene.head.i - head.i))[:_BESIDE]
        beside = [
            scene
            for scene in nearest
            if self._story.is_somewhere(scene) and not (speaks_of(head, scene.head) or speaks_of(scene.head, head))
        ]
        links = [link for scene in beside for link in scene.links]
        return self._shared(links, "the sentence tells of another event here", _FROM_SENTENCE)

    def _told_next(self, reading: ParagraphReading, number: int, trigger: Trigger) -> Link | None:
        """Where one of the next two sentences says that it was ("It happened in X")."""
        telling = Scene(reading.number, number, trigger, reading.doc[trigger.head], ())
        for scene in self._by_paragraph[reading.number]:
            near = 0 < scene.sentence - number <= _NEXT
            if near and scene.trigger is None and goes_on_about(scene, telling, self._types):
                return self._shared(scene.links, "the text says after it where this was", _FROM_SAME_EVENT)
        return None

    def _from_paragraph(self, reading: ParagraphReading, number: int, before: Sequence[Draft]) -> Link | None:
        """The place of what the paragraph tells last before the sentence."""
        told: list[tuple[int, tuple[Link, ...]]] = [
            (draft.sentences[1], (draft.link,))
            for draft in before
            if draft.paragraph == reading.number and draft.link and draft.sentences[1] < number
        ]
        told += [
            (scene.sentence, scene.links)
            for scene in self._by_paragraph[reading.number]
            if scene.sentence < number and scene.trigger is None
        ]
        last = max((sentence for sentence, _ in told), default=-1)
        links = [link for sentence, found in told if sentence == last for link in found]
        return self._shared(links, "the sentence before it is about this place", _FROM_PARAGRAPH)

    def _from_story(self, reading: ParagraphReading, number: int, trigger: Trigger) -> Link | None:
        """The place of the event that it goes on about, or that a story's opening announces."""
        telling = Scene(reading.number, number, trigger, reading.doc[trigger.head], ())
        told = bisect.bisect_left(self._placed, telling.position, key=lambda scene: scene.position)
        before = self._placed[max(0, told - _REMEMBERED) : told][::-1]
        same = next((scene for scene in before if goes_on_about(telling, scene, self._types)), None)
        if same is not None:
            return self._shared(same.links, "the text tells of this event here before", _FROM_SAME_EVENT)
        if (near := self._main(before, reading.number)) is not None:
            return near
        if reading.number in self._story.opening:
            for scene in self._placed[told : told + _REMEMBERED]:
                soon = telling.position < scene.position and scene.paragraph <= reading.number + _AHEAD
                if soon and goes_on_about(scene, telling, self._types):
                    return self._shared(scene.links, "the text places this event after it", _FROM_SAME_EVENT)
        return None

    def _main(self, before: Sequence[Scene], paragraph: int) -> Link | None:
        """What the story is mostly about just before a paragraph: near and repeated places weigh most."""
        weights: defaultdict[str, float] = defaultdict(float)
        links: dict[str, Link] = {}
        for scene in before:
            link = self._shared(scene.links, "the story is about this place before it", _FROM_STORY)
            if link is not None:
                links.setdefault(link.place.id, link)
                near = _FADING ** (paragraph - scene.paragraph)
                weights[link.place.id] += (1.0 if scene.trigger else _SETTING) * near
                weights[link.place.id] += _LEAD if scene.paragraph in self._story.opening else 0.0
        return links[max(weights, key=lambda id_: weights[id_])] if weights else None

    def _from_dateline(self, reading: ParagraphReading) -> Link | None:
        filed = next((filed for filed in reversed(self._filed) if filed.paragraph <= reading.number), None)
        if filed is None or reading.number - filed.paragraph > _FILED_REACH:
            return None
        place = replace(place_of(filed.toponym, self._gazetteer), why="the text names no place; it was filed from here")
        return Link(place, filed.toponym.entry, _FROM_DATELINE, implied=True)

    def _from_actor(self, reading: ParagraphReading, number: int, trigger: Trigger) -> Link | None:
        """The country whose state acts ("Turkish police arrested …", "France expelled two diplomats")."""
        sentence = reading.sentences[number]
        entry = acting_country(sentence, self._gazetteer, trigger)
        if entry is None:
            return None
        place = entry.place(self._trigger_words(reading, trigger), "the text names no place; this state acts", 1.0)
        return Link(place, entry, _FROM_ACTOR, implied=True)

    def _shared(self, links: Sequence[Link], why: str, strength: float) -> Link | None:
        """The place of all `links`, or the country that they share; None where they share none."""
        common = common_place([link.entry for link in links], self._gazetteer)
        if common is None:
            return None
        least_sure = min(link.place.confidence for link in links)
        if len({link.entry.id for link in links}) == 1:
            return Link(replace(links[0].place, why=why), common, strength, implied=True)
        why = "the places told of beside it share this country"
        place = common.place(links[0].place.mention, why, least_sure)
        return Link(place, common, min(strength, _FROM_COMMON_COUNTRY), implied=True)

    def _trigger_words(self, reading: ParagraphReading, trigger: Trigger) -> Span:
        head, offset = reading.doc[trigger.head], reading.paragraph.start
        return Span(offset + head.idx, offset + head.idx + len(head), head.text)
