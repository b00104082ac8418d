"""An incident: what happened, with the reports of it side by side. Nothing of any report is dropped or averaged."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from eventmap.event_types import EventTypes
from eventmap.incidents.kinds import narrowness
from eventmap.incidents.score import Score
from eventmap.incidents.telling import Spot, Telling
from eventmap.model import Count, DateRange

MOST_PAIRS = 200
"""An incident explains at most so many of its pairs, the least alike: those that a reader should look at."""

_PRECISIONS = ("point", "region", "country")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Incident:
    """Tellings of one incident, or, if it is not `sure`, of what is perhaps one.

    `score` is that of the group (0–1), `means` the mean scores of each report with the others (None for one alone),
    `pairs` the scores of the `MOST_PAIRS` least alike, by their places in `reports`, the least alike first. `joins` are
    the ids of the incidents that a proposal would join, those with one report among them.
    """

    reports: tuple[Telling, ...]
    score: float
    sure: bool
    means: tuple[float | None, ...]
    pairs: Mapping[tuple[int, int], Score]
    joins: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same reports give the same id, in whatever order and beside whatever others they were read."""
        keys = "\x1e".join(sorted("\x1f".join(report.key) for report in self.reports))
        return "incident-" + hashlib.sha256(keys.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def record(self, types: EventTypes) -> dict[str, Any]:
        """The incident as the JSON object that `match` writes.

        Type, place and date are the most exact that a report gives, of those the most frequent.
        """
        spot = _best((report.spot for report in self.reports), lambda spot: -_PRECISIONS.index(spot.precision))
        date = _best((report.date for report in self.reports), lambda date: (date.start - date.end).days)
        return {
            "id": self.id,
            "score": round(self.score, 3),
            "sure": self.sure,
            "joins": list(self.joins),
            "type": _best((report.type for report in self.reports), lambda kind: narrowness(types.types, kind)),
            "place": spot.record() if spot else None,
            "date": _date(date),
            "reports": [_report(report, mean) for report, mean in zip(self.reports, self.means, strict=True)],
            "differs": differences(self.reports),
            "pairs": [
                {"events": [_reference(self.reports[a]), _reference(self.reports[b])], **score.record()}
                for (a, b), score in self.pairs.items()
            ],
        }


def differences(reports: Sequence[Telling]) -> list[dict[str, Any]]:
    """What the reports do not agree in, one entry for each field, with the value of every report that has one.

    The fields are type, place (its id), date, status, and count for each role (by the range, not by the words).
    """
    found = []
    for field, value_of in _FIELDS.items():
        found += _difference({"field": field}, [(report, value_of(report)) for report in reports])
    roles = dict.fromkeys(count.role for report in reports for count in report.counts)
    for role in roles:
        told = [(report, count) for report in reports for count in report.counts if count.role == role]
        found += _difference({"field": "count", "role": role}, [(report, _number(count)) for report, count in told])
    return found


def _difference(field: dict[str, Any], told: Sequence[tuple[Telling, Any]]) -> list[dict[str, Any]]:
    values = [(report, value) for report, value in told if value is not None]
    if all(value == values[0][1] for _, value in values):
        return []
    return [{**field, "values": [{**_reference(report), "value": value} for report, value in values]}]


def _best(values: Iterable[Value | None], exactness: Callable[[Value], int]) -> Value | None:
    """The most exact of the values, of those the most frequent, of those the first."""
    known = Counter(value for value in values if value is not None)
    return max(known, key=lambda value: (exactness(value), known[value]), default=None)


def _report(report: Telling, mean: float | None) -> dict[str, Any]:
    return {
        **_reference(report),
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
        "type": report.type,
        "quote": report.quote,
        "place": report.spot.record() if report.spot else None,
        "date": _date(report.date),
        "count": report.count.record() if report.count else None,
        "sources": list(report.sources),
        "status": report.status,
        "score": None if mean is None else round(mean, 3),
    }


def _reference(report: Telling) -> dict[str, str]:
    return {"event": report.event, "article": report.article}


def _date(date: DateRange | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {"start": date.start.isoformat(), "end": date.end.isoformat(), "precision": date.precision}


def _number(count: Count) -> dict[str, Any]:
    return {"low": count.low, "high": count.high, "unit": count.unit}


def _place(spot: Spot | None) -> dict[str, Any] | None:
    return {"id": spot.id, "name": spot.name} if spot else None


_FIELDS: Mapping[str, Callable[[Telling], Any]] = {
    "type": lambda report: report.type,
    "place": lambda report: _place(report.spot),
    "date": lambda report: _date(report.date),
    "status": lambda report: report.status,
}
