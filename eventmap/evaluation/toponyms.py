"""The scores of toponym recognition and resolution.

Recognition is precision, recall and F1, with exact spans and with any overlap. End to end, a linked gold mention (one
with a GeoNames id) counts as right where it was found with exactly its span and its id. Distances are between the
points of paired mentions, spans that only overlap included.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, fields

from eventmap.evaluation.corpus import Annotation
from eventmap.evaluation.pairing import NEAR_KM, error_km, pairs

# The greatest distance that an error can have, half the equator in kilometres, as the AUC's authors have it.
_FARTHEST_KM = 20_039


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted in an article. Tallies add up to those of corpora.

    Attributes:
        gold, answers: mentions of the annotators and of the program.
        exact, overlapping: pairs of the two, with the same span or with any overlap.
        linked, right: gold mentions with a GeoNames id, and those found with exactly their span and id.
        linked_pairs: pairs in which both have a GeoNames id.
        placed, near: gold mentions with a point, and those found and put within 161 km.
        errors_km: the distance of every pair in which both have a point.
    """

    gold: int = 0
    answers: int = 0
    exact: int = 0
    overlapping: int = 0
    linked: int = 0
    right: int = 0
    linked_pairs: int = 0
    placed: int = 0
    near: int = 0
    errors_km: tuple[float, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return total([self, other])


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of tallies."""
    counts = {
        field.name: sum(getattr(tally, field.name) for tally in tallies)
        for field in fields(Tally)
        if field.name != "errors_km"
    }
    return Tally(**counts, errors_km=tuple(error for tally in tallies for error in tally.errors_km))


def tally(gold: Sequence[Annotation], answers: Sequence[Annotation]) -> Tally:
    """Count one article."""
    paired = pairs(gold, answers)
    exact = [(right, answer) for right, answer in paired if right.span == answer.span]
    errors = [error for error in (error_km(right, answer) for right, answer in paired) if error is not None]
    return Tally(
        gold=len(gold),
        answers=len(answers),
        exact=len(exact),
        overlapping=len(paired),
        linked=sum(right.id is not None for right in gold),
        right=sum(right.id is not None and right.id == answer.id for right, answer in exact),
        linked_pairs=sum(right.id is not None and answer.id is not None for right, answer in paired),
        placed=sum(right.lat is not None for right in gold),
        near=sum(error <= NEAR_KM for error in errors),
        errors_km=tuple(errors),
    )


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a tally, shares from 0 to 1 and kilometres; None where there was nothing to score.

    Attributes:
        precision, recall, f1: of recognition with exact spans; `_overlap`: with any overlap.
        id: share of the linked gold mentions found with exactly their span and id.
        id_precision: share of the pairs with two ids in which span and id are exactly right.
        near: share of the gold mentions with a point that were found and put within 161 km.
        near_of_found: the same, of those found and put anywhere (Acc@161 km).
        mean_km, median_km: error of those found and put anywhere.
        auc: area under the curve of their errors, see `auc`; lower is better.
    """

    gold: int
    answers: int
    linked: int
    placed: int
    precision: float | None
    recall: float | None
    f1: float | None
    precision_overlap: float | None
    recall_overlap: float | None
    f1_overlap: float | None
    id: float | None
    id_precision: float | None
    near: float | None
    near_of_found: float | None
    mean_km: float | None
    median_km: float | None
    auc: float | None


def scores(counted: Tally) -> Scores:
    """The scores that follow from a tally."""
    errors = counted.errors_km
    return Scores(
        gold=counted.gold,
        answers=counted.answers,
        linked=counted.linked,
        placed=counted.placed,
        precision=share(counted.exact, counted.answers),
        recall=share(counted.exact, counted.gold),
        f1=share(2 * counted.exact, counted.gold + counted.answers),
        precision_overlap=share(counted.overlapping, counted.answers),
        recall_overlap=share(counted.overlapping, counted.gold),
        f1_overlap=share(2 * counted.overlapping, counted.gold + counted.answers),
        id=share(counted.right, counted.linked),
        id_precision=share(counted.right, counted.linked_pairs),
        near=share(counted.near, counted.placed),
        near_of_found=share(counted.near, len(errors)),
        mean_km=statistics.fmean(errors) if errors else None,
        median_km=statistics.median(errors) if errors else None,
        auc=auc(errors) if errors else None,
    )


def auc(errors_km: Sequence[float]) -> float:
    """The area under the curve of the errors on a log scale, 0 (all exact) to 1 (all at the other end of the Earth).

    The errors, as ln(1 + km) in rising order and at equal steps, make a curve; its area by the trapezoidal rule is
    divided by that of the worst possible curve, all at ln 20,039 (half the equator). The definition, but for the order,
    is that of Gritta, Pilehvar, Limsopatham and Collier, "What's missing in geographical parsing?", Language Resources
    and Evaluation 52 (2018).

    Args:
        errors_km: distances in kilometres, at least one.
    """
    heights = [math.log1p(error) for error in sorted(errors_km)]
    area = sum(heights) - (heights[0] + heights[-1]) / 2 if len(heights) > 1 else heights[0]
    return area / (math.log(_FARTHEST_KM) * max(len(heights) - 1, 1))


def share(part: float, whole: float) -> float | None:
    """`part` of `whole`, None of nothing."""
    return part / whole if whole else None
