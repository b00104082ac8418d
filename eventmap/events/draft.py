"""An event under construction: what one sentence tells of it, before tellings of the same event are joined."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from eventmap.events.cues import Cues
from eventmap.events.linking import Link
from eventmap.model import Count, DateRange, Figure, Span, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of one event at one place. Offsets are the article's.

    `sentences` are the numbers of the first and last sentence of its passage within the paragraph; `figures` its
    numbers, the main one first; `updated` tells that the main one replaces older ones ("the toll rose to 9");
    `passages` are the other tellings that were joined to it; `generic` tells that the telling has no figure, date or
    place of its own, as headings and summaries do.
    """

    type: str
    trigger: Span
    start: int
    end: int
    paragraph: int
    sentences: tuple[int, int]
    link: Link | None
    date: DateRange | None
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]
    deniers: tuple[str, ...]
    status: Status
    strength: float
    is_heading: bool
    is_noun: bool
    updated: bool = False
    cues: Cues = field(default_factory=Cues)
    passages: tuple[Span, ...] = ()

    @property
    def count(self) -> Count | None:
        """The main figure, if there is one that is no part of another."""
        return next((figure.count for figure in self.figures if not figure.part), None)

    @property
    def place_id(self) -> str | None:
        return self.link.place.id if self.link else None

    @property
    def has_own_place(self) -> bool:
        return self.link is not None and not self.link.implied

    @property
    def generic(self) -> bool:
        return self.count is None and self.date is None and not self.has_own_place


@dataclass(frozen=True, slots=True)
class Recall:
    """A sentence that tells no event of its own and goes on about one told before it. Offsets are the article's.

    `nouns` are those by which it points back ("the blast"), `people` those who took part ("the gunmen"), all
    as lemmas; `figures` are numbers that it gives for that event.
    """

    passage: Span
    paragraph: int
    sentence: int
    nouns: frozenset[str]
    people: frozenset[str]
    figures: tuple[Figure, ...]
    updated: bool = False


def same_dates(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether two dates can be of one event: one is unknown, or they overlap."""
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def finest_date(a: DateRange | None, b: DateRange | None) -> DateRange | None:
    """The more exact of two dates."""
    if a is None or b is None:
        return a or b
    return a if _days(a) <= _days(b) else b


def _days(date: DateRange) -> dt.timedelta:
    return date.end - date.start
