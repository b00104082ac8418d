"""A parsed paragraph as plain lists, so that rules can look around without asking spaCy for every token."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

_LETTER_SCALES = ("m", "k", "bn", "mn")


class View:
    """Lower-case words, tags and spaces of a `Doc`; out of range reads as "" and False."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = [token.lower_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.spaced = [bool(token.whitespace_) for token in doc]
        for i, word in enumerate(self.words):
            if word in _LETTER_SCALES and i and self.spaced[i - 1]:
                self.words[i] = f"{word}."  # "9 m" is a length, "9m people" a number

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def touches(self, i: int) -> bool:
        """Whether token `i` is written together with the next one."""
        return 0 <= i < len(self.words) - 1 and not self.spaced[i]

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.doc[i].text[:1].isupper()

    def ends_with(self, end: int, phrases: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
        """The longest of `phrases` whose last word is token `end - 1`."""
        for length in range(min(5, end), 0, -1):
            words = tuple(self.words[end - length : end])
            if words in phrases:
                return words
        return None

    def starts_with(self, start: int, phrases: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
        """The longest of `phrases` whose first word is token `start`."""
        for length in range(3, 0, -1):
            words = tuple(self.words[start : start + length])
            if words in phrases:
                return words
        return None

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of the tokens `start:end`."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)
