"""From the tagger's scores of single words to stretches of words, each with how sure it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from eventmap.toponyms.features import Stretch
from eventmap.toponyms.tagger import BEGINS, CONTINUES, IN_A_NAME, OUTSIDE, Scores
from eventmap.toponyms.words import Word

# A word that is so surely outside (log-probability) ends whatever stands before it.
_SURELY_OUTSIDE = -0.001
_LARGEST = 11.5
_NEVER = -1e9


def marked(scores: Scores, words: Sequence[Word]) -> list[Stretch]:
    """The likeliest stretches (first, last; `last` exclusive), without a possessive "'s" or a hyphen at the end.

    Args:
        scores: (word, 4), see `Tagger.tag`.
        words: the words that were scored.
    """
    found = []
    unsure = np.flatnonzero(scores[:, OUTSIDE] < _SURELY_OUTSIDE).tolist()
    for first, last in _runs(unsure):
        found += [_trimmed(words, first + a, first + b) for a, b in _decoded(scores[first:last])]
    return found


def span_score(scores: Scores, first: int, last: int) -> float:
    """The log-odds that exactly the words from `first` to before `last` are a toponym, if words were independent."""
    total = float(scores[first, BEGINS]) + float(scores[first + 1 : last, CONTINUES].sum())
    if last < len(scores):
        total += math.log1p(-min(math.exp(min(float(scores[last, CONTINUES]), 0.0)), 1.0 - 1e-6))
    share = min(max(math.exp(min(total, 0.0)), 1e-5), 1.0 - 1e-5)
    return max(-_LARGEST, min(_LARGEST, math.log(share / (1.0 - share))))


def is_part_of_a_name(scores: Scores, first: int) -> bool:
    """Whether the toponym that begins with word `first` is only a part of an organisation's or other longer name."""
    return float(scores[first, IN_A_NAME]) > 0.0


def _runs(numbers: Sequence[int]) -> Iterator[Stretch]:
    """The runs of consecutive numbers, as (first, last), `last` exclusive."""
    start = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[i - 1] + 1:
            yield numbers[start], numbers[i - 1] + 1
            start = i


def _decoded(scores: Scores) -> Iterator[Stretch]:
    """The stretches of the likeliest sequence of labels in which nothing continues that has not begun (Viterbi)."""
    best = np.array([scores[0, OUTSIDE], scores[0, BEGINS], _NEVER])
    back = []
    for row in scores[1:, : CONTINUES + 1]:
        before = int(np.argmax(best))
        inside = BEGINS if best[BEGINS] >= best[CONTINUES] else CONTINUES
        back.append((before, before, inside))
        best = np.array([best[before], best[before], best[inside]]) + row
    labels = [int(np.argmax(best))]
    for origins in reversed(back):
        labels.append(origins[labels[-1]])
    labels.reverse()
    first = -1
    for i, label in enumerate([*labels, OUTSIDE]):
        if first >= 0 and label != CONTINUES:
            yield first, i
            first = -1
        if label == BEGINS:
            first = i


def _trimmed(words: Sequence[Word], first: int, last: int) -> Stretch:
    if last - first > 2 and words[last - 1].text == "s" and words[last - 2].text in "'’":
        return first, last - 2
    return first, last - 1 if last - first > 1 and words[last - 1].text in "'’-," else last
