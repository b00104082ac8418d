"""The scores, worked out by hand on small cases."""

import dataclasses
import math

import pytest

from eventmap.evaluation.resampling import interval
from eventmap.evaluation.toponyms import Tally, auc, scores, tally, total

TEXT = "From Paris to Oslo, Little Paris and Xyz; not Lima."
OSLO = ("3143244", 59.91, 10.75)
PARIS = ("2988507", 48.85, 2.35)
PARIS_TEXAS = ("4717560", 33.66, -95.56)


@pytest.fixture
def counted(mark):
    """Four gold mentions: one right, one in the wrong place, one cut, one missed; and an answer too many."""
    gold = [
        mark(TEXT, "Paris", PARIS),
        mark(TEXT, "Oslo", OSLO),
        mark(TEXT, "Little Paris", PARIS_TEXAS),
        mark(TEXT, "Xyz"),
    ]
    little = mark(TEXT, "Little Paris", PARIS_TEXAS)
    answers = [
        mark(TEXT, "Paris", PARIS_TEXAS),
        mark(TEXT, "Oslo", OSLO),
        dataclasses.replace(little, start=little.start + 7),
        mark(TEXT, "Lima", ("3936456", -12.04, -77.03)),
    ]
    return tally(gold, answers)


def test_a_tally(counted):
    far = pytest.approx(7_784, abs=1)
    assert counted == Tally(4, 4, 2, 3, 3, 1, 3, 3, 2, counted.errors_km)
    assert sorted(counted.errors_km) == [0, 0, far]


def test_scores_of_a_tally(counted):
    far = max(counted.errors_km)
    told = dataclasses.asdict(scores(counted))
    assert told == {
        "gold": 4,
        "answers": 4,
        "linked": 3,
        "placed": 3,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "precision_overlap": 0.75,
        "recall_overlap": 0.75,
        "f1_overlap": 0.75,
        "id": pytest.approx(1 / 3),
        "id_precision": pytest.approx(1 / 3),
        "near": pytest.approx(2 / 3),
        "near_of_found": pytest.approx(2 / 3),
        "mean_km": pytest.approx(far / 3),
        "median_km": 0,
        "auc": pytest.approx(math.log1p(far) / 2 / (math.log(20_039) * 2)),
    }


def test_tallies_add_up(counted):
    both = total([counted, Tally(gold=2, errors_km=(5.0,))])
    assert both == Tally(6, 4, 2, 3, 3, 1, 3, 3, 2, (*counted.errors_km, 5.0))


def test_nothing_scores_nothing():
    told = dataclasses.asdict(scores(Tally()))
    counts = ("gold", "answers", "linked", "placed")
    assert told == dict.fromkeys(told, None) | dict.fromkeys(counts, 0)


@pytest.mark.parametrize(
    ("errors", "area"),
    [
        ([0.0], 0),
        ([20_038.0], 1),
        ([0.0, 0.0, 0.0], 0),
        ([20_038.0] * 5, 1),
        ([20_038.0, 0.0], 0.5),
        ([20_038.0, 0.0, 0.0], 0.25),
    ],
)
def test_the_area_under_the_error_curve(errors, area):
    assert auc(errors) == pytest.approx(area)


def test_an_interval_holds_the_share_and_is_the_same_each_time():
    articles = [Tally(right=i % 4 > 0, linked=1) for i in range(100)]
    low, high = interval(articles, lambda t: (t.right, t.linked))
    assert 0.6 < low < 0.7 < 0.8 < high < 0.9
    assert interval(articles, lambda t: (t.right, t.linked)) == (low, high)
    assert interval([Tally()], lambda t: (t.right, t.linked)) is None
    assert interval([], lambda t: (t.right, t.linked)) is None
