"""The noun that a number counts: where it is, whether it means people, and what it says of them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from spacy.tokens import Token

from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

MONTHS = frozenset(name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name)
WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
_TIME_WORDS = WEEKDAYS | {"today", "yesterday", "tomorrow", "tonight", "overnight"}

_BEFORE_NOUN = frozenset(
    ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "RB", "RBS", "CD")
)
_NOUN = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURAL = frozenset(("NNS", "NNPS"))
# "passers-by", "brothers-in-law"
_AFTER_PLURAL = frozenset(("by", "in"))
_ADJECTIVE = frozenset(("JJ", "VBN", "VBG"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: `head` and the tokens `start:end` of it with the words before it."""

    start: int
    end: int
    head: int
    unit: str
    is_people: bool
    role: str | None


def role_of(token: Token) -> tuple[bool, str | None]:
    """Whether a noun stands for a person or persons, and the role that it implies."""
    known = quantities()
    for form in (token.lower_, token.lemma_.lower()):
        if form in known.people:
            return True, known.people[form]
    if token.ent_type_ == "NORP" and token.tag_ in _PLURAL:
        return True, None
    return token.lower_.endswith(known.suffixes) and token.tag_ in _NOUN, None


def counted(view: View, start: int, *, singular: bool = False) -> Noun | None:
    """The noun phrase without article that starts at token `start`: "Russian soldiers", "council members".

    With `singular` the noun may be a singular one ("one man"); otherwise only a plural, or a word for people that has
    no plural ("police"), is taken.
    """
    head = None
    i = start
    while i < len(view):
        tag, word = view.tags[i], view.words[i]
        if tag in ("CC", ","):
            if not _joins_adjectives(view, i):
                break
        elif (
            tag not in _BEFORE_NOUN
            or (word in _TIME_WORDS and i > start)
            or (word in MONTHS and view.capital(i))
            or (tag == "CD" and not view.touches(i) and not view.touches(i - 1))
            or (head is not None and tag in ("VBN", "VBG", "JJ", "RB") and view.tags[i - 1] != "HYPH")
            or (head is not None and tag == "NNP" and view.tags[head] == "NNS")
        ):
            break
        elif tag == "POS":
            head = None
        elif _can_be_counted(view, i, singular):
            head = i
        i += 1
    if head is None:
        return None
    token = view.doc[head]
    is_people, role = role_of(token)
    if token.lemma_.lower() == "case" and known_case(view, start, head):
        is_people, role = True, quantities().case_role
    states = quantities().states
    if is_people and role is None:
        role = next((states[view.words[i]] for i in range(start, head) if view.words[i] in states), None)
    unit = "people" if is_people else token.lemma_.lower()
    return Noun(start, head + 1, head, unit, is_people, role)


def known_case(view: View, start: int, head: int) -> bool:
    """Whether the "cases" at `head` are people who fell ill: "12 confirmed cases", "recorded 58 cases (of cholera)"."""
    known = quantities().case_words
    if any(view.words[i] in known for i in range(start, head)):
        return True
    token = view.doc[head]
    kinds = [word.lower_ for child in token.children if child.lower_ == "of" for word in child.subtree]
    governors = {token.head.lemma_.lower(), token.head.head.lemma_.lower()}
    counted_so = bool(governors & quantities().case_verbs)
    return any(kind in known for kind in kinds) if kinds else counted_so


def _can_be_counted(view: View, i: int, singular: bool) -> bool:
    tag = view.tags[i]
    if view.word(i + 1) == "-" and view.touches(i) and view.word(i + 2) not in _AFTER_PLURAL:
        return False
    if tag in _PLURAL:
        return True
    if tag in ("NN", "NNP"):
        known = quantities().people
        no_plural = view.words[i] in _NO_PLURAL and view.words[i] in known
        return singular or no_plural
    return False


_NO_PLURAL = frozenset(
    ("police", "personnel", "staff", "crew", "people", "taliban", "troops", "dead", "wounded", "injured")
)


def _joins_adjectives(view: View, i: int) -> bool:
    """Whether the comma or "and" at `i` stands between two adjectives ("young, unarmed men", "Iraqi and Syrian")."""
    if view.tags[i] == "CC" and view.words[i] not in ("and", "or"):
        return False
    states = quantities().states
    around = (i - 1, i + 1)
    return all(view.tag(j) in _ADJECTIVE and view.word(j) not in states for j in around)
