"""Pairs of gold mentions and answers, and which words are demonyms."""

import pytest

from eventmap.evaluation import Annotation
from eventmap.evaluation.pairing import error_km, is_demonym, pairs


def spans(*bounds):
    return [Annotation(start, end) for start, end in bounds]


@pytest.mark.parametrize(
    ("gold", "answers", "paired"),
    [
        ([(0, 5)], [(5, 9)], []),
        ([(0, 5)], [(0, 5)], [((0, 5), (0, 5))]),
        # The exact one comes first, though another overlaps as much.
        ([(2, 6)], [(0, 6), (2, 6)], [((2, 6), (2, 6))]),
        # The longest overlap comes first, and each is paired once.
        ([(0, 4), (4, 12)], [(2, 10)], [((4, 12), (2, 10))]),
        ([(0, 10)], [(0, 3), (4, 10)], [((0, 10), (4, 10))]),
        ([(0, 4), (5, 9)], [(0, 9), (6, 8)], [((0, 4), (0, 9)), ((5, 9), (6, 8))]),
    ],
)
def test_pairs(gold, answers, paired):
    assert [(g.span, a.span) for g, a in pairs(spans(*gold), spans(*answers))] == paired


def test_errors_are_great_circle_kilometres():
    north, equator = Annotation(0, 1, 90, 0), Annotation(0, 1, 0, 50)
    assert error_km(north, equator) == pytest.approx(10_007.6, abs=0.1)
    assert (error_km(north, Annotation(0, 1)), error_km(Annotation(0, 1), north)) == (None, None)


@pytest.mark.parametrize(
    ("words", "kind", "demonym"),
    [
        ("Norwegians", "", True),
        ("the Dutch", "", True),
        ("Siberian", "", True),
        ("Oslo", "", False),
        ("Oslo", "Demonym", True),
        ("New Zealand", "", False),
        ("walked", "", False),
    ],
)
def test_demonyms(gazetteer, words, kind, demonym):
    mention = Annotation(3, 3 + len(words), kind=kind)
    assert is_demonym(mention, f"In {words}.", gazetteer) is demonym
