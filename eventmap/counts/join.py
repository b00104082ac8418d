"""Counts that belong together: a sum of coordinated people, and parts of a number already given."""

from __future__ import annotations

from dataclasses import replace

from eventmap.counts.mention import CountMention
from eventmap.counts.persons import one_of_theirs
from eventmap.counts.view import View

_JOINTS = frozenset(
    (
        (",",),
        ("and",),
        (",", "and"),
        ("as", "well", "as"),
        ("and", "her"),
        ("and", "his"),
        ("and", "their"),
        ("plus",),
        ("along", "with"),
        ("together", "with"),
        ("and", "at", "least"),
    )
)
# The role of a sum: who they are may differ, what happened to them may not.
_NEUTRAL = (None, "participants", "called_up")


def join(view: View, found: list[CountMention]) -> list[CountMention]:
    """The counts with coordinated ones added up, and with "including" carried over to what it coordinates."""
    result: list[CountMention] = []
    for mention in found:
        result.append(mention)
        theirs = _theirs(view, mention)
        for current in (mention, theirs):
            if current is None:
                continue
            before = result[-2] if current is mention and len(result) > 1 else result[-1] if current is theirs else None
            if before is None or not _touching(view, before, current):
                continue
            if current is mention:
                result.pop()
                current = replace(current, part_of=current.part_of or before.part_of)
            if _coordinated(view, before, current):
                result[-1] = _sum(view, before, current)
            elif current is not theirs:
                result.append(current)
    return result


def _theirs(view: View, mention: CountMention) -> CountMention | None:
    """“her son” after “a woman and”."""
    if not mention.is_people or mention.zero or view.word(mention.token_end) != "and":
        return None
    return one_of_theirs(view, mention.token_end + 1)


def _touching(view: View, first: CountMention, second: CountMention) -> bool:
    return tuple(view.words[first.token_end : second.token_start]) in _JOINTS


def _coordinated(view: View, first: CountMention, second: CountMention) -> bool:
    if not (first.is_people and second.is_people) or first.zero or second.zero:
        return False
    if first.role_hint != second.role_hint and not (first.role_hint in _NEUTRAL and second.role_hint in _NEUTRAL):
        return False
    token = view.doc[second.root]
    inside = range(first.token_start, first.token_end)
    return token.dep_ in ("conj", "appos") and token.head.i in inside


def _sum(view: View, first: CountMention, second: CountMention) -> CountMention:
    start, end = view.chars(first.token_start, second.token_end)
    return replace(
        first,
        end_char=end,
        token_end=second.token_end,
        noun=None,
        quantity=(start, end),
        low=None if first.low is None or second.low is None else first.low + second.low,
        high=None if first.high is None or second.high is None else first.high + second.high,
        role_hint=first.role_hint if first.role_hint == second.role_hint else None,
        vague=first.vague or second.vague,
        parts=(*(first.parts or (first,)), second),
    )
