"""The best one-to-one assignment of two lists: the pairs whose gains add up to the most."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def assign(gains: Mapping[Pair, int]) -> list[Pair]:
    """The pairs of greatest total gain in which no left and no right number occurs twice, in rising order.

    By successive best augmenting paths (L. R. Ford and D. R. Fulkerson, "Flows in Networks", 1962): exact, not greedy.

    Args:
        gains: what each pair (left, right) that may be made is worth, more than 0.
    """
    partner: dict[int, int] = {}  # of each right number that is taken
    while path := _best_path(gains, partner):
        for left, right in path:
            partner[right] = left
    return sorted((left, right) for right, left in partner.items())


def _best_path(gains: Mapping[Pair, int], partner: Mapping[int, int]) -> list[Pair]:
    """The pairs to make instead of those that they break, for the greatest gain; none where nothing is gained."""
    taken = set(partner.values())
    best = {left: 0 for left, _ in gains if left not in taken}
    came: dict[int, Pair] = {}  # by which pair a left number lost its partner
    changed = True
    while changed:
        changed = False
        for (left, right), gain in gains.items():
            loser = partner.get(right)
            if left not in best or loser is None or loser == left:
                continue
            reached = best[left] + gain - gains[loser, right]
            if loser not in best or reached > best[loser]:
                best[loser], came[loser], changed = reached, (left, right), True
    ends = [(best[pair[0]] + gain, pair) for pair, gain in gains.items() if pair[0] in best and pair[1] not in partner]
    if not ends or max(ends)[0] <= 0:
        return []
    path = [max(ends, key=lambda end: (end[0], -end[1][0], -end[1][1]))[1]]
    while path[-1][0] in came:
        path.append(came[path[-1][0]])
    return path
