"""The event tagger: a small transformer that says of each word which type of event it gives away, if any.

It is `all-MiniLM-L6-v2`, cut to its lower layers and trained on short news texts of our own and on examples of CASE
2021 (`training/events/tagger.py`), as quantised ONNX. It also says of a whole window what it is chiefly about. It knows
the types that it was trained on; what it says of a type is no more than evidence, which `triggers.weighing` weighs.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from eventmap import model_files
from eventmap.encoder.pieces import Pieces
from eventmap.encoder.session import FIRST, LAST, session
from eventmap.tagging.windows import Range, windows

Array = npt.NDArray[np.float32]

MODEL = "event-tagger-1.onnx"
VOCABULARY = "toponym-tagger-1.vocabulary.txt"
# The label of words and windows that give no event away.
NONE = "none"
# Under this key the model holds its labels, as a JSON list.
LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger says of the tokens of a paragraph.

    Attributes:
        labels: the types that it knows and `NONE`, in the order of the columns.
        tokens: (token, label) probabilities; a row sums to 1.
        about: (token, label) probabilities of what the window that the token stands in is chiefly about.
        windows: (first, last) token of each window, `last` exclusive.
    """

    labels: tuple[str, ...]
    tokens: Array
    about: Array
    windows: tuple[Range, ...]

    def knows(self, type_: str) -> bool:
        """Whether the tagger was trained on a type."""
        return type_ in self.labels

    def of(self, type_: str, first: int, last: int) -> float:
        """The highest probability that one of the tokens from `first` to `last` (exclusive) gives `type_` away."""
        return float(self.tokens[first:last, self.labels.index(type_)].max())

    def mainly(self, type_: str, token: int) -> float:
        """The probability that the window around `token` is chiefly about `type_`."""
        return float(self.about[token, self.labels.index(type_)])


class EventTagger:
    """The loaded model. One object serves any number of threads."""

    def __init__(self, model: bytes, vocabulary: str) -> None:
        self._session = session(model)
        self.labels: tuple[str, ...] = tuple(json.loads(self._session.get_modelmeta().custom_metadata_map[LABELS]))
        self.pieces = Pieces(vocabulary)

    def tag(self, doc: Doc) -> Tags:
        """Read a parsed paragraph."""
        tokens = np.zeros((len(doc), len(self.labels)), np.float32)
        about = np.zeros((len(doc), len(self.labels)), np.float32)
        pieces = [self.pieces.of(token.text) for token in doc]
        starts = [sentence.start for sentence in doc.sents]
        cuts = tuple(windows([len(ids) for ids in pieces], starts))
        for first, last in cuts:
            ids, heads = row(pieces[first:last])
            given = {"ids": np.array([ids], np.int64), "mask": np.ones((1, len(ids)), np.int64)}
            of_pieces, of_window = self._session.run(None, given)
            tokens[first:last] = np.exp(of_pieces[0][heads])
            about[first:last] = np.exp(of_window[0])
        return Tags(self.labels, tokens, about, cuts)


def row(pieces: Sequence[tuple[int, ...]]) -> tuple[list[int], list[int]]:
    """The piece ids of a window with its marks, and where each word's first piece stands in it."""
    ids, heads = [FIRST], []
    for word in pieces:
        heads.append(len(ids))
        ids += word
    return [*ids, LAST], heads


@functools.cache
def tagger() -> EventTagger:
    """The tagger that is shipped, loaded once.

    Raises:
        DataError: its files are missing or damaged.
    """
    return EventTagger(model_files.load(MODEL), model_files.load(VOCABULARY).decode())
