"""Events in the order of a story, with where their sentences put them; and which of them go on about another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Span, Token

from eventmap.event_types import EventTypes
from eventmap.events.linking import Link
from eventmap.events.reading import SentenceReading
from eventmap.events.roles import role
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.gazetteer import Entry, Gazetteer
from eventmap.lexicon import words
from eventmap.triggers import Trigger

_WIDELY = frozenset({"across", "throughout", "nationwide", "countrywide"})
_SETTLEMENTS = words("settlement_nouns") | words("region_nouns")
_TOPICS = words("topic_prepositions")
_OCCURRING = frozenset({"happen", "occur", "take", "unfold", "begin", "start"})
_PRONOUNS = frozenset({"it", "this"})
_TOPIC_REACH = 40
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger in its sentence (the paragraph's `sentence`-th), with the places that the sentence gives it.

    Without a trigger, it is only a setting: the places where the sentence says that things are; its head is their verb.
    """

    paragraph: int
    sentence: int
    trigger: Trigger | None
    head: Token
    links: tuple[Link, ...]

    @property
    def position(self) -> tuple[int, int]:
        return self.paragraph, self.sentence


def goes_on_about(later: Scene, earlier: Scene, types: EventTypes) -> bool:
    """Whether a telling can be of the same event as an earlier one, or of what followed from it.

    It is of the same type, or a definite noun of the same category ("the blast", "Friday's killings"); or it only says
    where that was ("It happened in X").
    """
    if earlier.trigger is None:
        return False
    if later.trigger is None:
        subjects = [child for child in later.head.children if child.dep_ in SUBJECTS]
        points = any(child.lower_ in _PRONOUNS or _is_definite(child) for child in subjects)
        return points and later.head.lemma_.lower() in _OCCURRING
    if later.trigger.type == earlier.trigger.type:
        return True
    kind, other = types.types[later.trigger.type], types.types[earlier.trigger.type]
    alike = kind.category == other.category or (kind.harm and other.harm)
    return alike and (kind.consequence or _is_definite(later.head))


def _is_definite(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(
        child.lower_ in _DEFINITE or (child.dep_ == "poss" and child.ent_type_ == "DATE") for child in noun.children
    )


def points_back(scene: Scene) -> bool:
    """Whether a scene goes on about what was told: a setting, or told with a definite noun ("the blast broke …")."""
    subjects = [child for child in clause_head(scene.head).children if child.dep_ in SUBJECTS]
    return scene.trigger is None or any(_is_definite(noun) for noun in (scene.head, *subjects))


def is_general(scene: Scene) -> bool:
    """Whether its sentence tells of several places or of all of one ("across the country", "in a dozen towns")."""
    sentence = scene.head.sent
    return any(t.lower_ in _WIDELY or (t.tag_ == "NNS" and t.lemma_.lower() in _SETTLEMENTS) for t in sentence)


def names_settlement(sentence: Span, known: Collection[int]) -> bool:
    """Whether a sentence names a town or region by none of the tokens that are `known` ("in the village of Xyz")."""
    return any(
        token.dep_ == "pobj"
        and token.pos_ == "PROPN"
        and token.i not in known
        and token.head.lower_ == "of"
        and token.head.head.lemma_.lower() in _SETTLEMENTS
        for token in sentence
    )


def speaks_of(head: Token, other: Token) -> bool:
    """Whether one event is only what another is about ("rallied against the war", "anger over the killing")."""
    between = head.doc[max(other.i, head.i - _TOPIC_REACH) : head.i]
    if any(token.lower_ in _TOPICS - {"for"} and token.dep_ == "prep" for token in between):
        return True
    above = set(ancestors(other))
    for node in ancestors(head):
        if node in above:
            return False
        if node.dep_ == "pobj" and node.head.lower_ in _TOPICS:
            return True
    return False


def acting_country(sentence: SentenceReading, gazetteer: Gazetteer, trigger: Trigger | None = None) -> Entry | None:
    """The one country that acts in a sentence: its subject, or whose its subject is ("Turkish police", "Iran's army").

    With a `trigger`, the one that does it.
    """
    doc = sentence.span.doc
    found: dict[str, Entry] = {}
    for toponym in sentence.toponyms:
        if toponym.entry.kind != "country" or toponym.mention.reading not in {"place", "demonym"}:
            continue
        at = role(doc[toponym.first : toponym.last])
        noun = at.governor if at.kind in {"modifier", "genitive"} else None
        actor = noun if noun is not None else doc[toponym.first : toponym.last].root
        verb = at.governor if noun is None and at.kind == "subject" else actor.head
        acts = (at.kind == "subject" or noun is not None) and (noun is None or noun.dep_ in {"nsubj", "agent"})
        does = trigger is None or trigger.head in {verb.i, actor.i} or actor.i in trigger.agents
        if acts and does:
            found[toponym.entry.id] = toponym.entry
    return next(iter(found.values())) if len(found) == 1 else None
