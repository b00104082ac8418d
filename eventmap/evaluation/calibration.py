"""Whether confidence means what it says: of the answers at 0.8, about 80 % should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.evaluation.corpus import Annotation
from eventmap.evaluation.pairing import NEAR_KM, error_km, pairs

_BINS = 10

# An answer's confidence, and whether it was right.
Judgement = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence is at least `low` and less than `high` (in the last bin: at most `high`).

    `confidence` is their mean confidence and `right` the share that is right, None where there are none.
    """

    low: float
    high: float
    count: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability of a program's confidence.

    Attributes:
        judged: answers that could be judged.
        bins: ten of equal width.
        ece: expected calibration error: the mean distance of a bin's confidence from its share of right answers,
            weighted by its answers; None without answers.
        brier: Brier score: the mean squared distance of confidence from 1 (right) or 0 (wrong); None without answers.
    """

    judged: int
    bins: tuple[Bin, ...]
    ece: float | None
    brier: float | None


def judgements(gold: Sequence[Annotation], answers: Sequence[Annotation]) -> list[Judgement]:
    """Which answers of an article are right.

    Right is an answer that is paired with a gold mention of the same GeoNames id, or, where that has none, within
    161 km of its point. An answer for a gold mention with neither cannot be judged and is left out, like one that gives
    no place or no confidence; an answer where there is no gold mention is wrong.
    """
    right = {answer.span: gold_mention for gold_mention, answer in pairs(gold, answers)}
    judged = []
    for answer in answers:
        verdict = _is_right(right[answer.span], answer) if answer.span in right else False
        if verdict is not None and answer.lat is not None and answer.confidence is not None:
            judged.append((answer.confidence, verdict))
    return judged


def calibration(judged: Sequence[Judgement]) -> Calibration:
    """The reliability table, its expected calibration error and the Brier score."""
    held: list[list[Judgement]] = [[] for _ in range(_BINS)]
    for confidence, right in judged:
        held[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    bins = tuple(_bin(number, members) for number, members in enumerate(held))
    if not judged:
        return Calibration(0, bins, None, None)
    gaps = (
        bin_.count * abs(bin_.confidence - bin_.right)
        for bin_ in bins
        if bin_.confidence is not None and bin_.right is not None
    )
    brier = sum((confidence - right) ** 2 for confidence, right in judged) / len(judged)
    return Calibration(len(judged), bins, sum(gaps) / len(judged), brier)


def _bin(number: int, members: Sequence[Judgement]) -> Bin:
    count = len(members)
    return Bin(
        number / _BINS,
        (number + 1) / _BINS,
        count,
        sum(confidence for confidence, _ in members) / count if count else None,
        sum(right for _, right in members) / count if count else None,
    )


def _is_right(gold: Annotation, answer: Annotation) -> bool | None:
    if gold.id is not None:
        return answer.id == gold.id
    if gold.lat is None:
        return None
    error = error_km(gold, answer)
    return error is not None and error <= NEAR_KM
