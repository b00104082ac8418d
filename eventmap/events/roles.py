"""What a place does in its sentence: where something happens, where somebody comes from or goes, or who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from eventmap.events.syntax import SUBJECTS
from eventmap.lexicon import words

RoleKind = Literal[
    "locative", "origin", "destination", "subject", "passive_subject", "object", "modifier", "genitive", "of", "other"
]

_LOCATIVE = words("locative_prepositions")
_DESTINATION = frozenset({"to", "into", "toward", "towards", "onto", "for"})
_PLACE_NOUNS = words("place_nouns") | words("site_nouns")
_PEOPLE_OF_PLACE = words("people_of_place")
_CLAUSAL = SUBJECTS | {"ROOT", "dobj", "conj"}


@dataclass(frozen=True, slots=True)
class Role:
    """The relation of a place to the word `governor`; `word` is the preposition, "" where there is none."""

    kind: RoleKind
    governor: Token
    word: str = ""
    marker: Token | None = None


def role(span: Span) -> Role:
    """The role of the place named by `span`.

    "the streets of X", "the capital, X" and "A, B and X" are followed up to the word that relates them to the rest.
    """
    node = span.root
    for _ in range(12):
        governor = node.head
        if node.dep_ in {"conj", "appos"} and governor.pos_ in {"PROPN", "NOUN"} and governor != node:
            node = governor
        elif node.dep_ in {"compound", "nmod", "amod", "poss", "npadvmod"}:
            if governor.lemma_.lower() in _PLACE_NOUNS or governor.i in range(span.start, span.end):
                node = governor
            elif node.dep_ == "npadvmod":
                return Role("other", governor)
            else:
                return Role("genitive" if node.dep_ == "poss" else "modifier", governor)
        elif node.dep_ == "pobj":
            found = _prepositional(node, governor)
            if isinstance(found, Role):
                return found
            node = found
        elif node.dep_ in {"nsubjpass", "csubjpass"}:
            return Role("passive_subject", governor)
        elif node.dep_ in SUBJECTS:
            return Role("subject", governor)
        elif node.dep_ in {"dobj", "obj", "attr", "oprd"}:
            return Role("object", governor)
        else:
            return Role("other", governor)
    return Role("other", node.head)


def _prepositional(node: Token, preposition: Token) -> Role | Token:
    """The role of a preposition's object, or the word that stands for the place ("the town of X", "cities in X")."""
    word = preposition.lower_
    governor = preposition.head
    while governor.dep_ == "prep" and governor.pos_ == "ADP" and governor != governor.head:
        governor = governor.head  # "from in and around X"
    if word == "of":
        lemma = governor.lemma_.lower()
        if lemma in _PEOPLE_OF_PLACE:
            return Role("origin", governor, word, preposition)
        if lemma in _PLACE_NOUNS:
            return governor
        return Role("of", governor, word, preposition)
    if word == "from":
        return Role("origin", governor, word, preposition)
    if word in _DESTINATION:
        return Role("destination", governor, word, preposition)
    if word in _LOCATIVE:
        nested = governor.pos_ == "PROPN" or governor.lemma_.lower() in _PLACE_NOUNS - _PEOPLE_OF_PLACE
        return governor if nested and governor.dep_ not in _CLAUSAL else Role("locative", governor, word, preposition)
    return Role("other", governor, word, preposition)
