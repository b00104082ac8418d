"""The record of a date found in a parsed paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventmap.model import DateRange

Relation = Literal["", "since", "until", "before", "after", "by"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """When, in one paragraph. Offsets are characters of the paragraph and tokens, end exclusive.

    Attributes:
        value: the days meant; None if the publication date is needed and unknown, or if this is a duration.
        relation: the preposition that puts an event before, after or up to the date. The value of "since" runs to the
            publication date; with the others it is the date itself.
        origin: the date itself of a "since", for what happened on it.
        dates_token: the word of what it dates, where that is not what it stands with ("on Friday, a day after police
            *arrested* …"); the value is None where that cannot be told.
        duration: a length of time that is anchored nowhere ("for three days").
    """

    start_char: int
    end_char: int
    token_start: int
    token_end: int
    value: DateRange | None
    relation: Relation = ""
    duration: bool = False
    dates_token: int | None = None
    origin: DateRange | None = None

    @property
    def since(self) -> bool:
        """Whether the expression runs from a date to the publication date."""
        return self.relation == "since"
