"""Which of the events told so far a further telling means, if any.

Two tellings can be of one event where nothing in them differs: type, place, date, standing, whom it concerns. They are
where, beyond that, something points from the one to the other: a definite noun ("the blast"), a pronoun, a name, the
same figure, or, for the same type, the same place or a heading. Figures that differ keep weakly connected tellings
apart, unless different people give them. A telling that says that it is another ("a second blast") starts an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.event_types import EventTypes
from eventmap.events.draft import Draft, Recall, same_dates
from eventmap.events.kinship import akin, may_mean
from eventmap.events.rivals import clash, share_exact
from eventmap.gazetteer import Gazetteer
from eventmap.model import Figure
from eventmap.toponyms import lies_in

# A sentence this far after another may still go on about its event; paragraphs are often single sentences.
_REACH = 2
_PARAGRAPHS = 2
# So many of the events told last may be meant; a text with more of them is a list, not a story.
REMEMBERED = 150
# Two events in places as wide as these are not one because of the place.
_WIDE = frozenset({"country", "area"})


@dataclass(frozen=True, slots=True)
class Focus:
    """The event of which the story told last, by its index, and the paragraph and the sentence that did."""

    event: int = 0
    paragraph: int = -1
    sentence: int = -1

    def reaches(self, recall: Recall, sentences: int) -> bool:
        """Whether a sentence comes at most so many `sentences` later, or in the next paragraph."""
        if recall.paragraph == self.paragraph:
            return 0 <= recall.sentence - self.sentence <= sentences
        return recall.paragraph == self.paragraph + 1


@dataclass(frozen=True, slots=True)
class Coreference:
    """Decides, with the event types and the gazetteer, which event a telling means."""

    types: EventTypes
    gazetteer: Gazetteer

    def event_of(self, draft: Draft, kept: Sequence[Draft]) -> int | None:
        """The index of the event of `kept` that `draft` tells again: the one that it most clearly points to, else the
        nearest that fits; None for a new event."""
        latest = range(max(0, len(kept) - REMEMBERED), len(kept))
        possible = [index for index in latest if self._can_be(kept[index], draft)]
        meant = [index for index in possible if self._points_to(kept[index], draft)]
        if meant:
            return max(meant, key=lambda index: (*self._clearness(kept[index], draft), index))
        return next((index for index in reversed(possible) if self._fits(kept[index], draft)), None)

    def recalled_by(self, recall: Recall, kept: Sequence[Draft], focus: Focus) -> int | None:
        """The index of the event that a sentence goes on about; None where there is none.

        Those who are not named ("the victims"), and figures, are of the event of which the story told last (`focus`).
        """
        latest = range(max(0, len(kept) - REMEMBERED), len(kept))
        named = [
            i for i in latest if may_mean(recall.nouns, kept[i].type, self.types) and not _is_told_in(kept[i], recall)
        ]
        if named:
            return max(named, key=lambda i: (bool(recall.nouns & kept[i].cues.named), len(kept[i].passages), i))
        if kept and focus.reaches(recall, _REACH) and self._goes_on(kept[focus.event], recall, focus):
            return focus.event
        nearest = (i for i in reversed(latest) if _reaches(kept[i], recall))
        return next((i for i in nearest if self._goes_on(kept[i], recall, focus)), None)

    def _goes_on(self, event: Draft, recall: Recall, focus: Focus) -> bool:
        """Whether those whom a sentence is about, or its figures, can be of an event told shortly before."""
        if event.status == "planned":
            return False
        if recall.figures:
            return any(self._takes(event, figure) for figure in recall.figures)
        told = focus.reaches(recall, 1) or bool(recall.people & event.cues.named)
        concerns_people = bool(self._roles(event)) or self.types.types[event.type].harm
        return concerns_people and bool(recall.people) and told

    def _takes(self, event: Draft, figure: Figure) -> bool:
        """Whether a figure can be of an event: of a role that it has already, or of one that its type may have."""
        roles = {known.role for known in event.figures}
        if not figure.role:
            return bool(roles)
        if figure.role in roles or figure.role in self._roles(event):
            return True
        return figure.role != "participants" and self.types.types[event.type].harm

    def _roles(self, event: Draft) -> set[str]:
        """What people may have done or suffered in events of this type."""
        return {role for pattern in self.types.types[event.type].patterns for _, role in pattern.counts}

    def _can_be(self, event: Draft, draft: Draft) -> bool:
        """Whether nothing in two tellings differs that one event has only one of."""
        kin = akin(event.type, draft.type, self.types) or may_mean(draft.cues.nouns, event.type, self.types)
        if not (kin or _is_outcome(event, draft)) or event.trigger.start == draft.trigger.start:
            return False
        if draft.cues.another and draft.cues.another != event.cues.another:
            return False
        if event.cues.names and draft.cues.names and not event.cues.names & draft.cues.names:
            return False
        standing = event.status == draft.status or {event.status, draft.status} <= {"reported", "claimed"}
        return standing and same_dates(event.date, draft.date) and self._places_agree(event, draft)

    def _places_agree(self, event: Draft, draft: Draft) -> bool:
        if not (event.has_own_place and draft.has_own_place) or event.place_id == draft.place_id:
            return True
        return self.within(event, draft) or self.within(draft, event)

    def within(self, inner: Draft, outer: Draft) -> bool:
        """Whether the place of one telling lies in that of the other."""
        if inner.link is None or outer.link is None:
            return False
        return lies_in(inner.link.entry, outer.link.entry, self.gazetteer)

    def _points_to(self, event: Draft, draft: Draft) -> bool:
        """Whether the words of `draft` say that they mean `event`."""
        if _distance(event, draft) == 0:
            return _is_outcome(event, draft) or self._is_rival_toll(event, draft)
        if may_mean(draft.cues.nouns, event.type, self.types):
            return True
        near = _near(event, draft)
        harm = self.types.types[event.type].harm or self.types.types[draft.type].harm
        if event.cues.names_as(draft.cues):
            return near or harm or event.is_heading
        if draft.cues.pronoun and near and not draft.has_own_place:
            return not clash(event, draft)
        return share_exact(event, draft) or (near and self._is_cause(event, draft))

    def _clearness(self, event: Draft, draft: Draft) -> tuple[bool, bool, bool, int]:
        """How clearly `draft` points to `event`: by a name or figure, by a noun that it goes by, from close by; and how
        often the story has told of it."""
        same = event.cues.names_as(draft.cues) or share_exact(event, draft)
        distance = _distance(event, draft)
        return same, bool(draft.cues.nouns & event.cues.named), distance is not None, len(event.passages)

    def _is_cause(self, event: Draft, draft: Draft) -> bool:
        """Whether one telling counts the dead of the other ("A bomb went off. Twelve died."), in either order."""
        first, second = self.types.types[event.type], self.types.types[draft.type]
        if first.consequence == second.consequence or clash(event, draft):
            return False
        if second.consequence:
            return not draft.has_own_place and draft.date is None
        return draft.count is None and not draft.has_own_place

    def _is_rival_toll(self, event: Draft, draft: Draft) -> bool:
        """Whether the same sentence gives another number of the dead, by somebody else ("…, but rebels said 40")."""
        told = {figure.role for figure in event.figures} & {figure.role for figure in draft.figures}
        return bool(told) and self.types.types[draft.type].consequence and self._is_cause(event, draft)

    def _fits(self, event: Draft, draft: Draft) -> bool:
        """Whether two tellings of the same type are of one event for want of any difference."""
        if event.type != draft.type or clash(event, draft):
            return False
        distance = _distance(event, draft)
        if distance == 0 and event.place_id == draft.place_id:
            return True
        if distance == 0 and not (event.has_own_place and draft.has_own_place):
            return not (draft.has_own_place or draft.count)
        near = distance is not None and 0 < distance <= _REACH
        if near and not draft.has_own_place and (draft.is_noun or not draft.count):
            return True
        heading = event.is_heading or draft.is_heading
        if event.link is None or draft.link is None:
            return event.link is draft.link and (draft.generic or event.generic) and (heading or _near(event, draft))
        dated = event.date is not None and draft.date is not None
        if event.place_id != draft.place_id:
            nested = self.within(draft, event) or self.within(event, draft)
            implied = (event.link.implied or draft.link.implied) and _near(event, draft)
            return nested and (heading or implied or (dated and not draft.cues.fresh))
        wide = event.link.place.kind in _WIDE
        implied = event.link.implied or draft.link.implied
        return heading or dated or near or not (wide or (implied and not _near(event, draft)))


def _distance(event: Draft, draft: Draft) -> int | None:
    """How many sentences `draft` comes after `event` in its paragraph; None in another paragraph."""
    return draft.sentences[0] - event.sentences[1] if event.paragraph == draft.paragraph else None


def _near(event: Draft, draft: Draft) -> bool:
    distance = _distance(event, draft)
    if distance is None:
        return 0 < draft.paragraph - event.paragraph <= _PARAGRAPHS
    return 0 < distance <= _REACH


def _is_outcome(event: Draft, draft: Draft) -> bool:
    """Whether `draft` tells what came of what `event` tells in the same sentence ("opened fire, wounding two")."""
    outcome = draft.cues.outcome_of
    return outcome is not None and event.trigger.start <= outcome < event.trigger.end


def _is_told_in(event: Draft, recall: Recall) -> bool:
    """Whether an event is one that the recalling sentence itself tells."""
    return event.start < recall.passage.end and recall.passage.start < event.end


def _reaches(event: Draft, recall: Recall) -> bool:
    if event.paragraph == recall.paragraph:
        return recall.sentence - event.sentences[1] <= _REACH
    return recall.paragraph - event.paragraph <= _PARAGRAPHS
