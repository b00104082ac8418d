"""Which events are compared at all: not every one with every other, which would take hours for 100,000 of them.

Two events are compared if their times meet and their types agree, and either they are at one place or at neighbouring
ones, or one of them has no exact place and they have something rarer in common: a name, a word, a number, a region.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator

from eventmap.gazetteer.geometry import cell, cell_ranges, distance_km
from eventmap.incidents import times
from eventmap.incidents.places import VICINITY_KM
from eventmap.incidents.quotes import Gist
from eventmap.incidents.score import Scorer
from eventmap.incidents.telling import Spot, Telling

# An event is compared with at most so many others for what they have in common, the rarest first. What more events of
# the same days have in common says nothing about any two of them.
_MOST_OTHERS = 20


def candidates(scorer: Scorer) -> Iterator[tuple[int, int]]:
    """The pairs of tellings to compare, by their numbers in the scorer, each once, the lower number first."""
    spans = [times.span(telling) for telling in scorer.tellings]
    seen: set[int] = set()
    for pairs in (_at_one_place(scorer, spans), _with_something_in_common(scorer, spans)):
        for a, b in pairs:
            low, high = (a, b) if a < b else (b, a)
            number = low * len(spans) + high
            if number not in seen and scorer.tellings[a].article != scorer.tellings[b].article:
                seen.add(number)
                yield low, high


class _Timeline:
    """Tellings in the order of their first day."""

    def __init__(self, members: Iterable[int], spans: list[tuple[int, int]]) -> None:
        self.members = sorted(members, key=lambda i: (spans[i], i))
        self._starts = [spans[i][0] for i in self.members]

    def after(self, index: int, spans: list[tuple[int, int]]) -> list[int]:
        """Those that begin no earlier than `index` and no later than it ends, give or take.

        Of two whose times meet, one begins first: asked for each, every pair is found once.
        """
        start, end = spans[index]
        low = bisect.bisect_left(self._starts, start)
        high = bisect.bisect_right(self._starts, end + times.APART_DAYS)
        return [i for i in self.members[low:high] if spans[i][0] > start or i > index]


def _at_one_place(scorer: Scorer, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    spots: dict[str, Spot] = {}
    here: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, telling in enumerate(scorer.tellings):
        for place in _places(telling.spot):
            here[telling.type, place].append(i)
        if telling.spot:
            spots.setdefault(telling.spot.id, telling.spot)
    beside = _neighbours(spots.values())
    timelines = {key: _Timeline(members, spans) for key, members in here.items()}
    for i, telling in enumerate(scorer.tellings):
        for place in _places(telling.spot):
            for other in (place, *beside.get(place, ())):
                for kind in scorer.kinds.alike(telling.type):
                    timeline = timelines.get((kind, other))
                    if timeline:
                        yield from ((i, j) for j in timeline.after(i, spans))


def _places(spot: Spot | None) -> tuple[str, ...]:
    return (spot.id, *sorted(spot.others)) if spot else ()


def _neighbours(spots: Iterable[Spot]) -> dict[str, list[str]]:
    """The ids of the points around each point."""
    grid: dict[int, list[Spot]] = defaultdict(list)
    points = [spot for spot in spots if spot.precision == "point"]
    for spot in points:
        grid[cell(spot.lat, spot.lon)].append(spot)
    return {
        spot.id: [
            other.id
            for first, last in cell_ranges(spot.lat, spot.lon, VICINITY_KM)
            for number in range(first, last + 1)
            for other in grid.get(number, ())
            if other.id != spot.id and distance_km(spot.lat, spot.lon, other.lat, other.lon) <= VICINITY_KM
        ]
        for spot in points
    }


def _with_something_in_common(scorer: Scorer, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of which at least one has no exact place."""
    marks = [sorted(set(_marks(telling, scorer.gists[i]))) for i, telling in enumerate(scorer.tellings)]
    marked: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(marks):
        for mark in own:
            marked[mark].append(i)
    timelines = {mark: _Timeline(members, spans) for mark, members in marked.items() if len(members) > 1}
    wide = [telling.spot is None or telling.spot.precision != "point" for telling in scorer.tellings]
    for i, own in enumerate(marks):
        kind, left = scorer.tellings[i].type, _MOST_OTHERS
        for mark in sorted(own, key=lambda mark: len(marked[mark])):
            others = timelines[mark].after(i, spans) if mark in timelines else []
            if len(others) > left:
                break
            found = [
                j for j in others if (wide[i] or wide[j]) and scorer.kinds.agreement(kind, scorer.tellings[j].type)
            ]
            left -= len(found)
            yield from ((i, j) for j in found)


def _marks(telling: Telling, gist: Gist) -> Iterator[str]:
    yield from gist.names | gist.words
    for count in telling.counts:
        yield f"{count.low} {count.high} {count.role}"
    if telling.spot and telling.spot.country:
        yield f"in {telling.spot.country}"
        yield f"in {telling.spot.country} {telling.spot.admin1}"
