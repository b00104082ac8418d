"""The assignment of greatest total gain."""

import itertools
import random

import pytest

from eventmap.evaluation.events.assignment import assign


@pytest.mark.parametrize(
    ("gains", "pairs"),
    [
        ({}, []),
        ({(0, 0): 1}, [(0, 0)]),
        ({(0, 0): 5, (0, 1): 4, (1, 0): 4}, [(0, 1), (1, 0)]),  # the greedy choice of 5 would leave 1 alone
        ({(0, 0): 9, (0, 1): 4, (1, 0): 4}, [(0, 0)]),
        ({(0, 0): 5, (1, 0): 5, (2, 0): 6}, [(2, 0)]),
    ],
)
def test_the_total_counts_and_not_the_single_pair(gains, pairs):
    assert assign(gains) == pairs


@pytest.mark.parametrize("seed", range(40))
def test_no_other_assignment_gains_more(seed):
    draw = random.Random(seed)
    left, right = draw.randint(1, 5), draw.randint(1, 5)
    gains = {(i, j): draw.randint(1, 20) for i in range(left) for j in range(right) if draw.random() < 0.6}
    best = max(
        sum(gains.get(pair, 0) for pair in zip(range(left), order, strict=False))
        for order in itertools.permutations([*range(right), *[-1] * left], left)
    )
    chosen = assign(gains)
    assert sum(gains[pair] for pair in chosen) == best
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
