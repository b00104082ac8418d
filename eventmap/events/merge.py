"""One event told twice in a story is one event.

Tellings are joined where they have the same type and nothing in them differs: a heading or summary with the event that
it announces, a sentence that goes on about the event of the one before it, two mentions of the same place. Figures that
differ keep their events apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventmap.event_types import EventTypes
from eventmap.events.draft import Draft, finest_date, same_counts, same_dates
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms import lies_in

# A sentence this far after another may still go on about its event.
_REACH = 2


def merge(drafts: Sequence[Draft], types: EventTypes, gazetteer: Gazetteer) -> list[Draft]:
    """The events behind `drafts` (in the order of the text), one for each."""
    kept: list[Draft] = []
    for draft in drafts:
        index = _telling_of(draft, kept)
        if index is None:
            index = _cause_of(draft, kept, types)
        if index is None:
            kept.append(draft)
        else:
            kept[index] = _joined(kept[index], draft)
    return [
        draft
        for draft in kept
        if not _announces_another(draft, kept, gazetteer) and not (draft.is_heading and draft.generic)
    ]


def _telling_of(draft: Draft, kept: Sequence[Draft]) -> int | None:
    """The index of the event that `draft` tells again, the nearest first; None for a new one."""
    for index in range(len(kept) - 1, -1, -1):
        other = kept[index]
        if other.type == draft.type and _compatible(other, draft) and _same(other, draft):
            return index
    return None


def _cause_of(draft: Draft, kept: Sequence[Draft], types: EventTypes) -> int | None:
    """The index of the event that the deaths of `draft` are a consequence of ("A bomb went off. Twelve died.")."""
    if not types.types[draft.type].consequence or draft.has_own_place or draft.date is not None:
        return None
    for index in range(len(kept) - 1, -1, -1):
        other = kept[index]
        near = other.paragraph == draft.paragraph and 0 < draft.sentences[0] - other.sentences[1] <= _REACH
        if near and types.types[other.type].harm and other.count is None and other.status == draft.status:
            return index
    return None


def _compatible(a: Draft, b: Draft) -> bool:
    return (
        same_dates(a.date, b.date)
        and (a.is_heading or b.is_heading or same_counts(a.count, b.count))
        and (a.status == b.status or {a.status, b.status} <= {"reported", "claimed"})
    )


def _same(earlier: Draft, later: Draft) -> bool:
    if earlier.paragraph == later.paragraph:
        distance = later.sentences[0] - earlier.sentences[1]
        if distance == 0 and not (earlier.has_own_place and later.has_own_place):
            return earlier.place_id == later.place_id or not (earlier.has_own_place or later.count)
        if 0 < distance <= _REACH and not later.has_own_place and not (later.count and later.is_noun is False):
            return True
    if earlier.place_id != later.place_id:
        return False
    return earlier.place_id is not None or later.generic or earlier.generic


def _joined(kept: Draft, draft: Draft) -> Draft:
    """One event from two tellings: the fuller one gives the passage, both give what they know."""
    fuller = draft.type == kept.type and _fullness(draft) > _fullness(kept)
    main, other = (draft, kept) if fuller else (kept, draft)
    start, end, sentences = main.start, main.end, main.sentences
    sources, deniers = main.sources, main.deniers
    near = kept.paragraph == draft.paragraph and draft.sentences[0] - kept.sentences[1] <= _REACH
    if near:
        start, end = min(kept.start, draft.start), max(kept.end, draft.end)
        sentences = (min(kept.sentences[0], draft.sentences[0]), max(kept.sentences[1], draft.sentences[1]))
        sources = tuple(dict.fromkeys((*kept.sources, *draft.sources)))
        deniers = tuple(dict.fromkeys((*kept.deniers, *draft.deniers)))
    link = main.link if main.has_own_place or not other.has_own_place else other.link
    return replace(
        main,
        start=start,
        end=end,
        sentences=sentences,
        link=link or other.link,
        date=finest_date(main.date, other.date),
        count=main.count or other.count,
        sources=sources,
        deniers=deniers,
        strength=max(main.strength, other.strength),
        is_heading=main.is_heading and other.is_heading,
    )


def _fullness(draft: Draft) -> tuple[bool, int, float]:
    known = [draft.has_own_place, draft.count is not None, draft.date is not None, bool(draft.sources)]
    return (not draft.is_heading, sum(known), draft.strength)


def _announces_another(draft: Draft, kept: Sequence[Draft], gazetteer: Gazetteer) -> bool:
    """Whether `draft` only sums up other events of its type, at no place or at a place around theirs."""
    if draft.count is not None or draft.date is not None or (draft.has_own_place and not draft.is_heading):
        return False
    return any(
        other is not draft
        and other.type == draft.type
        and not other.generic
        and (
            draft.link is None
            or other.link is None
            or lies_in(other.link.entry, draft.link.entry, gazetteer)
            or draft.place_id == other.place_id
        )
        for other in kept
    )
