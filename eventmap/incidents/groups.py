"""From the scores of pairs to groups: average linkage, in which every pair must be possible.

Groups are joined two by two, always those whose members' pairs have the highest mean score (agglomerative clustering by
unweighted average linkage, UPGMA). Two groups with a pair between them that was not compared, or that scores under
`never`, are never joined; nor are two events of one story, which have no score. A chain of weak links, each event a
little like the next, therefore does not become one group.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Members by number, in order, and the mean score at which its last two parts were joined (1.0 for one alone)."""

    members: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A group that is perhaps one, and the surer groups that it would join."""

    group: Group
    parts: tuple[Group, ...]


def group(scores: Mapping[tuple[int, int], float], sure: float, perhaps: float) -> tuple[list[Group], list[Proposal]]:
    """The groups at or above `sure`, and the proposals between `perhaps` and `sure`; neither holds a group of one.

    Args:
        scores: the score of each pair that may be one incident, by the numbers of its members.
        sure: the lowest score of a group.
        perhaps: the lowest score of a proposal.
    """
    linkage = _Linkage(scores)
    linkage.join(sure)
    parts = dict(linkage.groups)
    linkage.join(perhaps)
    part_of = {member: part for part in parts.values() for member in part.members}
    proposals = [
        Proposal(found, joined)
        for found in linkage.groups.values()
        if len(joined := tuple(dict.fromkeys(part_of[member] for member in found.members))) > 1
    ]
    return (
        sorted((found for found in parts.values() if len(found.members) > 1), key=lambda found: found.members),
        sorted(proposals, key=lambda proposal: proposal.group.members),
    )


class _Linkage:
    """Groups by number, and between each two that may be joined the mean score of their pairs."""

    def __init__(self, scores: Mapping[tuple[int, int], float]) -> None:
        numbers = sorted({number for pair in scores for number in pair})
        self.groups = {number: Group((number,), 1.0) for number in numbers}
        self._links: dict[int, dict[int, float]] = {number: {} for number in numbers}
        self._next = numbers[-1] + 1 if numbers else 0
        for (a, b), score in scores.items():
            self._links[a][b] = self._links[b][a] = score
        self._queue = [self._entry(a, b, score) for (a, b), score in scores.items()]
        heapq.heapify(self._queue)

    def join(self, lowest: float) -> None:
        """Join groups, the likeliest first, as long as the mean score of their pairs is at least `lowest`."""
        while self._queue and -self._queue[0][0] >= lowest:
            score, _, _, a, b = heapq.heappop(self._queue)
            if a in self.groups and b in self.groups:
                self._join(a, b, -score)

    def _join(self, a: int, b: int, score: float) -> None:
        one, other = self.groups.pop(a), self.groups.pop(b)
        new, self._next = self._next, self._next + 1
        self.groups[new] = Group(tuple(sorted(one.members + other.members)), score)
        links = self._links[new] = dict(self._means(a, b, len(one.members), len(other.members)))
        for old in (a, b):
            for neighbour in self._links.pop(old):
                self._links[neighbour].pop(old, None)
        for neighbour, mean in links.items():
            self._links[neighbour][new] = mean
            heapq.heappush(self._queue, self._entry(new, neighbour, mean))

    def _means(self, a: int, b: int, size_a: int, size_b: int) -> Iterator[tuple[int, float]]:
        for neighbour, mean in self._links[a].items():
            other = self._links[b].get(neighbour)
            if other is not None:
                yield neighbour, (mean * size_a + other * size_b) / (size_a + size_b)

    def _entry(self, a: int, b: int, score: float) -> tuple[float, int, int, int, int]:
        """Ties go to the groups with the lowest members, so that the order of comparing makes no difference."""
        low, high = sorted((self.groups[a].members[0], self.groups[b].members[0]))
        return -score, low, high, a, b
