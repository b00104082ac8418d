"""What happened to those whom a count counts, by the word that governs it ("killed 12", "the arrest of 20 men")."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from eventmap.counts import alone
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

_SUBJECT = ("nsubj", "nsubjpass")
_STATING = ("acomp", "oprd", "xcomp", "attr", "advmod", "prt", "amod")
_CLAUSE = ("relcl", "acl")
_VERBAL = ("VERB", "AUX")
# What may stand between a count and the verb that it is the subject of.
_BETWEEN = ("AUX", "ADV", "PART")
_CLIMB = 5
_LONGEST_PART = 10
_DOWN = 3


class Fate(NamedTuple):
    """A role, and the token that gives it."""

    role: str
    governor: int


def fate(view: View, start: int, end: int, root: int, *, of_people: bool) -> Fate | None:
    """What is said to have happened to those counted in tokens `start:end`, or what they did.

    Args:
        view: the paragraph.
        start, end: the tokens of the count.
        root: the one among them that the sentence governs.
        of_people: whether people are counted; else things.
    """
    known = quantities()
    reader = _Reader(known.fates_of_people, known.states) if of_people else _Reader(known.fates_of_things, {})
    counted_end, end = end, _past_part(view, end)
    stated = alone.state(view, end) if of_people else None
    if stated is not None:
        return Fate(known.states[view.words[stated]], stated)
    for token in _chain(view.doc[root]):
        found = reader.stated(token, end) or reader.governed(token)
        if found is not None:
            return found
    return reader.before_verb(view, end, counted_end)


@functools.cache
def _order() -> Mapping[str, int]:
    return {role: place for place, role in enumerate(quantities().fates)}


def severity(role: str) -> int:
    """How far up in the list of fates a role stands; what the list does not name comes last."""
    return _order().get(role, len(_order()))


def _chain(token: Token) -> Iterator[Token]:
    """`token`, and what it is coordinated with or stands for: the fate of the first of a list is that of all."""
    for _ in range(_CLIMB):
        yield token
        if token.dep_ not in ("conj", "appos") or token.head.pos_ in _VERBAL:
            return
        token = token.head


def _past_part(view: View, end: int) -> int:
    """Past “, one of them a child,” after “three people”."""
    if view.word(end) != ",":
        return end
    parts = quantities().part_of
    for i in range(end + 1, min(end + _LONGEST_PART, len(view))):
        if view.word(i) in (".", ";", ":"):
            break
        if view.word(i) == ",":
            said = [tuple(view.words[at : at + 2]) for at in range(end + 1, i)]
            return i + 1 if any(phrase in parts or phrase[:1] in parts for phrase in said) else end
    return end


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads fates by the roles that governing words give, by slot, and by those of words of state ("dead")."""

    roles: Mapping[str, Mapping[str, str]]
    states: Mapping[str, str]

    def stated(self, token: Token, end: int) -> Fate | None:
        """“12 people killed in …”, “12 people who died”."""
        for child in token.children:
            if child.i >= end and child.dep_ in (*_CLAUSE, "amod"):
                passive = child.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "dobj") for c in child.children)
                found = self._of_verb(child, "object" if passive else "subject" if child.dep_ == "relcl" else "")
                if found is not None:
                    return found
        return None

    def governed(self, token: Token) -> Fate | None:
        """“killed 12”, “12 died”, “the deaths of 12”, “attended by 12”."""
        head = token.head
        if token.dep_ == "nsubjpass":
            return self._of_verb(head, "object")
        if token.dep_ == "nsubj":  # a small clause has no verb ("left 12 people badly wounded")
            return self._of_verb(head, "subject") if head.pos_ in _VERBAL else self._state(head)
        if token.dep_ in ("dobj", "oprd", "dative", "attr") and head.pos_ in _VERBAL:
            return self._of_verb(head, "object")
        if token.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ == "of":
            role = self.roles["of"].get(head.head.lemma_.lower())
            return Fate(role, head.head.i) if role else None
        if token.dep_ == "pobj" and head.dep_ == "agent":
            return self._look_up(head.head, "agent")
        return None

    def before_verb(self, view: View, end: int, counted_end: int) -> Fate | None:
        """What the verb right after the count says, where the parser lost its subject ("…, 40 have been hurt").

        The count ends at `counted_end`; up to `end` there may be words on a part of it, which are not the subject.
        """
        i, doc = end, view.doc
        while i < len(doc) and doc[i].pos_ in _BETWEEN:
            i += 1
        if i == len(doc) or doc[i].pos_ != "VERB" or doc[i].is_sent_start:
            return None
        if any(child.dep_ in _SUBJECT and child.i < counted_end for child in doc[i].children):
            return None
        passive = doc[i].tag_ == "VBN" and (i == end or any(token.lemma_ in ("be", "get") for token in doc[end:i]))
        return self._look_up(doc[i], "object" if passive else "subject")

    def _of_verb(self, verb: Token, slot: str) -> Fate | None:
        """The worst that `verb`, what completes it and the verbs coordinated with it say of its subject or object."""
        found: list[Fate] = []
        for _ in range(_DOWN):
            found += [fate for fate in (self._look_up(verb, slot), self._being(verb, slot)) if fate]
            found += self._completing(verb)
            completed = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in _VERBAL] if slot else []
            following = completed or _sharing(verb, slot)
            if not following:
                break
            verb = following[0]
            if completed and any(c.dep_ == "auxpass" for c in verb.children):
                slot = "object"
        return min(found, key=lambda each: severity(each.role)) if found else None

    def _look_up(self, verb: Token, slot: str) -> Fate | None:
        """The fate that a verb gives its subject or object, alone or with a word that hangs on it ("lose … life")."""
        table = self.roles.get(slot, {})
        lemma = verb.lemma_.lower()
        if lemma in quantities().verbs_with:
            for child in verb.children:
                below = [child, *(g for g in child.children if g.dep_ == "pobj")]
                role = next((r for g in below if (r := table.get(f"{lemma} {g.lemma_.lower()}"))), None)
                if role:
                    return Fate(role, verb.i)
        return Fate(table[lemma], verb.i) if lemma in table else None

    def _being(self, verb: Token, slot: str) -> Fate | None:
        """“are missing”, where the parser takes the state for a verb."""
        return self._state(verb) if slot == "subject" and verb.tag_ in ("VBG", "JJ") else None

    def _completing(self, verb: Token) -> Iterator[Fate]:
        """“left 12 people dead”, “were found dead”, “are missing”."""
        for child in verb.children:
            alone = not any(below.dep_ in _SUBJECT for below in child.children)
            if child.dep_ in _STATING and alone and (found := self._state(child)):
                yield found

    def _state(self, token: Token) -> Fate | None:
        role = self.states.get(token.lower_)
        return Fate(role, token.i) if role else None


def _sharing(verb: Token, slot: str) -> list[Token]:
    """The verbs coordinated with `verb` that share its subject or object."""
    own = (*_SUBJECT, "dobj") if slot == "object" else _SUBJECT
    return [c for c in verb.children if c.dep_ == "conj" and not any(g.dep_ in own for g in c.children)]
