"""The scores of events: how many are found, how many of those found are right, and what of them is right.

An event is detected if its type is one of the gold's and its passage overlaps the gold's quote; it is whole if its
place and its count are right, too. What is found of optional gold is counted nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from eventmap.evaluation.calibration import Judgement
from eventmap.evaluation.events.gold import Field
from eventmap.evaluation.events.judging import is_whole
from eventmap.evaluation.events.matching import Matched
from eventmap.evaluation.toponyms import share


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of events. Tallies add up.

    Attributes:
        gold, found: events of the annotators and of the program, optional ones left out.
        detected, whole: pairs of the two with the right type; of these, the ones with the right place and count.
        judged, right: by field, the detected events in which the gold says it, and those that have it right.
    """

    gold: int = 0
    found: int = 0
    detected: int = 0
    whole: int = 0
    judged: Counter[Field] = field(default_factory=Counter)
    right: Counter[Field] = field(default_factory=Counter)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is missed, nothing too many, and every event whole."""
        return self.gold == self.found == self.detected == self.whole


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of tallies."""
    summed = Tally(*(sum(getattr(one, name) for one in tallies) for name in ("gold", "found", "detected", "whole")))
    for one in tallies:
        summed.judged.update(one.judged)
        summed.right.update(one.right)
    return summed


def tallies(matched: Matched) -> dict[str, Tally]:
    """The tally of each event type in one article.

    An event that stands for a gold event of the right type is counted with the gold's best type, one that is wrong with
    its own.
    """
    found: dict[str, list[Tally]] = {}
    for gold in matched.missed:
        found.setdefault(gold.types[0], []).append(Tally(gold=1))
    for event in matched.spurious:
        found.setdefault(event.type, []).append(Tally(found=1))
    for one in matched.matches:
        if not one.typed:
            found.setdefault(one.gold.types[0], []).append(Tally(gold=1))
            found.setdefault(one.event.type, []).append(Tally(found=1))
        elif not one.gold.optional:
            right = Counter(name for name, verdict in one.verdicts.items() if verdict == "right")
            tally = Tally(1, 1, 1, int(is_whole(one.verdicts)), Counter(iter(one.verdicts)), right)
            found.setdefault(one.gold.types[0], []).append(tally)
    return {name: total(counted) for name, counted in found.items()}


def judgements(matched: Matched) -> list[Judgement]:
    """The confidence of each event in an article, and whether its mark is right: detected, and its place right.

    Events of optional gold cannot be judged and are left out.
    """
    wrong = [*matched.spurious, *(one.event for one in matched.matches if not one.typed)]
    judged = [(event.confidence, False) for event in wrong]
    for one in matched.matches:
        if one.typed and not one.gold.optional:
            judged.append((one.event.confidence, one.verdicts.get("place", "right") == "right"))
    return judged


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How often a field is right: `share` is `right` of `judged`, None of none."""

    judged: int
    right: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a tally, shares from 0 to 1, None where there was nothing to score.

    Attributes:
        precision, recall, f1: of detection.
        whole_precision, whole_recall, whole_f1: of whole events.
        fields: by field, how often it is right in the detected events.
    """

    gold: int
    found: int
    detected: int
    whole: int
    precision: float | None
    recall: float | None
    f1: float | None
    whole_precision: float | None
    whole_recall: float | None
    whole_f1: float | None
    fields: dict[Field, FieldScore]


def scores(counted: Tally) -> Scores:
    """The scores that follow from a tally."""
    both = counted.gold + counted.found
    return Scores(
        gold=counted.gold,
        found=counted.found,
        detected=counted.detected,
        whole=counted.whole,
        precision=share(counted.detected, counted.found),
        recall=share(counted.detected, counted.gold),
        f1=share(2 * counted.detected, both),
        whole_precision=share(counted.whole, counted.found),
        whole_recall=share(counted.whole, counted.gold),
        whole_f1=share(2 * counted.whole, both),
        fields={name: _field(counted.judged[name], counted.right[name]) for name in get_args(Field)},
    )


def _field(judged: int, right: int) -> FieldScore:
    return FieldScore(judged, right, share(right, judged))
