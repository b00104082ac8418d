"""How far a score might have come out otherwise with other articles of the same kind: the bootstrap over articles."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from eventmap.evaluation.toponyms import Tally

_ROUNDS = 1000
_SEED = 20260101


def interval(articles: Sequence[Tally], counts: Callable[[Tally], tuple[float, float]]) -> tuple[float, float] | None:
    """The 95 % interval of a share, from 1,000 draws of as many articles with replacement (percentile method).

    Args:
        articles: the tally of each article.
        counts: what is divided by what.

    Returns:
        The 2.5th and 97.5th percentile; None where there is nothing to divide by.
    """
    parts = [counts(tally) for tally in articles]
    draw = random.Random(_SEED)
    drawn = []
    for _ in range(_ROUNDS):
        sample = draw.choices(parts, k=len(parts)) if parts else []
        whole = sum(part[1] for part in sample)
        if whole:
            drawn.append(sum(part[0] for part in sample) / whole)
    drawn.sort()
    return (drawn[round(0.025 * (len(drawn) - 1))], drawn[round(0.975 * (len(drawn) - 1))]) if drawn else None
