"""Cuts a paragraph into windows that the event tagger reads: as many whole sentences as fit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

Range = tuple[int, int]

# Word pieces in a window, without the two marks at its ends.
MAX_PIECES = 126


def windows(sizes: Sequence[int], starts: Sequence[int]) -> list[Range]:
    """(first, last) token of each window, `last` exclusive; together they cover all tokens.

    A sentence that is longer than a window is cut where the window is full.

    Args:
        sizes: how many pieces each token has.
        starts: the first token of each sentence, in order, beginning with 0.
    """
    found: list[Range] = []
    room = 0
    for first, last in itertools.pairwise([*starts, len(sizes)]):
        size = sum(sizes[first:last])
        if found and size <= room:
            found[-1] = (found[-1][0], last)
            room -= size
            continue
        begin, room = first, MAX_PIECES
        for i in range(first, last):
            if sizes[i] > room:
                found.append((begin, i))
                begin, room = i, MAX_PIECES
            room -= sizes[i]
        found.append((begin, last))
    return found
