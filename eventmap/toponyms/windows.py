"""Cuts a text into windows that the tagger reads: as many whole sentences as fit, without those that name nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventmap.toponyms.words import Word, is_name_word

Range = tuple[int, int]

# Word pieces in a window, without the two marks at its ends.
MAX_PIECES = 126

_STOPS = frozenset(".!?")
_CLOSING = frozenset("\"'”’»)")
_NO_NAMES = frozenset({"i", "the", "a"})
# A full stop after so short a word ends an abbreviation ("St.", "Lt.") rather than a sentence.
_SHORT = 2


def sentences(words: Sequence[Word], text: str) -> list[Range]:
    """(first, last) of each sentence by its punctuation alone, `last` exclusive; they cover all words."""
    if not words:
        return []
    starts = [0]
    for i in range(1, len(words)):
        gap = text[words[i - 1].end : words[i].start]
        if "\n" in gap or (gap and _ends_sentence(words, i) and not words[i].text[0].islower()):
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def windows(words: Sequence[Word], text: str, sizes: Sequence[int], known: Sequence[int]) -> list[Range]:
    """(first, last) of the windows that need reading, in order.

    Args:
        words: the words of `text`.
        text: the article.
        sizes: how many pieces each word has.
        known: what the gazetteer knows of each word (0: nothing), see `features.gazetteer_values`.
    """
    found: list[Range] = []
    room = 0
    for first, last in sentences(words, text):
        if not _names_something(words, first, last, known):
            room = 0
            continue
        size = sum(sizes[first:last])
        if size <= room:
            found[-1] = (found[-1][0], last)
            room -= size
        else:
            pieces = list(_cut(first, last, sizes))
            found += [(start, end) for start, end, _ in pieces]
            room = MAX_PIECES - pieces[-1][2]
    return found


def _cut(first: int, last: int, sizes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """A sentence in parts of at most `MAX_PIECES`, each with its size."""
    start, size = first, 0
    for i in range(first, last):
        if size and size + sizes[i] > MAX_PIECES:
            yield start, i, size
            start, size = i, 0
        size += sizes[i]
    yield start, last, size


def _ends_sentence(words: Sequence[Word], i: int) -> bool:
    """Whether punctuation before word `i` ends a sentence."""
    before = i - 1
    if words[before].text in _CLOSING and before:
        before -= 1
    if words[before].text == "." and before and words[before - 1].end == words[before].start:
        return len(words[before - 1].text) > _SHORT
    return words[before].text in _STOPS


def _names_something(words: Sequence[Word], first: int, last: int, known: Sequence[int]) -> bool:
    """Whether any word is a name: with a capital, and known to the gazetteer if it begins the sentence."""
    return any(
        is_name_word(words[i].text) and (known[i] or i > first) and words[i].text.lower() not in _NO_NAMES
        for i in range(first, last)
    )
