"""The reliability of confidence."""

import dataclasses

import pytest

from eventmap.evaluation.calibration import Bin, Calibration, calibration, judgements

TEXT = "From Paris to Oslo, then Narvik, Xyz and Abc; not Lima."
OSLO = ("3143244", 59.91, 10.75)
PARIS = ("2988507", 48.85, 2.35)
NARVIK = (None, 68.44, 17.43)


def test_what_is_right(mark):
    gold = [mark(TEXT, "Paris", PARIS), mark(TEXT, "Oslo", OSLO), mark(TEXT, "Narvik", NARVIK), mark(TEXT, "Xyz")]
    answers = [
        mark(TEXT, "From Paris", PARIS, confidence=0.9),
        mark(TEXT, "Oslo", PARIS, confidence=0.8),
        mark(TEXT, "Narvik", ("3144987", 68.4, 17.4), confidence=0.7),
        mark(TEXT, "Xyz", PARIS, confidence=0.6),
        mark(TEXT, "Lima", PARIS, confidence=0.5),
        mark(TEXT, "Abc", PARIS),
        mark(TEXT, "then", confidence=0.0),
    ]
    assert judgements(gold, answers) == [(0.9, True), (0.8, False), (0.7, True), (0.5, False)]
    far = dataclasses.replace(answers[2], lat=0.0)
    assert judgements(gold, [far]) == [(0.7, False)]


def test_the_table():
    table = calibration([(0.0, False), (0.85, True), (0.85, False), (1.0, True)])
    bins = [Bin(low / 10, (low + 1) / 10, 0, None, None) for low in range(10)]
    bins[0] = Bin(0, 0.1, 1, 0, 0)
    bins[8] = Bin(0.8, 0.9, 2, 0.85, 0.5)
    bins[9] = Bin(0.9, 1, 1, 1, 1)
    assert table == Calibration(4, tuple(bins), pytest.approx(0.35 * 2 / 4), pytest.approx((0.15**2 + 0.85**2) / 4))


def test_without_answers_nothing_is_known():
    assert calibration([]) == Calibration(
        0, tuple(Bin(low / 10, (low + 1) / 10, 0, None, None) for low in range(10)), None, None
    )
