"""Events as a pandas DataFrame: one row an event, the columns that the map, the filters and the table read.

Unknown stays unknown: a missing number, date or place is NA in the frame, never zero and never an empty string.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from .certainty import is_uncertain
from .model import Event

KIND_LABELS: Mapping[str, str] = {
    "city": "Town or city",
    "site": "Site",
    "border_crossing": "Border crossing",
    "region": "Region",
    "country": "Country",
    "area": "Wider area",
}
STATUS_LABELS: Mapping[str, str] = {
    "reported": "Reported",
    "claimed": "Claimed",
    "denied": "Denied",
    "planned": "Planned",
}

_DTYPES = {
    "id": "str",
    "article": "str",
    "title": "str",
    "type": "str",
    "category": "str",
    "place_id": "str",
    "place": "str",
    "kind": "str",
    "lat": "float64",
    "lon": "float64",
    "country": "str",
    "country_name": "str",
    "admin1": "str",
    "place_confidence": "float64",
    "date_start": "datetime64[s]",
    "date_end": "datetime64[s]",
    "count_low": "Int64",
    "count_high": "Int64",
    "unit": "str",
    "role": "str",
    "count_text": "str",
    "sources": "object",
    "status": "str",
    "confidence": "float64",
    "quote": "str",
    "words": "str",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see; the defaults let everything through.

    An empty set means "any". `since` and `until` are inclusive and keep every event whose dates touch them; events
    without a date are kept too unless `undated` is False. `at_least` keeps events whose number may reach it; events
    without a number are then left out unless `uncounted` is True. Events at a place that is uncertain are kept unless
    `uncertain` is False; those without a place have none that could be. `words` must all occur in the passage.
    """

    types: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    since: dt.date | None = None
    until: dt.date | None = None
    undated: bool = True
    at_least: int | None = None
    uncounted: bool = False
    uncertain: bool = True
    confidence: float = 0.0
    words: str = ""

    @property
    def active(self) -> bool:
        return self != Filters()


def frame(events: Iterable[Event], country_name: Callable[[str], str]) -> pd.DataFrame:
    """One row for each event, in the order given.

    Args:
        events: the events, of one article or of many.
        country_name: gives a country's name for its ISO 3166-1 alpha-2 code.
    """
    rows = [_row(event, country_name) for event in events]
    table = pd.DataFrame(rows, columns=list(_DTYPES))
    return table.astype(_DTYPES)


def _row(event: Event, country_name: Callable[[str], str]) -> dict[str, Any]:
    place, date, count = event.place, event.date, event.count
    return {
        "id": event.id,
        "article": event.article,
        "title": event.title,
        "type": event.type,
        "category": event.category,
        "place_id": place.id if place else None,
        "place": place.name if place else None,
        "kind": place.kind if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": (place.country or None) if place else None,
        "country_name": country_name(place.country) if place and place.country else None,
        "admin1": (place.admin1 or None) if place else None,
        "place_confidence": place.confidence if place else None,
        "date_start": pd.Timestamp(date.start) if date else None,
        "date_end": pd.Timestamp(date.end) if date else None,
        "count_low": count.low if count else None,
        "count_high": count.high if count else None,
        "unit": count.unit if count else None,
        "role": count.role if count else None,
        "count_text": count.text if count else None,
        "sources": event.sources,
        "status": event.status,
        "confidence": event.confidence,
        "quote": event.quote,
        "words": event.quote.casefold(),
    }


def apply(table: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows of `table` that pass all `filters`, in the same order."""
    keep = pd.Series(True, index=table.index)
    chosen = {
        "type": filters.types,
        "category": filters.categories,
        "kind": filters.kinds,
        "status": filters.statuses,
        "article": filters.articles,
    }
    for column, values in chosen.items():
        if values:
            keep &= table[column].isin(values)
    if filters.sources:
        keep &= table["sources"].map(lambda sources: not filters.sources.isdisjoint(sources)).astype(bool)
    keep &= _dates(table, filters) & _numbers(table, filters)
    if filters.confidence:
        keep &= table["confidence"] >= filters.confidence
    if not filters.uncertain:
        keep &= ~at_uncertain_place(table)
    for word in filters.words.casefold().split():
        keep &= table["words"].str.contains(word, regex=False)
    return table[keep]


def at_uncertain_place(table: pd.DataFrame) -> pd.Series:
    """Whether each event of `table` has a place of which it is uncertain that it is the one meant."""
    return table["place_confidence"].map(is_uncertain, na_action="ignore").eq(True)


def hidden_as_uncertain(table: pd.DataFrame, filters: Filters) -> int:
    """How many events of `table` are left out for the sole reason that their place is uncertain."""
    if filters.uncertain:
        return 0
    return int(at_uncertain_place(apply(table, replace(filters, uncertain=True))).sum())


def place_confidence(table: pd.DataFrame) -> dict[str, float]:
    """How sure each place of `table` is (place id → 0–1): as sure as its surest mention."""
    return {str(place): float(sure) for place, sure in table.groupby("place_id")["place_confidence"].max().items()}


def _dates(table: pd.DataFrame, filters: Filters) -> pd.Series:
    undated = table["date_start"].isna()
    inside = pd.Series(True, index=table.index)
    if filters.since:
        inside &= undated | (table["date_end"] >= pd.Timestamp(filters.since))
    if filters.until:
        inside &= undated | (table["date_start"] <= pd.Timestamp(filters.until))
    return inside if filters.undated else inside & ~undated


def _numbers(table: pd.DataFrame, filters: Filters) -> pd.Series:
    if filters.at_least is None:
        return pd.Series(True, index=table.index)
    low, high = table["count_low"], table["count_high"]
    known = low.notna() | high.notna()
    reaches = known & (high.isna() | (high >= filters.at_least)).fillna(True)
    return (reaches | ~known) if filters.uncounted else reaches


def source_names(table: pd.DataFrame) -> list[str]:
    """Every source named in `table`, those with most events first."""
    counts = table["sources"].explode().dropna().value_counts()
    return sorted(counts.index, key=lambda name: (-counts[name], str(name).casefold()))
