"""Which triggers tell an event, and which only name a topic; and which sentences go on about the event before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from eventmap.event_types import EventTypes
from eventmap.events.attribution import Attribution
from eventmap.events.draft import Draft
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.lexicon import words
from eventmap.triggers import Trigger

_OCCURRENCE = words("occurrence_verbs")
_SETTING = frozenset({"at", "during", "in", "on"})
_PARTICIPANTS = words("participants")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_THAT = frozenset({"this", "that", "it", "these", "those", "them"})
_CLAIM_NOUNS = words("claim_nouns")
_ORGANISATIONS = words("organisation_nouns")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_event(trigger: Trigger, head: Token, placed: bool, counted: bool, dated: bool, heading: bool) -> bool:
    """Whether the text tells something that happened, rather than naming a kind of thing.

    A verb tells. A noun tells if it has a place, date or number of its own, or if a verb makes it happen ("protests
    broke out"); headings name what the story then tells. A death toll without a number tells nothing.
    """
    if trigger.consequence and not counted:
        return head.pos_ == "VERB" and placed
    if head.pos_ in {"VERB", "AUX", "ADJ"} or placed or counted or dated or heading:
        return True
    for node in ancestors(head):
        if node.pos_ in {"VERB", "AUX"}:
            there_is = node.lemma_ == "be" and any(child.dep_ == "expl" for child in node.children)
            return there_is or node.lemma_.lower() in _OCCURRENCE
        if node != head and node.dep_ in SUBJECTS | {"dobj"}:
            return node.head.lemma_.lower() in _OCCURRENCE
    return False


def is_part(trigger: Trigger, sentence: SentenceReading) -> bool:
    """Whether a trigger is part of an event of another type ("12 died in the blast").

    One of the same type may still tell of another place ("queues at the border with A, and crossings into B").
    """
    explaining = next((other for other in sentence.triggers if other.head == trigger.explained_by), None)
    return explaining is not None and explaining.type != trigger.type


def is_setting(trigger: Trigger, sentence: SentenceReading, types: EventTypes) -> bool:
    """Whether a trigger only says at what another event happened ("were critical of it at the summit")."""
    doc = sentence.span.doc
    head = doc[trigger.head]
    if head.dep_ != "pobj" or head.head.lower_ not in _SETTING:
        return False
    category = types.types[trigger.type].category
    return any(
        other.head != trigger.head
        and other.explained_by != trigger.head
        and types.types[other.type].category == category
        and (clause_head(head) == clause_head(doc[other.head]) or clause_head(head) in ancestors(doc[other.head]))
        for other in sentence.triggers
    )


def follow_up(built: list[Draft], number: int, sentence: SentenceReading, offset: int) -> list[Draft]:
    """Extend the events of the sentence before by one that goes on about them and names a source or quotes somebody.

    Its subject must point back: a pronoun, or a definite noun that the passage before it has ("a man … the man"). A
    denial may point back by its object alone ("The army denied the claim").
    """
    previous = [draft for draft in built if draft.sentences[1] == number - 1]
    speaks = any(token.text in {"“", '"', "«"} for token in sentence.span)
    denies = [attribution.name for attribution in sentence.attributions if _denies_that(attribution, sentence)]
    told_on = bool(sentence.attributions or speaks) and bool(previous) and _points_back(sentence, previous, offset)
    if not previous or not (told_on or denies):
        return built
    names = [attribution.name for attribution in sentence.attributions if attribution.stance != "denies"]
    extended = []
    for draft in built:
        if draft in previous:
            draft = replace(
                draft,
                end=offset + sentence.span.start_char + len(sentence.span.text.rstrip()),
                sentences=(draft.sentences[0], number),
                sources=tuple(dict.fromkeys((*draft.sources, *names))),
                deniers=tuple(dict.fromkeys((*draft.deniers, *denies))),
                status="denied" if denies else draft.status,
            )
        extended.append(draft)
    return extended


def _denies_that(attribution: Attribution, sentence: SentenceReading) -> bool:
    """Whether it denies what the sentence before said: "denied this", "rejected the allegation"."""
    verb = sentence.span.doc[attribution.governor]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    pointing = any(token.lower_ in _THAT or token.lemma_.lower() in _CLAIM_NOUNS for token in objects)
    return attribution.stance == "denies" and pointing


def _points_back(sentence: SentenceReading, previous: Sequence[Draft], offset: int) -> bool:
    doc = sentence.span.doc
    told = doc.text[previous[0].start - offset : previous[0].end - offset].lower()
    for token in sentence.span:
        if token.dep_ in SUBJECTS:
            if token.lower_ in _PRONOUNS:
                if not _means_speaker(token):
                    return True
                continue
            lemma = token.lemma_.lower()
            definite = any(child.lower_ in _DEFINITE for child in token.children)
            if definite and (lemma in told or token.lower_ in told or lemma in _PARTICIPANTS):
                return True
    return False


def _means_speaker(pronoun: Token) -> bool:
    """Whether a pronoun in what somebody says may be that somebody ("they said that they were concerned")."""
    clause = pronoun.head
    if clause.dep_ != "ccomp":
        return False
    speakers = [child for child in clause.head.children if child.dep_ in SUBJECTS]
    if not speakers:
        return False
    speaker = speakers[0]
    several = speaker.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in speaker.children)
    outlet = speaker.ent_type_ in {"ORG", "GPE"} or any(
        word.lemma_.lower() in _ORGANISATIONS for word in speaker.subtree if word.dep_ in {"compound", "nsubj", "appos"}
    )
    return several if pronoun.lower_ == "they" else not outlet
