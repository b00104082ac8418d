"""Numbers as they are written in text: figures, number words, ranges and vague words, read from lower-case words.

Everything here works on plain strings, so that dates can use it too. A year is told from a number by `reads_as_year`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def word_set(words: str) -> frozenset[str]:
    """The words of a blank-separated list, as a set to look up in."""
    return frozenset(words.split())


_ONES = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(_ONES.split(" "))}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(" "), start=2)}
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
SCALES = {"hundred": 100, "dozen": 12, **LARGE}
# "m" and "k" are a scale only where they touch the figure ("1.2m"), which the caller's tokens cannot tell from "2 m".
_LETTER_SCALES = ("k", "m", "mn", "bn")
_DASHES = ("-", "–", "—")

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+")
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_GLUED_RANGE = re.compile(r"(\d[\d,]{0,17})[-–—](\d[\d,]{0,17})")
# A longer row of figures is an identifier; the limit also keeps hostile text from building enormous numbers.
_LONGEST = 18
_LARGEST = 10**15
_YEAR = re.compile(r"(?:19|20)\d\d")
# A year follows these even where a plural noun comes next ("in 2014 protesters", "the 2014 protests").
_BEFORE_YEAR = word_set(
    "in since of during by from before after until till to the a an 's ’s his her its their early late mid"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from `words[start:end]`; `vague` when it is a range that a vague word stands for."""

    start: int
    end: int
    low: int
    high: int
    vague: bool = False
    scale: int = 1


def reads_as_year(word: str, before: str, tag_after: str) -> bool:
    """Whether four bare figures are a year and not a number of what follows ("in 2000 cases").

    `before` is the lower-case word before them, `tag_after` the part-of-speech tag of the word after them.
    """
    if not _YEAR.fullmatch(word):
        return False
    if tag_after in ("NNS", "NNPS"):
        return int(word) % 100 != 0 and before in _BEFORE_YEAR
    return True


def small_number(text: str) -> int | None:
    """The value of a short number in figures or words ("3", "three", "twenty-five", "a"), or None."""
    words = re.findall(r"[^\s-]+|-", text.lower())
    if words in (["a"], ["an"]):
        return 1
    found = read_exact(words, 0)
    return found.low if found and found.end == len(words) else None


def _figure(words: Sequence[str], i: int) -> tuple[float, int] | None:
    word = words[i]
    if _DECIMAL.fullmatch(word):
        scaled = i + 1 < len(words) and words[i + 1] in SCALES
        return (float(word), i + 1) if scaled else None
    if len(word) > _LONGEST or not _FIGURE.fullmatch(word):
        return None
    end = i + 1
    if len(word) <= 3:  # "12 000": figures in groups of three
        while end < len(words) and len(words[end]) == 3 and words[end].isdecimal() and len(word) < _LONGEST:
            word += words[end]
            end += 1
    return float(word.replace(",", "").replace(".", "")), end


def read_exact(words: Sequence[str], i: int) -> Numeral | None:
    """The exact number that starts at word `i` ("261,000", "1.2 million", "one hundred and twenty", "two dozen")."""
    start, n = i, len(words)
    word = words[i]
    figure = _figure(words, i)
    if figure is not None:
        value, i = figure
        current = value
    elif word in ("a", "an", "half") or word in UNITS or word in TENS:
        opened = _opening(words, i)
        if opened is None:
            return None
        current, i = opened
    else:
        return None
    total, scale = 0.0, 1
    while i < n:
        word = words[i]
        if word in SCALES and total + current < _LARGEST:
            if word in _LETTER_SCALES and figure is None:
                break
            factor = SCALES[word]
            scale = max(scale, factor)
            if factor == 100:
                current *= 100
            else:
                total, current = total + current * factor, 0.0
            i += 1
            if word == "dozen":
                break
        elif scale > 1 and (tail := _tail(words, i, current)):
            current, i = current + tail[0], tail[1]
        else:
            break
    return Numeral(start, i, round(total + current), round(total + current), scale=scale)


def _opening(words: Sequence[str], i: int) -> tuple[float, int] | None:
    """The first words of a number in words: "a" (hundred), "half a" (million), "two and a half", "twenty-five"."""
    word, following = words[i], words[i + 1 : i + 4]
    if word in ("a", "an"):
        return (1.0, i + 1) if following and following[0] in SCALES and following[0] not in _LETTER_SCALES else None
    if word == "half":
        ok = len(following) > 1 and following[0] in ("a", "an") and following[1] in SCALES
        return (0.5, i + 2) if ok else None
    if word in TENS:
        value, i = _tens(words, i)
    else:
        value, i = UNITS[word], i + 1
    if list(words[i : i + 3]) == ["and", "a", "half"]:
        return value + 0.5, i + 3
    return float(value), i


def _tens(words: Sequence[str], i: int) -> tuple[int, int]:
    value, i = TENS[words[i]], i + 1
    j = i + (i < len(words) and words[i] == "-")
    if j < len(words) and 1 <= UNITS.get(words[j], 0) <= 9:
        return value + UNITS[words[j]], j + 1
    return value, i


def _tail(words: Sequence[str], i: int, current: float) -> tuple[int, int] | None:
    """What follows a hundred or a thousand: "(and) twenty-five", "(and) six", and "two (hundred)" of the next part."""
    i += words[i] == "and"
    if i >= len(words) or current % 100:
        return None
    if words[i] in TENS:
        return _tens(words, i)
    return (UNITS[words[i]], i + 1) if words[i] in UNITS else None


def read(words: Sequence[str], i: int, vague: Mapping[tuple[str, ...], tuple[int, int]]) -> Numeral | None:
    """The number, range or vague quantity that starts at word `i`.

    `vague` maps the words of a vague quantity to its lowest and highest value.
    """
    glued = _GLUED_RANGE.fullmatch(words[i])
    if glued:
        low, high = (int(part.replace(",", "")) for part in glued.groups())
        return Numeral(i, i + 1, low, high) if low < high else None
    first = _read_vague(words, i, vague) or read_exact(words, i)
    if first is None or first.end + 1 >= len(words):
        return first
    joint = words[first.end]
    if joint not in (*_DASHES, "to", "or") or (i and words[i - 1] == "from"):
        return first
    second = _read_vague(words, first.end + 1, vague) or read_exact(words, first.end + 1)
    if second is None:
        return first
    low, high = first.low, second.high
    if second.scale > 1 and first.scale == 1 and low * second.scale < high:  # "two or three hundred"
        low *= second.scale
    return Numeral(first.start, second.end, low, high, first.vague or second.vague) if low < high else first


def _read_vague(words: Sequence[str], i: int, vague: Mapping[tuple[str, ...], tuple[int, int]]) -> Numeral | None:
    for length in range(min(3, len(words) - i), 0, -1):
        limits = vague.get(tuple(words[i : i + length]))
        if limits is None:
            continue
        low, high = limits
        end = i + length
        scale_at = end + (words[end : end + 1] == ["of"] and words[end + 1 : end + 2] != [])
        scale = SCALES.get(words[scale_at], 1) if scale_at < len(words) else 1
        if scale > 1 and high < 10 and words[scale_at] not in _LETTER_SCALES:
            return Numeral(i, scale_at + 1, low * scale, high * scale + scale - 1, True, scale)
        return Numeral(i, end, low, high, low != high)
    return None
