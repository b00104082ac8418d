"""One event told several times in a story is one event, with all its passages and all its figures.

`eventmap.events.coreference` decides which tellings are of one event; here they are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventmap.event_types import EventTypes
from eventmap.events.coreference import REMEMBERED, Coreference, Focus
from eventmap.events.draft import Draft, Recall, finest_date
from eventmap.events.kinship import particular
from eventmap.events.rivals import side_by_side
from eventmap.gazetteer import Gazetteer
from eventmap.model import Span

# Tellings this many sentences apart are one passage, with what stands between them.
_REACH = 2


def merge(told: Sequence[Draft | Recall], text: str, types: EventTypes, gazetteer: Gazetteer) -> list[Draft]:
    """The events behind `told`, one draft for each, in the order in which they are first told.

    Args:
        told: the tellings of an article and the sentences that go on about them, in the order of the text.
        text: the article's, for passages.
        types: the event types.
        gazetteer: tells which places lie in which.
    """
    coreference = Coreference(types, gazetteer)
    kept: list[Draft] = []
    focus = Focus()
    for telling in told:
        if isinstance(telling, Recall):
            index = coreference.recalled_by(telling, kept, focus)
            if index is not None:
                kept[index] = _with_recall(kept[index], telling)
                focus = Focus(index, telling.paragraph, telling.sentence)
            continue
        index = coreference.event_of(telling, kept)
        if index is None:
            kept.append(telling)
        else:
            kept[index] = _joined(kept[index], telling, text, coreference)
        focus = Focus(len(kept) - 1 if index is None else index, telling.paragraph, telling.sentences[1])
    return [_without_overlaps(draft) for draft in _without_summaries(kept, text, coreference)]


def _without_summaries(kept: Sequence[Draft], text: str, coreference: Coreference) -> list[Draft]:
    """The events without the tellings that only sum up others; one that sums up a single other is a passage of that."""
    told: dict[str, list[int]] = {}
    for index, draft in enumerate(kept):
        if not draft.generic:
            told.setdefault(draft.type, []).append(index)
    passages: dict[int, list[Span]] = {}
    events = []
    for index, draft in enumerate(kept):
        summed = []
        if _is_summary(draft):
            others = told.get(draft.type, [])[:REMEMBERED]
            summed = [i for i in others if i != index and _is_around(draft, kept[i], coreference)]
        if len(summed) == 1:
            passages.setdefault(summed[0], []).append(_span(draft, text))
        if not summed and not (draft.is_heading and draft.generic):
            events.append(index)
    return [replace(kept[i], passages=(*kept[i].passages, *passages.get(i, ()))) for i in events]


def _joined(kept: Draft, draft: Draft, text: str, coreference: Coreference) -> Draft:
    """One event from two tellings: the fuller one gives the passage, both give what they know."""
    kind = particular(kept.type, draft.type, coreference.types)
    typed = [telling.type == kind for telling in (kept, draft)]
    fuller = typed == [False, True] or (typed[1] and _fullness(draft) > _fullness(kept))
    main, other = (draft, kept) if fuller else (kept, draft)
    start, end, sentences = main.start, main.end, main.sentences
    sources, deniers = main.sources, main.deniers
    passages = (*kept.passages, *draft.passages)
    if kept.paragraph == draft.paragraph and draft.sentences[0] - kept.sentences[1] <= _REACH:
        start, end = min(kept.start, draft.start), max(kept.end, draft.end)
        sentences = (min(kept.sentences[0], draft.sentences[0]), max(kept.sentences[1], draft.sentences[1]))
        sources = tuple(dict.fromkeys((*kept.sources, *draft.sources)))
        deniers = tuple(dict.fromkeys((*kept.deniers, *draft.deniers)))
    else:
        passages = (*passages, _span(other, text))
    link = main.link if main.has_own_place or not other.has_own_place else other.link
    if main.has_own_place and other.has_own_place and coreference.within(other, main):
        link = other.link
    announced = other.is_heading and not main.is_heading
    updated = other.updated and other is draft
    return replace(
        main,
        type=kind,
        start=start,
        end=end,
        sentences=sentences,
        link=link or other.link,
        date=finest_date(main.date, other.date),
        figures=side_by_side(main.figures, other.figures, updated, announced),
        sources=sources or other.sources,
        deniers=deniers,
        strength=max(main.strength, other.strength),
        is_heading=main.is_heading and other.is_heading,
        cues=replace(
            main.cues,
            names=main.cues.names | other.cues.names,
            perhaps=main.cues.perhaps | other.cues.perhaps,
            named=main.cues.named | other.cues.named,
            another=kept.cues.another,
        ),
        passages=passages,
    )


def _with_recall(draft: Draft, recall: Recall) -> Draft:
    """The event with what a sentence that goes on about it adds; its passage goes on where a figure follows closely."""
    figures = side_by_side(draft.figures, recall.figures, recall.updated, announced=False)
    distance = recall.sentence - draft.sentences[1] if recall.paragraph == draft.paragraph else None
    if recall.figures and distance is not None and 0 < distance <= _REACH:
        names = (name for figure in recall.figures for name in figure.sources)
        return replace(
            draft,
            end=recall.passage.end,
            sentences=(draft.sentences[0], recall.sentence),
            figures=figures,
            sources=tuple(dict.fromkeys((*draft.sources, *names))),
        )
    return replace(draft, figures=figures, passages=(*draft.passages, recall.passage))


def _without_overlaps(draft: Draft) -> Draft:
    """The draft with its further passages in the order of the text, each once, none of them inside its main one."""
    own = Span(draft.start, draft.end, "")
    kept: list[Span] = []
    for passage in sorted(draft.passages, key=lambda span: (span.start, -span.end)):
        if not passage.overlaps(own) and not (kept and passage.overlaps(kept[-1])):
            kept.append(passage)
    return replace(draft, passages=tuple(kept))


def _span(draft: Draft, text: str) -> Span:
    return Span(draft.start, draft.end, text[draft.start : draft.end])


def _fullness(draft: Draft) -> tuple[bool, int, float]:
    known = [draft.has_own_place, draft.count is not None, draft.date is not None, bool(draft.sources)]
    return (not draft.is_heading, sum(known), draft.strength)


def _is_summary(draft: Draft) -> bool:
    """Whether a telling may only sum up what other ones tell."""
    placed = draft.has_own_place and not draft.is_heading
    return draft.count is None and draft.date is None and not placed and not draft.cues.another


def _is_around(draft: Draft, other: Draft, coreference: Coreference) -> bool:
    """Whether a summary is at no place, or at a place around that of the other event."""
    around = draft.link is None or other.link is None or draft.place_id == other.place_id
    return around or coreference.within(other, draft)
