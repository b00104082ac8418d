"""How a telling refers to its event: as one already told ("the blast", "he was shot"), or as a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from eventmap.event_types import EventTypes
from eventmap.events.kinship import is_name_of
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.lexicon import words
from eventmap.triggers import Trigger

PARTICIPANTS = words("participants")
_INCIDENTS = words("incident_nouns")
_ANOTHER = words("another_words")
_ANOTHER_ADVERBS = words("another_adverbs")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_HARM = frozenset({"killed", "injured"})
_ANOTHER_ONE = frozenset({"another", "second", "third"})
_WITHIN = frozenset({"in", "during", "by", "from"})
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
# A longer list of those concerned is no name to recognise somebody by.
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of one telling say of which event is meant.

    Attributes:
        nouns: the nouns by which it points back to an event already told ("the blast": blast), as lemmas.
        named: all nouns that it calls its event by, definite or not.
        fresh: whether it brings its event in as a new one ("a blast", "fifteen fires").
        names: whom the event concerns, by the last word of each name, in lower case.
        perhaps: the same of proper nouns that may be persons' names, or not.
        pronoun: whether one of those who take part is only a pronoun.
        outcome_of: where the verb stands whose outcome is told ("opened fire, wounding two": opened), as an offset into
            the article; None where it is nobody's.
        another: the word that marks it as another event than the one before ("another", "second"), "" if none does.
    """

    nouns: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    fresh: bool = False
    names: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    pronoun: bool = False
    outcome_of: int | None = None
    another: str = ""

    def names_as(self, other: Cues) -> bool:
        """Whether both name the same person, at least one of them for sure."""
        return bool(self.names & (other.names | other.perhaps) or self.perhaps & other.names)


def cues_of(trigger: Trigger, sentence: Span, types: EventTypes, offset: int) -> Cues:
    """The cues of the telling that `trigger` gives in `sentence`, whose `Doc` starts at `offset` in the article."""
    doc = sentence.doc
    head = doc[trigger.head]
    takers = [_antecedent(doc[i]) for i in (*trigger.agents, *trigger.patients)][:_MOST_NAMES]
    tellers = {doc[i] for i in (*trigger.tokens, *trigger.agents)}
    # "The blast was the work of a suicide bomber": what the clause is about, if it is an event of this type.
    about = (child for child in clause_head(head).children if child.dep_ in SUBJECTS)
    tellers |= {token for token in about if is_name_of(token.lemma_.lower(), trigger.type, types)}
    nouns = {token for token in tellers if token.pos_ in {"NOUN", "PROPN"}}
    # "Four fighters were killed in the strike": it is the strike that is told.
    within = _setting(head) if types.types[trigger.type].harm or trigger.consequence else []
    owners = [child for child in head.children if child.dep_ == "poss"]
    return Cues(
        nouns=frozenset(token.lemma_.lower() for token in (*nouns, *within) if is_definite(token)),
        named=frozenset(token.lemma_.lower() for token in nouns),
        fresh=head in nouns and not is_definite(head) and not owners,
        names=frozenset(name for token in (*takers, *owners) for name in _names(token)),
        perhaps=frozenset(token.lower_ for token in takers if token.pos_ == "PROPN" and not token.ent_type_),
        pronoun=any(token.lower_ in _PRONOUNS for token in (*takers, *owners)),
        outcome_of=offset + head.head.idx if _is_outcome(trigger, head) else None,
        another=_another(head, nouns, sentence) or ("" if trigger.consequence else _other_people(takers)),
    )


def is_definite(noun: Token) -> bool:
    """Whether a noun is told as known: "the blast", "Sunday's explosion"; not "the killing of a man", which is news."""
    marked = any(
        child.lower_ in _DEFINITE or (child.dep_ == "poss" and child.ent_type_ == "DATE") for child in noun.children
    )
    concerned = [item for child in noun.children if child.lower_ == "of" for item in child.children]
    return marked and not any(child.lower_ in {"a", "an"} for item in concerned for child in item.children)


def recalled(sentence: Span) -> tuple[frozenset[str], frozenset[str]]:
    """By which nouns, as lemmas, the subjects of a sentence point back to an event, and by which to those in one."""
    nouns, people = set(), set()
    for token in sentence:
        if token.dep_ not in SUBJECTS or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        lemma = token.lemma_.lower()
        known = is_definite(token)
        if known and not _another(token, {token}, sentence):
            nouns.add(lemma)
        # "Protesters chanted": those who took part need no article.
        if lemma in PARTICIPANTS and (known or token.tag_ == "NNS"):
            people.add(lemma)
    return frozenset(nouns), frozenset(people)


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for ("Karimov, who was jailed"), else the token itself."""
    clause = token.head
    return clause.head if token.lower_ in {"who", "whom"} and clause.dep_ == "relcl" else token


def _is_outcome(trigger: Trigger, head: Token) -> bool:
    """Whether a trigger only says what harm came of the verb before it ("…, killing two")."""
    harmful = bool(trigger.counts) and all(role in _HARM for _, role in trigger.counts)
    return harmful and head.tag_ == "VBG" and head.dep_ == "advcl" and head.head.i < head.i


def _setting(head: Token) -> list[Token]:
    """What something is said to happen in or by ("killed in the strike")."""
    return [
        noun
        for preposition in head.children
        if preposition.lower_ in _WITHIN
        for noun in preposition.children
        if noun.dep_ == "pobj" and noun.pos_ == "NOUN"
    ]


def _other_people(takers: Iterable[Token]) -> str:
    """The word by which it happened to somebody else than before ("another man was stabbed")."""
    marks = {child.lower_ for token in takers for child in token.children if child.dep_ in {"det", "amod"}}
    return min(marks & _ANOTHER_ONE, default="")


def _names(token: Token) -> Iterable[str]:
    """The last word of a person's name that `token` is or ends."""
    for node in (token, *(child for child in token.children if child.dep_ == "appos")):
        if node.ent_type_ == "PERSON" and node.pos_ == "PROPN":
            yield _last_of_name(node.doc, node.i)


def _last_of_name(doc: Doc, i: int) -> str:
    while i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I" and doc[i + 1].ent_type_ == "PERSON" and doc[i + 1].is_alpha:
        i += 1
    return doc[i].lower_


def _another(head: Token, nouns: Iterable[Token], sentence: Span) -> str:
    """The word that tells that this is another event: "another attack", "in a second incident", "separately"."""
    clause = clause_head(head)
    setting = [
        noun
        for verb in ancestors(clause)
        for preposition in verb.children
        if preposition.dep_ == "prep" and preposition.i < verb.i
        for noun in preposition.children
        if noun.lemma_.lower() in _INCIDENTS or noun.lemma_.lower() in {"attack", "case", "raid", "event"}
    ]
    for noun in (head, *nouns, *setting):
        if noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        for child in noun.children:
            if child.dep_ in {"amod", "det", "nummod", "compound"} and child.lower_ in _ANOTHER:
                return child.lower_
    adverbs = {child.lower_ for child in (*clause.children, sentence[0])} & _ANOTHER_ADVERBS
    return min(adverbs, default="")
