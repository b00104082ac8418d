"""Paragraphs: where each begins and ends, also in text whose lines were broken by hand or by a mail program.

A blank line always ends a paragraph. A single line break ends one too, unless it is a soft wrap: a break inside a
sentence, put there only because the line was full.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# Longer stretches without a break are cut at a space, so that odd input cannot exhaust the parser's memory.
MAX_PARAGRAPH = 5_000

# A line shorter than this was not broken for want of room; text wrapped wider than this is not wrapped by hand.
_NARROWEST, _WIDEST = 40, 120

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_FINISHED = re.compile(r"[.!?…:]['\"’”»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-–—*•·>#]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_NOT_A_HEADING = re.compile(r"[.:;,…]['\"’”»)]*$|^https?:", re.IGNORECASE)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: offsets without the blanks around it, and how far it is indented."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def finished(self) -> bool:
        return _FINISHED.search(self.text[-8:]) is not None

    @property
    def is_list_item(self) -> bool:
        return _LIST_ITEM.match(self.text) is not None


def paragraph_bounds(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph of `text`, in order, without the blanks around it.

    A paragraph of hard-wrapped text holds its soft wraps; one longer than `MAX_PARAGRAPH` is given in pieces.
    """
    lines = _lines(text)
    adjacent = [_is_single_break(text[a.end : b.start]) for a, b in itertools.pairwise(lines)]
    pairs = [pair for pair, joined in zip(itertools.pairwise(lines), adjacent, strict=True) if joined]
    width = _wrap_width(pairs)
    has_blank_lines = not all(adjacent)

    bounds: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if i and adjacent[i - 1] and _is_soft_wrap(lines[i - 1], line, width, has_blank_lines):
            bounds[-1] = (bounds[-1][0], line.end)
        else:
            bounds.append((line.start, line.end))
    return [piece for start, end in bounds for piece in _pieces(text, start, end)]


def is_heading(paragraph: str, longest: int) -> bool:
    """Whether a paragraph looks like a headline or a heading: at most `longest` characters, without a final stop."""
    return 0 < len(paragraph) <= longest and not _NOT_A_HEADING.search(paragraph)


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            start = match.start() + indent
            lines.append(_Line(start, start + len(content), indent, content))
    return lines


def _is_single_break(gap: str) -> bool:
    return len(_BREAK.findall(gap)) == 1


def _wrap_width(pairs: list[tuple[_Line, _Line]]) -> int:
    """The width that the lines were wrapped at; 0 for text that is not hard-wrapped.

    Prose was hard-wrapped where most lines that break off inside a sentence are about equally long, and a third of the
    lines after them go on in lower case. One overlong line in twenty, such as a web address, does not count.
    """
    pairs = [(line, following) for line, following in pairs if not line.finished]
    if len(pairs) < 2:
        return 0
    lengths = sorted(len(line.text) for line, _ in pairs)
    width = lengths[round(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairs)
    mid_sentence = sum(following.text[0].islower() for _, following in pairs)
    return width if 3 * full >= 2 * len(pairs) and 3 * mid_sentence >= len(pairs) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next word would not have fitted on `line`, give or take a tenth of the width."""
    word = _WORD.match(following.text)
    return len(line.text) + 1 + (len(word.group()) if word else 0) > 0.9 * width


def _is_soft_wrap(line: _Line, following: _Line, width: int, has_blank_lines: bool) -> bool:
    if following.is_list_item or (following.indent > line.indent and not line.is_list_item):
        return False
    if following.text[0].islower() and (width or not line.finished):
        return len(line.text) >= _NARROWEST
    if not width or not _is_full(line, following, width):
        return False
    # Where blank lines part the paragraphs, a sentence may well end at the end of a full line.
    return has_blank_lines or not line.finished


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_PARAGRAPH:
        cut = text.rfind(" ", start + MAX_PARAGRAPH // 2, start + MAX_PARAGRAPH)
        cut = cut if cut > start else start + MAX_PARAGRAPH
        pieces.append((start, cut))
        start = cut + (text[cut] == " ")
    return [*pieces, (start, end)] if end > start else pieces
