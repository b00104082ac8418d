"""Weighs which stretches of an article are toponyms: the tagger's scores, the gazetteer, and the same words elsewhere.

The tagger sees a sentence or a few; whether "Georgia" is a girl or a country, and where a name ends, the whole article
and the gazetteer tell. A logistic regression over few features decides (`training/stretches.py`), and gives log-odds.
"""

from __future__ import annotations

import functools
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.gazetteer import Hit
from eventmap.toponyms.decoding import marked, span_score
from eventmap.toponyms.features import KNOWN_AS, Stretch, known_as, longest
from eventmap.toponyms.tagger import IN_A_NAME, Scores
from eventmap.toponyms.words import Word

Floats = npt.NDArray[np.float64]

MODEL = "toponym-stretches-1.json"

FEATURES = (
    "always", "score", "score below 0", "marked", "overlaps a marked one", "inside a marked one", "mean elsewhere",
    "best elsewhere", "times elsewhere", "elsewhere", "overlaps a known one", "several words", "in a name",
    "name before", "name after", "after a preposition", "begins a sentence", "capitals", "full stop",
    *(f"known as {name}" for name in KNOWN_AS),
)  # fmt: skip

_WHERE = frozenset({"in", "near", "outside", "into", "across", "around", "at", "throughout"})
_STOPS = frozenset('.!?:;"“')

# Log-odds of the tagger below which a stretch is not weighed, if the article has the same words elsewhere.
_HARDLY = -5.0
_KNOWN_HARDLY = -4.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Stretches of an article that may be toponyms, and their features: (stretch, feature), see `FEATURES`."""

    stretches: tuple[Stretch, ...]
    table: Floats


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """The scores of all stretches of the same words: their number, their sum, and the two best of them."""

    count: int
    total: float
    best: float
    second: float

    @classmethod
    def of(cls, scores: Iterable[float]) -> _Elsewhere:
        ordered = sorted(scores, reverse=True)
        return cls(len(ordered), sum(ordered), ordered[0], ordered[min(1, len(ordered) - 1)])

    def without(self, score: float) -> tuple[int, float, float]:
        """How many others there are beside one with this score, their mean and the best of them; its own if none."""
        if self.count < 2:
            return 0, score, score
        return self.count - 1, (self.total - score) / (self.count - 1), self.second if score == self.best else self.best


def weighed(words: Sequence[Word], text: str, known: Mapping[Stretch, Sequence[Hit]], scores: Scores) -> Weighed:
    """The stretches worth weighing, with what speaks for and against each.

    Args:
        words: the words of `text`.
        text: the article.
        known: the stretches that the gazetteer knows, with its entries.
        scores: the tagger's, (word, 4).
    """
    found, listed = set(marked(scores, words)), set(longest(known))
    inside = {i for first, last in found for i in range(first, last)}
    options = set(found)
    for first, last in listed:
        if span_score(scores, first, last) > _KNOWN_HARDLY or not inside.isdisjoint(range(first, last)):
            options.add((first, last))
    alike = _same_words(words, scores, options)
    options |= {stretch for same in alike.values() for stretch, score in same.items() if score > _HARDLY}
    stretches = tuple(sorted(options))
    over = {"marked": _over(found), "listed": _over(listed)}
    elsewhere = {name: _Elsewhere.of(same.values()) for name, same in alike.items()}
    rows = [_row(words, text, stretch, known, scores, elsewhere[_text(words, *stretch)], over) for stretch in stretches]
    return Weighed(stretches, np.array(rows).reshape(len(rows), len(FEATURES)))


def evidence(options: Weighed) -> Floats:
    """The log-odds that each stretch is a toponym, exactly as it is cut."""
    return options.table @ weights()


@functools.cache
def weights() -> Floats:
    """The trained weight of each of `FEATURES`.

    Raises:
        DataError: the model file is missing or damaged, or made for other features.
    """
    content = json.loads(model_files.load(MODEL))
    if list(content) != list(FEATURES):
        raise DataError(f"The model {MODEL} was made for another version of the program.")
    return np.array([float(content[name]) for name in FEATURES])


def _row(
    words: Sequence[Word],
    text: str,
    stretch: Stretch,
    known: Mapping[Stretch, Sequence[Hit]],
    scores: Scores,
    alike: _Elsewhere,
    over: Mapping[str, Mapping[int, Stretch]],
) -> list[float]:
    first, last = stretch
    score = span_score(scores, first, last)
    others, mean, best = alike.without(score)
    across = {over["marked"][i] for i in range(first, last) if i in over["marked"]} - {stretch}
    listed = {over["listed"][i] for i in range(first, last) if i in over["listed"]}
    whole = stretch in listed
    is_known_as = known_as(known[stretch]) if whole else "nothing"
    before = first > 0 and _is_name(words[first - 1]) and text[words[first - 1].end : words[first].start] == " "
    after = last < len(words) and _is_name(words[last]) and text[words[last - 1].end : words[last].start] == " "
    return [
        1.0,
        score,
        min(score, 0.0),
        float(over["marked"].get(first) == stretch),
        float(bool(across)),
        float(any(b - a > last - first for a, b in across)),
        mean,
        best,
        math.log1p(others),
        float(others > 0),
        float(bool(listed) and not whole),
        float(last - first > 1),
        float(scores[first, IN_A_NAME]),
        float(before),
        float(after),
        float(first > 0 and words[first - 1].text.lower() in _WHERE),
        float(first == 0 or words[first - 1].text in _STOPS),
        float(words[first].text.isupper() and len(words[first].text) > 1),
        float(words[last - 1].text == "."),
        *(float(is_known_as == name) for name in KNOWN_AS),
    ]


def _same_words(
    words: Sequence[Word], scores: Scores, options: set[Stretch]
) -> Mapping[tuple[str, ...], dict[Stretch, float]]:
    """For the words of each option all stretches of the article that have the same, with their scores."""
    names = {_text(words, first, last) for first, last in options}
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[0]].add(len(name))
    alike: defaultdict[tuple[str, ...], dict[Stretch, float]] = defaultdict(dict)
    for stretch in _beginning_like(words, lengths):
        name = _text(words, *stretch)
        if name in names:
            alike[name][stretch] = span_score(scores, *stretch)
    return alike


def _beginning_like(words: Sequence[Word], lengths: Mapping[str, set[int]]) -> Iterator[Stretch]:
    for first, word in enumerate(words):
        for length in lengths.get(word.text, ()):
            if first + length <= len(words):
                yield first, first + length


def _text(words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[first:last])


def _over(stretches: set[Stretch]) -> dict[int, Stretch]:
    return {i: (first, last) for first, last in stretches for i in range(first, last)}


def _is_name(word: Word) -> bool:
    return word.text[0].isupper()
