"""What a rule of the date grammar is: a pattern, the words it can begin with, and the reading of its match."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from eventmap.dates.periods import Period


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression counts from.

    Attributes:
        day: the day of publication, if known.
        future: whether the sentence speaks of what is still to come.
        told: the dates told before in the story that "the next day" may follow, the last one first.
        south: whether the story plays south of the equator, where summer begins in December.
    """

    day: dt.date | None
    future: bool = False
    told: tuple[Period, ...] = ()
    south: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Where a pattern matched: the tokens beside it, None at the ends of the paragraph."""

    doc: Doc
    first: Token
    before: Token | None
    after: Token | None

    def word_before(self) -> str:
        return self.before.lower_ if self.before is not None else ""

    def before_is_spaced(self) -> bool:
        return self.before is not None and bool(self.before.whitespace_)

    def word_after(self) -> str:
        return self.after.lower_ if self.after is not None else ""

    def tag_after(self) -> str:
        return self.after.tag_ if self.after is not None else ""


def anywhere(match: re.Match[str], site: Site) -> bool:
    """The guard of a rule that holds wherever its pattern matches."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of date.

    Attributes:
        first: the lower-case words (or "0" for figures) that it can begin with.
        read: the period meant; None where what it counts from is unknown. A match that names no possible date
            raises ValueError.
        guard: whether the words around the match allow the reading.
        duration: the match is a length of time, and `read` is not called.
        shift: the match is a distance from something else ("two days after …"), and `read` is not called.
    """

    first: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Anchor], Period | None]
    guard: Callable[[re.Match[str], Site], bool] = anywhere
    duration: bool = False
    shift: bool = False


def first_words(*words: str, more: Iterable[str] = ()) -> frozenset[str]:
    """The words that a rule can begin with."""
    return frozenset((*words, *more))
