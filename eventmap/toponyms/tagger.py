"""The tagger: a small transformer that says of each word whether it begins or continues a toponym.

It is `all-MiniLM-L6-v2`, cut to its lower layers and trained on annotated news (`training/recogniser.py`), as quantised
ONNX. It reads word pieces without their case; how a word is written and what the gazetteer knows of it are added to
each piece (`features`).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from eventmap import model_files
from eventmap.encoder.pieces import Pieces
from eventmap.encoder.session import FIRST, LAST, session
from eventmap.toponyms.features import shapes
from eventmap.toponyms.windows import windows
from eventmap.toponyms.words import Word

Scores = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

MODEL = "toponym-tagger-1.onnx"
VOCABULARY = "toponym-tagger-1.vocabulary.txt"

# The columns of what the tagger gives for a word: log-probabilities of the first three, log-odds of the last.
OUTSIDE, BEGINS, CONTINUES, IN_A_NAME = range(4)

_SURELY_OUTSIDE = (0.0, -20.0, -20.0, 0.0)


class Batch:
    """Windows of one or several texts as the arrays that the model takes, padded at their ends.

    Attributes:
        ids: (window, piece) ids of the pieces; mask: 1 where there is one.
        features: (window, piece, 2) `SHAPES` index and gazetteer value.
        heads: for each window, the columns of its words' first pieces.
    """

    def __init__(self, rows: Sequence[Sequence[tuple[tuple[int, ...], int, int]]]) -> None:
        """Build from the (pieces, shape, gazetteer value) of each window's words."""
        longest = 2 + max(sum(len(pieces) for pieces, _, _ in row) for row in rows)
        self.ids: Integers = np.zeros((len(rows), longest), np.int64)
        self.mask: Integers = np.zeros((len(rows), longest), np.int64)
        self.features: Integers = np.zeros((len(rows), longest, 2), np.int64)
        self.heads: list[list[int]] = []
        for number, row in enumerate(rows):
            at = 1
            heads = []
            for pieces, shape, value in row:
                heads.append(at)
                self.ids[number, at : at + len(pieces)] = pieces
                self.features[number, at : at + len(pieces)] = shape, value
                at += len(pieces)
            self.ids[number, 0], self.ids[number, at] = FIRST, LAST
            self.mask[number, : at + 1] = 1
            self.heads.append(heads)


class Tagger:
    """The loaded model. One object serves any number of threads."""

    def __init__(self, model: bytes, vocabulary: str) -> None:
        self._session = session(model)
        self.pieces = Pieces(vocabulary)

    def tag(self, words: Sequence[Word], text: str, known: Sequence[int]) -> Scores:
        """Scores of each word, as (word, 4): see `OUTSIDE`, `BEGINS`, `CONTINUES` and `IN_A_NAME`.

        Args:
            words: the words of `text`.
            text: the article.
            known: the words' gazetteer values, see `features.gazetteer_values`.
        """
        scores = np.tile(np.array(_SURELY_OUTSIDE, np.float32), (len(words), 1))
        pieces, shaped = [self.pieces.of(word.text) for word in words], shapes(words)
        told = list(zip(pieces, shaped, known, strict=True))
        # One window at a time: padding to a common length would cost more than running them together gains.
        for first, last in windows(words, text, [len(ids) for ids in pieces], known):
            batch = Batch([told[first:last]])
            given = {"ids": batch.ids, "mask": batch.mask, "features": batch.features}
            (output,) = self._session.run(None, given)
            scores[first:last] = output[0][batch.heads[0]]
        return scores


@functools.cache
def tagger() -> Tagger:
    """The tagger that is shipped, loaded once.

    Raises:
        DataError: its files are missing or damaged.
    """
    return Tagger(model_files.load(MODEL), model_files.load(VOCABULARY).decode())
