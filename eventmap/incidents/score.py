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
        self.gists = [quotes.gist(telling, rules) for telling in tellings]
        self._places: dict[tuple[str, str], str | None] = {}

    def value(self, first: int, second: int) -> float:
        """The score of two tellings, by their numbers, without the reasons; 0.0 where they cannot be one incident."""
        compared = self._compare(first, second)
        return self._value(compared) if compared else 0.0

    def score(self, first: int, second: int) -> Score | None:
        """The score of two tellings, by their numbers; None where they cannot be one incident."""
        compared = self._compare(first, second)
        if not compared:
            return None
        levels, roles = zip(*compared, strict=True)
        return Score(self._value(compared), levels, roles)

    def _value(self, compared: Sequence[tuple[Level, str]]) -> float:
        """The probability that the points of all parts stand for."""
        return 1 / (1 + math.pow(2, -self.rules.start - sum(level.points for level, _ in compared)))

    def _compare(self, first: int, second: int) -> list[tuple[Level, str]]:
        """The levels of all parts, with the role of a count; none for one story, or if a part excludes one incident."""
        a, b = self.tellings[first], self.tellings[second]
        if a.article == b.article:
            return []
        kind = self.kinds.agreement(a.type, b.type)
        date = times.agreement(a, b) if kind else None
        place = self._place(a, b) if date else None
        if not (kind and date and place):
            return []
        one, other = self.gists[first], self.gists[second]
        parts = [
            ("type", kind),
            ("place", place),
            ("date", date),
            ("published", times.gap_of_publication(a, b)),
            ("names", quotes.names_agreement(one.names, other.names)),
            ("words", quotes.words_agreement(one.words, other.words)),
            ("status", "planned_and_told" if (a.status == "planned") != (b.status == "planned") else None),
        ]
        found = [(self.rules.levels[part, name], "") for part, name in parts if name]
        if a.counts and b.counts:
            counts = numbers.agreements(a, b, self.rules)
            found += [(self.rules.levels["count", name], role) for role, name in counts.items()]
        return found

    def _place(self, a: Telling, b: Telling) -> str | None:
        """Remembered by the ids, where neither place could be another."""
        if a.spot is None or b.spot is None or a.spot.others or b.spot.others:
            return places.agreement(a.spot, b.spot)
        key = (a.spot.id, b.spot.id)
        if key not in self._places:
            self._places[key] = places.agreement(a.spot, b.spot)
        return self._places[key]
