"""Word pieces of single words, as uncased BERT models read them (WordPiece, Wu et al. 2016)."""

from __future__ import annotations

import functools
import re
import unicodedata

# Pieces of a word beyond this are not read: no name needs them.
MOST_PIECES = 6
_LONGEST_WORD = 100
_UNKNOWN = "[UNK]"

# A run of letters and digits, or one Chinese character, or one mark; invisible characters are none of them.
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PART = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+|[^\s\w]|_")


class Pieces:
    """A vocabulary of word pieces; those of a word are remembered."""

    def __init__(self, vocabulary: str) -> None:
        """Read a vocabulary: one piece a line, its id is the line's number from 0; "##" marks a further piece."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary.split("\n"))}
        self._of = functools.lru_cache(maxsize=50_000)(self._cut)

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one and not more than `MOST_PIECES`."""
        return self._of(word)

    def _cut(self, word: str) -> tuple[int, ...]:
        folded = unicodedata.normalize("NFD", word[:_LONGEST_WORD].lower())
        kept = "".join(char for char in folded if unicodedata.category(char) not in {"Mn", "Cc", "Cf"})
        ids = [id_ for part in _PART.findall(kept) for id_ in self._greedy(part)]
        return tuple(ids[:MOST_PIECES]) or (self._ids[_UNKNOWN],)

    def _greedy(self, part: str) -> list[int]:
        """The longest known beginning, then the longest known continuation, and so on; unknown if one is missing."""
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            end = next((end for end in range(len(part), start, -1) if prefix + part[start:end] in self._ids), None)
            if end is None:
                return [self._ids[_UNKNOWN]]
            found.append(self._ids[prefix + part[start:end]])
            start = end
        return found
