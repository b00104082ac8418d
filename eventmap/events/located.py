"""Toponyms where the parse has them: in which paragraph, and which of its tokens."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.gazetteer import Entry
from eventmap.model import Mention
from eventmap.nlp import Paragraph
from eventmap.toponyms import Toponym


@dataclass(frozen=True, slots=True)
class LocatedToponym:
    """A resolved toponym with its paragraph's number and its tokens there (`last` exclusive).

    An `implied` place is one that the text names by way of another ("the Georgian border").
    """

    mention: Mention
    entry: Entry
    paragraph: int
    first: int
    last: int
    implied: bool = False


def locate(paragraphs: Sequence[Paragraph], toponyms: Sequence[Toponym]) -> list[LocatedToponym]:
    """Those of an article's toponyms that have an entry, with where they are in its parse, in the same order."""
    starts = [paragraph.start for paragraph in paragraphs]
    found = []
    for toponym in toponyms:
        number = bisect.bisect_right(starts, toponym.mention.start) - 1
        if toponym.entry is None or number < 0:
            continue
        paragraph = paragraphs[number]
        start = toponym.mention.start - paragraph.start
        end = min(toponym.mention.end, paragraph.end) - paragraph.start
        span = paragraph.doc.char_span(start, end, alignment_mode="expand") if start < end else None
        if span is not None:
            found.append(LocatedToponym(toponym.mention, toponym.entry, number, span.start, span.end))
    return found
