"""How many an event concerns: which of its sentence's counts belong to it, and which of them is the main one."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from eventmap import event_types
from eventmap.counts import CountMention, severity
from eventmap.counts.numerals import word_set
from eventmap.event_types import EventType
from eventmap.events.comparison import is_compared
from eventmap.events.patients import patients
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS, tree_distance
from eventmap.lexicon import words
from eventmap.triggers import Trigger

_DRAWING = words("drawing_verbs")
# What happens to people in an event that does harm, whatever its patterns count.
_HARM = frozenset({"killed", "injured", "infected", "missing", "casualties"})
_AFTERMATH = frozenset({"displaced", "rescued", "affected"})
_OF_THINGS = frozenset({"destroyed", "burned"})
# What a trigger's verb does to things, or to those whom it moves, whatever its type.
_DONE = word_set("destroyed burned looted seized shot_down surrendered established withdrawn deployed sent deported")
# Of these only a number tells: one who acts is rarely alone. In other roles something is done to people, and "the
# mayor" counts as one.
_NUMBERED = word_set("participants crossed voted smuggled affected")

# How many arguments, and how many counts and triggers on either side, are looked at.
_MOST_ARGUMENTS = 40
_NEAR = 6
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A count that may be the event's: `own` where it is an argument of the trigger."""

    mention: CountMention
    role: str
    own: bool


def counts_of(trigger: Trigger, reading: SentenceReading) -> list[tuple[CountMention, str]]:
    """How many the event concerns, and in what roles, the main count first; empty where the sentence does not say.

    The counts that belong to a trigger are those of its arguments, and those of its sentence whose fate fits its type
    and that no other trigger is nearer to. Where the type does harm, the worst fate comes first (killed before
    injured), of that the total that a toll stands at, then a number before a single person; else the order is the
    text's. A stated zero comes last.
    """
    kind = event_types.load().types[trigger.type]
    does_harm = kind.harm or kind.consequence
    found = list(_own(trigger, reading))
    if not found or does_harm:
        found += _fitting(trigger, reading, _roles(kind))
    if not found:
        drawn = _drawn(reading.span.doc[trigger.head], reading)
        return [(drawn, "participants")] if drawn is not None else []
    ranked = sorted(found, key=_by_harm if does_harm else lambda candidate: candidate.mention.zero)
    once: dict[tuple[int, int], tuple[CountMention, str]] = {}
    for one in ranked:
        once.setdefault((one.mention.start_char, one.mention.end_char), (one.mention, one.role))
    return list(once.values())


def _by_harm(candidate: _Candidate) -> tuple[bool, int, bool, bool, bool]:
    mention = candidate.mention
    unsaid = mention.quantity[0] == mention.quantity[1]
    return mention.zero, severity(candidate.role), not mention.toll, unsaid, not candidate.own


def _roles(kind: EventType) -> frozenset[str]:
    """The roles that the type's patterns count, and what harm does."""
    counted = {role for pattern in kind.patterns for _, role in pattern.counts}
    harm = _HARM | _AFTERMATH if kind.harm or kind.consequence else frozenset()
    return frozenset(counted) | harm | (_OF_THINGS if kind.hits_places else frozenset())


def _own(trigger: Trigger, reading: SentenceReading) -> Iterator[_Candidate]:
    """The counts of the trigger's own arguments, and of what it names itself ("62 arrests")."""
    doc = reading.span.doc
    for token, role in trigger.counts[:_MOST_ARGUMENTS]:
        argument = doc[token]
        together = patients(argument, reading.counts) if role not in _NUMBERED else None
        mention = together or _at(argument, reading.counts)
        if mention is not None and not is_compared(mention, trigger, reading):
            yield _Candidate(mention, _role(mention, role), own=True)
    for mention in reading.counts:
        if mention.head == trigger.head and (mention.role_hint or not mention.is_people):
            yield _Candidate(mention, mention.role_hint or mention.unit, own=True)
        elif mention.governor == trigger.head and mention.fate in _DONE and not mention.part_of:
            yield _Candidate(mention, mention.fate, own=True)


def _role(mention: CountMention, role: str) -> str:
    """The role that an argument has, unless its words say more: of 10 rioters who were shot dead, that they died."""
    told = mention.fate or mention.role_hint
    if told is None:
        return role
    of_people = mention.is_people and role in _OF_THINGS
    worse = told in _HARM and role in _HARM and severity(told) < severity(role)
    return told if role == "participants" or of_people or worse else role


def _fitting(trigger: Trigger, reading: SentenceReading, roles: Collection[str]) -> Iterator[_Candidate]:
    """The counts of the sentence whose fate fits the trigger's type, if no other trigger that fits is nearer."""
    types = event_types.load().types
    for mention in _near(reading.counts, trigger.head, lambda mention: mention.head):
        role = mention.fate or mention.role_hint
        if role is None or role not in roles or mention.part_of or mention.is_people == (role in _OF_THINGS):
            continue
        beside = _near(reading.triggers, mention.governor, lambda other: other.head)
        rivals = [other for other in beside if role in _roles(types[other.type])]
        nearest = min(rivals, key=lambda other: _distance(mention, other, reading), default=trigger)
        if trigger.head in (nearest.head, nearest.explained_by) and not is_compared(mention, trigger, reading):
            yield _Candidate(mention, role, own=False)


def _near(items: Sequence[_Item], position: int, at: Callable[[_Item], int]) -> Sequence[_Item]:
    """The items around a token, of a list in the order of the text, so that no sentence is too long."""
    i = bisect.bisect_left(items, position, key=at)
    return items[max(i - _NEAR, 0) : i + _NEAR]


def _distance(mention: CountMention, trigger: Trigger, reading: SentenceReading) -> tuple[int, int]:
    doc = reading.span.doc
    governor = doc[mention.governor]
    return tree_distance(governor, doc[trigger.head]), abs(governor.i - trigger.head)


def _drawn(head: Token, reading: SentenceReading) -> CountMention | None:
    """The crowd that a gathering is said to have drawn."""
    if head.dep_ not in SUBJECTS or head.head.lemma_.lower() not in _DRAWING:
        return None
    crowds = (_at(child, reading.counts) for child in head.head.children if child.dep_ == "dobj")
    return next((crowd for crowd in crowds if crowd is not None and crowd.is_people), None)


def _at(argument: Token, counts: Collection[CountMention]) -> CountMention | None:
    """The count whose noun or number is the argument itself, or stands beside it ("a 200-strong crowd")."""
    # A part is counted where it is the argument itself ("arrested four of them"), not where it only adds to one.
    direct = argument.dep_ in SUBJECTS | {"dobj"}
    for mention in counts:
        if argument.i in {mention.head, mention.root} and (direct or not mention.part_of):
            return mention
    return next((mention for mention in counts if _beside(mention, argument)), None)


def _beside(mention: CountMention, argument: Token) -> bool:
    """Whether a number without a noun counts the argument: "a 200-strong crowd", "teachers, about 5,000 of them,"."""
    root = argument.doc[mention.root]
    if mention.noun is not None or not mention.is_people:
        return False
    if mention.part_of:
        return root.dep_ == "appos" and root.head == argument
    return mention.token_end <= argument.i and argument in (root.head, root.head.head) and root.pos_ in {"NUM", "ADJ"}
