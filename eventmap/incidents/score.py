"""The score that two events of different stories are the same incident, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eventmap.event_types import EventTypes
from eventmap.incidents import numbers, places, quotes, times
from eventmap.incidents.kinds import Kinds
from eventmap.incidents.rules import Level, Rules
from eventmap.incidents.telling import Telling

# More than what the quotations of two events have in common can add to the points of type, place and date.
_MOST_FROM_WORDS = 10


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two tellings are of one incident (0–1), and the levels of agreement that it is made of.

    `roles` names, for each level of the part "count", whose number is compared; other levels have "".
    """

    value: float
    levels: tuple[Level, ...]
    roles: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """The parts as JSON: what was compared, the points, and the words for why."""
        return {
            "score": round(self.value, 3),
            "parts": [
                {"part": level.part, **({"role": role} if role else {}), "points": level.points, "why": level.why}
                for level, role in zip(self.levels, self.roles, strict=True)
            ],
        }


class Scorer:
    """Compares tellings by the rules; what is read in each quotation is read once."""

    def __init__(self, tellings: Sequence[Telling], types: EventTypes, rules: Rules) -> None:
        self.tellings = tellings
        self.rules = rules
        self.kinds = Kinds(types, rules)
        self.names = [quotes.names(telling, rules) for telling in tellings]
        self.words = [quotes.words(telling, rules) for telling in tellings]
        self._places: dict[tuple[str, str], str | None] = {}

    def score(self, first: int, second: int) -> Score | None:
        """The score of two tellings, by their numbers; None where it is under `never`, or they are of one story."""
        a, b = self.tellings[first], self.tellings[second]
        frame = self._frame(a, b) if a.article != b.article else None
        if frame is None:
            return None
        total = self.rules.start + sum(level.points for level in frame)
        if _probability(total + _MOST_FROM_WORDS) < self.rules.never:
            return None
        counts = numbers.agreements(a, b, self.rules)
        names = quotes.names_agreement(self.names[first], self.names[second])
        words = quotes.words_agreement(self.words[first], self.words[second])
        planned = "planned_and_told" if (a.status == "planned") != (b.status == "planned") else None
        found = [*frame]
        for part, name in (*(("count", level) for level in counts.values()), ("names", names), ("words", words)):
            if name:
                found.append(self.rules.levels[part, name])
        if planned:
            found.append(self.rules.levels["status", planned])
        value = _probability(self.rules.start + sum(level.points for level in found))
        roles = ("",) * len(frame) + tuple(counts) + ("",) * (len(found) - len(frame) - len(counts))
        return Score(value, tuple(found), roles) if value >= self.rules.never else None

    def _frame(self, a: Telling, b: Telling) -> list[Level] | None:
        """What type, place and dates say; None where one of them excludes that it is one incident."""
        kind = self.kinds.agreement(a.type, b.type)
        date = times.agreement(a, b) if kind else None
        place = self._place(a, b) if date else None
        if not (kind and date and place):
            return None
        parts = [("type", kind), ("place", place), ("date", date), ("published", times.gap_of_publication(a, b))]
        return [self.rules.levels[part, name] for part, name in parts if name]

    def _place(self, a: Telling, b: Telling) -> str | None:
        """Remembered by the ids, where neither place could be another."""
        if a.spot is None or b.spot is None or a.spot.others or b.spot.others:
            return places.agreement(a.spot, b.spot)
        key = (a.spot.id, b.spot.id)
        if key not in self._places:
            self._places[key] = places.agreement(a.spot, b.spot)
        return self._places[key]


def _probability(points: float) -> float:
    """The probability of odds of 2 to the power of `points`."""
    return 1 / (1 + math.pow(2, -points))
