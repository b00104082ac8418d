"""Words of a plain text, and the stretches of them that may be a name. No parser is needed for either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Names of more words than this are hardly ever places; hyphens and full stops count as words.
MAX_WORDS = 9
_LONGEST_ABBREVIATION = 5

_WORD = re.compile(r"\w+|[^\w\s]")
_CONNECTORS = frozenset(
    {"of", "the", "and", "de", "des", "du", "la", "le", "les", "del", "da", "do", "dos", "das", "di", "al", "el", "ul"}
    | {"en", "sur", "am", "an", "der", "d", "s", "i", "y", "-", "–", "'", "’", "ʼ", "`", "."}
)


class Word(NamedTuple):
    """A word or a punctuation mark of a text; offsets in code points, end exclusive."""

    start: int
    end: int
    text: str


def words_of(text: str) -> list[Word]:
    """The words and punctuation marks of `text`, in order."""
    return [Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]


def is_name_word(word: str) -> bool:
    """Whether a word is written as (part of) a name: with a capital, or in a script that has none."""
    first = word[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper() and not first.isascii())


def is_other_script(word: str) -> bool:
    """Whether a word or a name is written in other letters than Latin ones."""
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(char >= "\u0250" for char in letters)


def stretches(words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
    """(first, last) of each stretch of up to `MAX_WORDS` words that begins and ends with a name word, `last` exclusive.

    Only connectors ("of", "de", "-") may stand between name words, and no blank line inside a stretch. One that
    may end with an abbreviation is given with its full stop, too ("U.S.", "Calif.").
    """
    for first, word in enumerate(words):
        if not is_name_word(word.text) or word.text.lower() == "the":
            continue
        for last in range(first, min(first + MAX_WORDS, len(words))):
            following = words[last]
            if last > first and text.count("\n", words[last - 1].end, following.start) > 1:
                break
            if is_name_word(following.text) or (last > first and following.text.isdigit()):
                yield first, last + 1
                if _is_abbreviated(words, last):
                    yield first, last + 2
            elif following.text.lower() not in _CONNECTORS:
                break


def _is_abbreviated(words: Sequence[Word], last: int) -> bool:
    following = words[last + 1] if last + 1 < len(words) else None
    return (
        following is not None
        and following.text == "."
        and following.start == words[last].end
        and (len(words[last].text) <= _LONGEST_ABBREVIATION)
    )
