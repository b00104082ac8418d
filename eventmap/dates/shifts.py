"""“Two days after …”: what such a distance is counted from, and which of the two things it dates."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventmap.counts.numerals import word_set
from eventmap.dates.narrative import distant, leads_back
from eventmap.dates.periods import Period, day
from eventmap.dates.rule import Anchor
from eventmap.dates.scan import Found

# Verbs whose subject is what the story has just told of ("the blast comes two days after …").
_COMING = word_set("come follow happen occur")
_REACH = 25


def counted_from(found: Sequence[Found], i: int) -> Found | None:
    """The date that the distance at `i` is counted from ("two days after the 3 May attack"), where it has one."""
    if i + 1 == len(found):
        return None
    following, link = found[i + 1], found[i].token
    if following.rule.shift or following.rule.duration or following.sentence != found[i].sentence:
        return None
    if following.match.start() - found[i].end <= 1:
        return following
    target = _target(link)
    token = following.token
    for _ in range(_REACH):
        if token == target:
            return following
        if token.head == token:
            return None
        token = token.head
    return None


def other_end(shift: Found, anchor: Anchor, *, told_in_sentence: bool) -> tuple[Period | None, Token | None]:
    """The date of what follows the distance, counted from the thing told before, and its word in the sentence.

    The thing told before has the date told in the same sentence ("on Saturday, a day after police …"), or is what the
    sentence begins with ("it came a week after …").
    """
    target = _target(shift.token)
    verb = _governor(shift.token, target)
    base = anchor.told[0] if told_in_sentence and anchor.told else None
    if base is None and verb is not None and verb.lemma_.lower() in _COMING:
        present = verb.tag_ in ("VBZ", "VBP", "VBG") or not anchor.told
        base = (day(anchor.day) if anchor.day else None) if present else anchor.told[0]
    if base is None or target is None:
        return None, target
    return distant(shift.match, base, back=not leads_back(shift.match)), target


def dated_by(shift: Found) -> Token | None:
    """The verb of what a distance from a dated clause dates ("two days after rebels fled on 3 May, police …")."""
    return _governor(shift.token, shift.token.head) if shift.token.dep_ == "mark" else None


def _target(link: Token) -> Token | None:
    """The word of what came before or after: the verb of the clause, or the noun."""
    if link.dep_ == "mark":
        return link.head
    return next((child for child in link.children if child.dep_ in ("pobj", "pcomp")), None)


def _governor(link: Token, target: Token | None) -> Token | None:
    """The verb of the clause in which the distance stands."""
    node = target if target is not None and link.dep_ == "mark" else link
    for _ in range(_REACH):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None
