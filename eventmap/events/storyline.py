"""Where the sentences of a story say that things are, in the order of the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventmap.event_types import EventTypes
from eventmap.events.implied import implied_places
from eventmap.events.linking import Link, is_location, links_in_sentence, setting_of
from eventmap.events.located import LocatedToponym
from eventmap.events.placing import Home, home_of
from eventmap.events.pointing import pointing_places
from eventmap.events.reading import ParagraphReading, SentenceReading
from eventmap.events.scenes import Scene, acting_country, goes_on_about, is_general, points_back
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms import Toponym, country_weights, lies_in
from eventmap.triggers import Trigger

# The paragraphs with which a story opens: what it is about.
_OPENING = 3
# So many paragraphs after a place in the opening the text may name a finer one in it, and how sure that then is.
_FINER_AHEAD, _REFINED = 1, 0.7
# So many places before a sentence may be what "the city" in it points back to.
_REMEMBERED = 60


class Storyline:
    """The scenes of an article, in order.

    Args:
        readings: the article's paragraphs, in order.
        toponyms: its resolved toponyms.
        located: those that have an entry, where they are in the parse.
        types: the event types: to what each is done, and where it may take a place from.
        gazetteer: for borders and countries that the text implies.

    Attributes:
        home: the country that the article is mostly about, if there is one.
        opening: the numbers of the paragraphs with which it opens.
        scenes: what its sentences tell, and where.
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
        self._types = types
        self._gazetteer = gazetteer
        self._docs = [reading.doc for reading in readings]
        self.home = home_of(located, self._weights, gazetteer)
        self.opening = [reading.number for reading in readings if reading.sentences][:_OPENING]
        found = list(self._find_scenes(readings, [t for t in located if t.mention.reading == "place"]))
        ahead = (self.opening[-1] if self.opening else 0) + _FINER_AHEAD
        early = [scene for scene in found if scene.paragraph <= ahead]
        self.scenes = [self._refined(scene, early) for scene in found]

    def is_somewhere(self, scene: Scene) -> bool:
        """Whether a scene has a place where other things may happen: not that of a statement or a visit."""
        return bool(scene.links) and (
            scene.trigger is None or "story" in self._types.types[scene.trigger.type].inherits
        )

    def _find_scenes(self, readings: Sequence[ParagraphReading], named: Sequence[LocatedToponym]) -> Iterator[Scene]:
        told = 0
        for reading in readings:
            for number, sentence in enumerate(reading.sentences):
                while told < len(named) and _precedes(named[told], reading, sentence):
                    told += 1
                before = named[max(0, told - _REMEMBERED) : told]
                any_told = sentence.toponyms or sentence.triggers
                places = self._places(reading, sentence, before) if any_told else []
                stated = [self._stated(reading, sentence, trigger, places) for trigger in sentence.triggers]
                for trigger, links in zip(sentence.triggers, stated, strict=True):
                    yield Scene(reading.number, number, trigger, reading.doc[trigger.head], tuple(links))
                if not any(stated) and (setting := setting_of(places, sentence.span, self._gazetteer)):
                    yield Scene(reading.number, number, None, sentence.span.root, tuple(setting))

    def _refined(self, scene: Scene, early: Sequence[Scene]) -> Scene:
        """A scene of the opening in a region or country, at the one finer place in it that the text goes on to tell."""
        wide = scene.links[0] if len(scene.links) == 1 else None
        is_lead = scene.paragraph in self.opening and scene.trigger is not None and self.is_somewhere(scene)
        if wide is None or not is_lead or wide.place.precision == "point" or is_general(scene):
            return scene
        finer = {
            link.entry.id: link
            for later in early
            if scene.position < later.position and later.paragraph <= scene.paragraph + _FINER_AHEAD
            if later.trigger is None or (points_back(later) and goes_on_about(later, scene, self._types))
            for link in later.links
            if lies_in(link.entry, wide.entry, self._gazetteer)
        }
        if len(finer) != 1:
            return scene
        (link,) = finer.values()
        place = replace(link.place, why=f"the text names {wide.place.name} first, then this place in it")
        strength = min(wide.strength, _REFINED)
        return replace(scene, links=(Link(place, link.entry, strength, wide.implied),))

    def _places(
        self, reading: ParagraphReading, sentence: SentenceReading, before: Sequence[LocatedToponym]
    ) -> list[LocatedToponym]:
        """The places that a sentence names, implies or points back to."""
        offset = reading.paragraph.start
        named = [toponym for toponym in sentence.toponyms if is_location(toponym, sentence.span.doc)]
        implied = implied_places(sentence.span, sentence.toponyms, self._weights, self._gazetteer, offset)
        covered = [place.mention.span for place in implied]
        named = [place for place in named if not any(place.mention.span.overlaps(span) for span in covered)]
        home = self._home_in(sentence)
        capital = self._gazetteer.capital(home.entry.country) if home else None
        pointing = pointing_places(
            sentence.span, sentence.toponyms, before, capital, self._docs, reading.number, offset
        )
        taken = {place.first for place in (*named, *implied)}
        return [*named, *implied, *(place for place in pointing if place.first not in taken)]

    def _home_in(self, sentence: SentenceReading) -> Home | None:
        """The country that "the country" means in a sentence: that of its subject, else the article's."""
        entry = acting_country(sentence, self._gazetteer)
        return Home(entry, self.home.confidence) if entry and self.home else self.home

    def _stated(
        self, reading: ParagraphReading, sentence: SentenceReading, trigger: Trigger, places: list[LocatedToponym]
    ) -> list[Link]:
        return links_in_sentence(
            trigger,
            sentence.span,
            places,
            self._home_in(sentence),
            hits_places=self._types.types[trigger.type].hits_places,
            alone=all(trigger.head in {other.head, other.explained_by} for other in sentence.triggers),
            gazetteer=self._gazetteer,
            offset=reading.paragraph.start,
        )


def _precedes(toponym: LocatedToponym, reading: ParagraphReading, sentence: SentenceReading) -> bool:
    return (toponym.paragraph, toponym.first) < (reading.number, sentence.span.start)
