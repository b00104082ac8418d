"""The figures of one event from several tellings, side by side: which differ, which is the main one, none added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from eventmap.events.draft import Draft
from eventmap.model import Figure

# Of those who came to harm, the dead are the main figure.
_GRAVEST = ("killed", "missing", "injured", "casualties")


def clash(event: Draft, draft: Draft) -> bool:
    """Whether two tellings give figures that cannot be of one event: of one role, different, and nobody's to differ.

    They may differ between a heading and its story, where somebody else gives them, and where the later is an update.
    """
    if event.is_heading or draft.is_heading or draft.updated:
        return False
    return any(
        _comparable(old, new) and not _agree(old, new) and not _by_others(old, new)
        for new in draft.figures
        for old in event.figures
    )


def share_exact(event: Draft, draft: Draft) -> bool:
    """Whether both tellings give the same exact number of people, three or more, in the same role."""
    return any(
        _comparable(old, new) and old.low == old.high == new.low == new.high and (new.low or 0) >= 3
        for new in draft.figures
        for old in event.figures
    )


def side_by_side(
    main: Sequence[Figure], others: Sequence[Figure], updated: bool, announced: bool
) -> tuple[Figure, ...]:
    """The figures of two tellings of one event, the main one first, the same number once with all who give it.

    Args:
        main: the figures of the fuller telling.
        others: those of the other one; a figure without a role counts what the main one counts.
        updated: whether the others are newer.
        announced: whether the others are a heading's, which gives way to its story.
    """
    like = next((figure for figure in main if not figure.part), None)
    pattern = like or next((figure for figure in others if figure.role and not figure.part), None)
    if pattern is not None:
        others = [f if f.role else replace(f, role=pattern.role, unit=pattern.unit) for f in others]
    found = once((*main, *(figure for figure in others if figure.role)))
    first = _main(found, like, [f for f in others if not f.part], updated, announced)
    if first is None:
        return tuple(found)
    return (first, *(figure for figure in found if figure is not first))


def once(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures without repetitions: the same number once, where it is first given, with all who give it."""
    found: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        known = found.get(_key(figure))
        sources = dict.fromkeys((*known.sources, *figure.sources)) if known else ()
        found[_key(figure)] = replace(known, sources=tuple(sources)) if known else figure
    return tuple(found.values())


def _main(
    found: Sequence[Figure], first: Figure | None, others: Sequence[Figure], updated: bool, announced: bool
) -> Figure | None:
    """The figure that stands for the event."""
    wholes = [figure for figure in found if not figure.part]
    if first is None:
        return wholes[0] if wholes else None
    best = next(figure for figure in wholes if _key(figure) == _key(first))
    if best.role in _GRAVEST and best.low != 0:
        graver = [f for f in wholes if f.role in _GRAVEST and f.low != 0 and f.high != 0 and f.status != "denied"]
        best = min([best, *graver], key=lambda figure: _GRAVEST.index(figure.role))
    newer = {_key(figure) for figure in others if figure.role in {best.role, ""}}
    rivals = [f for f in wholes if f.role == best.role and f.unit == best.unit and f is not best and _key(f) in newer]
    if updated and rivals:
        return rivals[-1]
    if not announced and _is_vague(best):
        exact = [figure for figure in rivals if not _is_vague(figure)]
        return exact[0] if exact and all(_agree(figure, best) for figure in exact) else best
    return best


def _is_vague(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low < figure.high


def _comparable(a: Figure, b: Figure) -> bool:
    return not (a.part or b.part) and a.role == b.role and a.unit == b.unit


def _agree(a: Figure, b: Figure) -> bool:
    """Whether two ranges have a number in common."""
    return (a.low or 0) <= (b.high if b.high is not None else b.low or a.low or 0) and (b.low or 0) <= (
        a.high if a.high is not None else a.low or b.low or 0
    )


def _by_others(old: Figure, new: Figure) -> bool:
    return bool(new.sources) and not set(new.sources) & set(old.sources)


def _key(figure: Figure) -> tuple[int | None, int | None, str, str, bool]:
    return figure.low, figure.high, figure.unit, figure.role, figure.part
