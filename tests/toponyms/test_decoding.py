"""From scores of words to stretches of words."""

import math

import numpy as np
import pytest

from eventmap.toponyms.decoding import is_part_of_a_name, marked, span_score
from eventmap.toponyms.words import words_of


def scores(*rows, part=0.0):
    """Scores of words from the chances that each is outside, begins and continues a toponym."""
    table = np.log(np.array(rows, np.float32))
    return np.column_stack([table, np.full(len(rows), part, np.float32)])


OUT, BEGIN, GO_ON = (0.98, 0.01, 0.01), (0.01, 0.98, 0.01), (0.01, 0.01, 0.98)


def found(text, *rows):
    words = words_of(text)
    return [text[words[first].start : words[last - 1].end] for first, last in marked(scores(*rows), words)]


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("in New York again", [OUT, BEGIN, GO_ON, OUT], ["New York"]),
        ("Oslo Lima and Rome", [BEGIN, BEGIN, OUT, BEGIN], ["Oslo", "Lima", "Rome"]),
        # Nothing continues that has not begun.
        ("in of Lima", [OUT, (0.5, 0.1, 0.4), BEGIN], ["Lima"]),
        ("in San Jose", [OUT, (0.3, 0.2, 0.5), GO_ON], ["San Jose"]),
        ("Lima’s port", [BEGIN, GO_ON, GO_ON, OUT], ["Lima"]),
        ("Lima- and", [BEGIN, GO_ON, OUT], ["Lima"]),
        ("no name", [OUT, OUT], []),
    ],
)
def test_stretches_that_are_marked(text, rows, expected):
    assert found(text, *rows) == expected


def test_a_score_is_the_chance_of_exactly_these_words():
    table = scores((0.1, 0.8, 0.1), (0.3, 0.1, 0.6), (0.8, 0.1, 0.1))
    chance = 0.8 * 0.6 * 0.9

    assert span_score(table, 0, 2) == pytest.approx(math.log(chance / (1 - chance)), abs=1e-4)
    assert span_score(table, 0, 2) > span_score(table, 0, 1)


def test_a_score_stays_finite():
    table = scores((1e-30, 1.0, 1e-30), (1.0, 1e-30, 1e-30))
    assert span_score(table, 0, 1) == pytest.approx(11.5, abs=0.1) == -span_score(table, 1, 2)


def test_part_of_a_name():
    assert is_part_of_a_name(scores(BEGIN, part=0.5), 0)
    assert not is_part_of_a_name(scores(BEGIN, part=-0.5), 0)
