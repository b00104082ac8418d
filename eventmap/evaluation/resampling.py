"""How far a score might have come out otherwise with other articles of the same kind: the bootstrap over articles."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

_ROUNDS = 1000
_SEED = 20260101

Item = TypeVar("Item")


def interval(articles: Sequence[Item], counts: Callable[[Item], tuple[float, float]]) -> tuple[float, float] | None:
    """The 95 % interval of a share, see `bootstrap`.

    Args:
        articles: the tally of each article.
        counts: what is divided by what.

    Returns:
        The 2.5th and 97.5th percentile; None where there is nothing to divide by.
    """

    def share_of(parts: Sequence[tuple[float, float]]) -> float | None:
        whole = sum(part[1] for part in parts)
        return sum(part[0] for part in parts) / whole if whole else None

    return bootstrap([counts(article) for article in articles], share_of)


def bootstrap(items: Sequence[Item], score: Callable[[Sequence[Item]], float | None]) -> tuple[float, float] | None:
    """The 95 % interval of a score, from 1,000 draws of as many items with replacement (percentile method).

    Args:
        items: what is drawn from.
        score: the score of a draw, None where it has none.

    Returns:
        The 2.5th and 97.5th percentile; None where no draw has a score.
    """
    draw = random.Random(_SEED)
    samples = (draw.choices(items, k=len(items)) if items else [] for _ in range(_ROUNDS))
    drawn = sorted(value for value in map(score, samples) if value is not None)
    return (drawn[round(0.025 * (len(drawn) - 1))], drawn[round(0.975 * (len(drawn) - 1))]) if drawn else None
