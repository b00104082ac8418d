"""What a place does in its sentence: where something happens, where somebody comes from or goes, or who acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from eventmap.events.syntax import SUBJECTS, ancestors
from eventmap.lexicon import words

RoleKind = Literal[
    "locative", "origin", "destination", "subject", "passive_subject", "object", "modifier", "genitive", "of", "other"
]

_LOCATIVE = words("locative_prepositions")
_DESTINATION = frozenset({"to", "into", "toward", "towards", "onto", "for"})
_SITES = words("site_nouns")
_PLACE_NOUNS = words("place_nouns") | _SITES
_PEOPLE_OF_PLACE = words("people_of_place")
_CLAUSAL = SUBJECTS | {"ROOT", "dobj", "conj"}
_DIRECTIONS = words("directions")
_CLOSE = frozenset({"close", "closer", "next", "adjacent", "nearer"})
_ADVERBS = frozenset({"there", "here"})
_MEASURES = words("distance_measures")
_BY_RELATION: dict[str, RoleKind] = {
    **dict.fromkeys(("nsubjpass", "csubjpass"), "passive_subject"),
    **dict.fromkeys(("nsubj", "csubj"), "subject"),
    **dict.fromkeys(("dobj", "obj", "attr", "oprd"), "object"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """The relation of a place to the word `governor`.

    `word` is the preposition, "" where there is none, and `marker` its token. `site` is the building or ground that
    the place's name stands with ("a Leeds court"). `aside`: the place only helps to find another ("20 km south of X").
    """

    kind: RoleKind
    governor: Token
    word: str = ""
    marker: Token | None = None
    site: Token | None = None
    aside: bool = False


def role(span: Span) -> Role:
    """The role of the place named by `span`.

    "the streets of X", "the capital, X" and "A, B and X" are followed up to the word that relates them to the rest.
    """
    node, site, aside = span.root, None, False
    for _ in range(12):
        governor = node.head
        if node.lemma_.lower() in _SITES and node.i not in range(span.start, span.end):
            site = node
        aside = aside or _is_bearing(node)
        if node.dep_ in {"conj", "appos"} and governor.pos_ in {"PROPN", "NOUN"} and governor != node:
            node = governor
        elif node.dep_ == "advmod" and node.lower_ in _ADVERBS:
            return Role("locative", governor, node.lower_, node)
        elif node.dep_ in {"advmod", "npadvmod"} and node.lower_ in _DIRECTIONS:
            return Role("locative", governor, node.lower_, node, site, aside=True)
        elif node.dep_ in {"compound", "nmod", "amod", "poss", "npadvmod"}:
            if governor.lemma_.lower() in _PLACE_NOUNS or governor.i in range(span.start, span.end):
                node = governor
            elif node.dep_ == "npadvmod":
                break
            else:
                return Role("genitive" if node.dep_ == "poss" else "modifier", governor, site=site, aside=aside)
        elif node.dep_ == "pobj":
            found = _prepositional(node, governor)
            if isinstance(found, Role):
                return replace(found, site=site, aside=aside or found.aside)
            node = found
        elif node.dep_ in _BY_RELATION:
            return Role(_BY_RELATION[node.dep_], governor, site=site, aside=aside)
        else:
            break
    return _by_neighbours(span) or Role("other", node.head, site=site, aside=aside)


def _beyond_time(governor: Token) -> Token:
    """The verb that a time belongs to ("happened at noon in X"): a place told after a time is the verb's."""
    if governor.ent_type_ not in {"DATE", "TIME"} or governor.pos_ == "VERB":
        return governor
    return next((node for node in ancestors(governor) if node.pos_ in {"VERB", "AUX"}), governor)


def _by_neighbours(span: Span) -> Role | None:
    """The role that the words before a place give it, where the parse lost it ("capsized off X", "the capital, X,")."""
    doc, first = span.doc, span.start
    if first >= 2 and doc[first - 1].text == "," and doc[first - 2].lemma_.lower() in _PLACE_NOUNS:
        noun = doc[first - 2]
        return role(doc[noun.i : noun.i + 1]) if noun.pos_ == "NOUN" and noun.dep_ == "pobj" else None
    if first >= 1 and span.root.dep_ == "npadvmod" and doc[first - 1].lower_ in _LOCATIVE:
        return Role("locative", span.root.head, doc[first - 1].lower_, doc[first - 1])
    return None


def _is_bearing(node: Token) -> bool:
    """Whether a word gives the bearing of one place from another ("south of X", "20 km from X"), not a part of it."""
    if node.lower_ not in _DIRECTIONS:
        return False
    measured = any(child.lemma_.lower() in _MEASURES for child in node.children)
    return measured or (node.pos_ == "ADV" and not any(child.dep_ in {"det", "poss"} for child in node.children))


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
    if word == "to" and governor.lower_ in _CLOSE:
        while governor.pos_ in {"ADV", "ADJ", "ADP"} and governor.head != governor:
            governor = governor.head
        return Role("locative", governor, word, preposition)
    if word == "from":
        before = preposition.nbor(-1) if preposition.i else preposition
        measured = _MEASURES & {governor.lemma_.lower(), before.lemma_.lower()} != frozenset()
        return Role("locative" if measured else "origin", governor, word, preposition, aside=measured)
    if word in _DESTINATION:
        return Role("destination", governor, word, preposition)
    if word in _LOCATIVE:
        nested = governor.pos_ == "PROPN" or governor.lemma_.lower() in _PLACE_NOUNS - _PEOPLE_OF_PLACE
        above = governor.head
        where = (
            governor.dep_ != "pobj"
            or above.lower_ in _LOCATIVE | _DESTINATION | {"from"}
            or (above.lower_ == "of" and above.head.lemma_.lower() in _PLACE_NOUNS)
        )
        stands_for = nested and where and governor.dep_ not in _CLAUSAL
        return governor if stands_for else Role("locative", _beyond_time(governor), word, preposition)
    return Role("other", governor, word, preposition)
