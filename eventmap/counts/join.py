"""Counts that belong together: a sum of coordinated people, and parts of a number already given."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from eventmap.counts.mention import CountMention
from eventmap.counts.persons import one_of_theirs
from eventmap.counts.single import together
from eventmap.counts.view import View

_JOINTS = frozenset(
    (
        (",",),
        ("and",),
        (",", "and"),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("and", "her"),
        ("and", "his"),
        ("and", "their"),
        ("plus",),
        ("along", "with"),
        ("together", "with"),
        ("and", "at", "least"),
    )
)
# What stands after a colon is the whole again, never more ("killed 12: eight women and four men").
_COLON = frozenset(((":",),))
_POSSESSIVES = ("her", "his", "their")
# The role of a sum: who they are may differ, what happened to them may not.
_NEUTRAL = (None, "participants", "called_up")
_SUBJECT = ("nsubj", "nsubjpass")
# "four members of the city council and a woman": no longer addition stands between the two.
_LONGEST_ADDITION = 12
# In "killed 12 men and 30 women fled" the second of two counts begins a clause of its own.
_PAIR = 2


def join(view: View, found: list[CountMention]) -> list[CountMention]:
    """The counts with coordinated ones added up, and with "including" carried over to what it coordinates."""
    result: list[CountMention] = []
    i = 0
    while i < len(found):
        row = _row(view, found, i)
        i += len(row)
        row = _with_theirs(view, row)
        if len(row) > 1 and row[0].part_of:
            row = [row[0], *(replace(mention, part_of=True) for mention in row[1:])]
        result += _added(view, row)
    return result


def _row(view: View, found: list[CountMention], i: int) -> list[CountMention]:
    """The counts from number `i` on that stand in one list."""
    row = [found[i]]
    for mention in found[i + 1 :]:
        if not (_touching(view, row[-1], mention, _JOINTS | _COLON) or _after_addition(view, row[-1], mention)):
            break
        row.append(mention)
    return row


def _with_theirs(view: View, row: list[CountMention]) -> list[CountMention]:
    """The row with “her son” after “a woman and”."""
    last = row[-1]
    if not last.is_people or last.zero or view.word(last.token_end) != "and":
        return row
    theirs = one_of_theirs(view, last.token_end + 1)
    return [*row, theirs] if theirs is not None else row


def _touching(view: View, first: CountMention, second: CountMention, joints: Set[tuple[str, ...]]) -> bool:
    return tuple(view.words[first.token_end : second.token_start]) in joints


def _after_addition(view: View, first: CountMention, second: CountMention) -> bool:
    """Whether the second is coordinated with the first across what is said of the first ("two members of X and …")."""
    between = view.doc[first.token_end : second.token_start]
    if not 1 < len(between) <= _LONGEST_ADDITION or between[0].lower_ not in ("of", "from"):
        return False
    joint = between[-1].lower_ if between[-1].lower_ not in _POSSESSIVES else between[-2].lower_
    if joint not in ("and", ",") or any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in between[:-2]):
        return False
    token = view.doc[second.root]
    return token.dep_ == "conj" and first.root <= token.head.i < second.token_start


def _added(view: View, row: list[CountMention]) -> list[CountMention]:
    """The row with what adds up added up; a whole keeps its own number ("two people, a man and a woman")."""
    if len(row) > 2 and _is_whole(row):
        return [row[0], *(replace(mention, part_of=True) for mention in _added(view, row[1:]))]
    ends_in_and = len(row) > 1 and "and" in view.words[row[-2].token_end : row[-1].token_start]
    added: list[list[CountMention]] = []
    for mention in row:
        if added and _adds_up(view, added[-1], mention, ends_in_and, len(row)):
            added[-1].append(mention)
        else:
            added.append([mention])
    return [sum_ for group in added if (sum_ := together(view.doc, group)) is not None]


def _is_whole(row: list[CountMention]) -> bool:
    whole, *parts = row
    return not whole.zero and whole.low is not None and whole.low == whole.high == sum(part.low or 0 for part in parts)


def _adds_up(view: View, group: list[CountMention], mention: CountMention, listed: bool, length: int) -> bool:
    first, before = group[0], group[-1]
    if not (before.is_people and mention.is_people) or before.zero or mention.zero:
        return False
    if not _same_fate(before, mention) or _touching(view, before, mention, _COLON):
        return False
    token = view.doc[mention.root]
    if token.dep_ in ("conj", "appos") and token.head.i in range(first.token_start, mention.token_start):
        return True
    subject = token.dep_ in _SUBJECT and view.doc[first.root].dep_ not in _SUBJECT
    return listed and not (subject and length == _PAIR)


def _same_fate(before: CountMention, mention: CountMention) -> bool:
    """Whether both may have had the same fate: what is said after the last of a list ("dead") goes for all."""
    if before.role_hint == mention.role_hint or {before.role_hint, mention.role_hint} <= set(_NEUTRAL):
        return True
    return before.role_hint in _NEUTRAL and mention.noun is not None
