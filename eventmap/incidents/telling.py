"""One story's event as the matching reads it, from the records that `extract --format jsonl` writes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from eventmap.articles import parse_date
from eventmap.errors import InputError
from eventmap.model import Count, DatePrecision, DateRange, Event, Precision, Status
from eventmap.textfiles import json_type

_SURROGATE = re.compile("[\ud800-\udfff]")

# Below this confidence a place may as well be one of the next candidates.
_UNSURE_PLACE = 0.7


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a story puts its event. `others` are ids of what else an uncertain place's name may mean.

    `precision` is point, region or country; an area (the Sahel) has the kind "area" and the precision it was given.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str
    precision: str
    others: frozenset[str] = frozenset()

    def record(self) -> dict[str, Any]:
        keys = ("id", "name", "kind", "lat", "lon", "country", "admin1", "precision")
        return {key: getattr(self, key) for key in keys}


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one story tells it, with what the matching needs of it; `event` is the record's own id.

    `counts` are all numbers that the story gives for it; `words` is the quotation and the further passages.
    """

    event: str
    article: str
    type: str
    quote: str
    words: str
    trigger: str
    spot: Spot | None
    date: DateRange | None
    published: dt.date | None
    count: Count | None
    counts: tuple[Count, ...]
    sources: tuple[str, ...]
    status: str
    title: str | None
    url: str | None

    @property
    def key(self) -> tuple[str, str]:
        """What no two tellings share: articles of the same text have events of the same ids."""
        return self.article, self.event


def of_event(event: Event) -> Telling:
    """An event that was just extracted."""
    return of_record(event.record(), f"the event {event.id}")


def of_record(record: Mapping[str, Any], where: str) -> Telling:
    """The event that a JSON object holds, as `Event.record` writes it; what the matching does not need may be missing.

    Needed are `id`, `article`, `type` and `quote`.

    Args:
        record: the object.
        where: its place, which errors name.

    Raises:
        InputError: a key is missing, or a value is not of its type.
    """
    fields = _Fields(record, where)
    place, date = fields.part("place"), fields.part("date")
    count = fields.part("count")
    main = _count(count) if count else None
    figures = [_count(figure) for figure in fields.parts("figures") if not figure.record.get("part")]
    quote = fields.text("quote")
    trigger = fields.part("trigger")
    published = fields.maybe("published")
    return Telling(
        event=fields.text("id"),
        article=fields.text("article"),
        type=fields.text("type"),
        quote=quote,
        words="\n".join([quote, *(passage.text("text") for passage in fields.parts("passages"))]),
        trigger=trigger.text("text") if trigger else "",
        spot=_spot(place) if place else None,
        date=_dates(date) if date else None,
        published=fields.day("published") if published else None,
        count=main,
        counts=tuple(dict.fromkeys([*([main] if main else []), *figures])),
        sources=fields.texts("sources"),
        status=fields.choice("status", get_args(Status)) if "status" in record else "reported",
        title=fields.maybe("title"),
        url=fields.maybe("url"),
    )


class _Fields:
    """The values of a JSON object, each checked as it is taken."""

    def __init__(self, record: Mapping[str, Any], where: str) -> None:
        self.record = record
        self.where = where

    def text(self, key: str) -> str:
        if key not in self.record:
            raise InputError(f'{self.where} has no "{key}".')
        value = self.record[key]
        if not isinstance(value, str):
            raise InputError(f'{self.where}: "{key}" must be text in quotes, not {json_type(value)}.')
        if not value.isascii() and _SURROGATE.search(value):
            raise InputError(f'{self.where}: "{key}" has half of a character (a lone surrogate) in it.')
        return value

    def maybe(self, key: str) -> str | None:
        return None if self.record.get(key) is None else self.text(key)

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in known:
            raise InputError(f'{self.where}: "{key}" is “{value}” and must be one of {", ".join(known)}.')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(_Fields({key: item}, self.where).text(key) for item in self._list(key))

    def part(self, key: str) -> _Fields | None:
        value = self.record.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise InputError(f'{self.where}: "{key}" must be a JSON object in braces, not {json_type(value)}.')
        return _Fields(value, f'{self.where}: "{key}"')

    def parts(self, key: str) -> list[_Fields]:
        found = (_Fields({key: item}, self.where).part(key) for item in self._list(key))
        return [fields for fields in found if fields]

    def number(self, key: str, low: float, high: float) -> float:
        value = self.record.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise InputError(f'{self.where}: "{key}" must be a number from {low:g} to {high:g}.')
        return value

    def limit(self, key: str) -> int | None:
        return None if self.record.get(key) is None else int(self.number(key, 0, 10**12))

    def day(self, key: str) -> dt.date:
        try:
            return parse_date(self.text(key))
        except InputError as error:
            raise InputError(f'{self.where}: "{key}": {error}') from None

    def _list(self, key: str) -> list[Any]:
        value = self.record.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise InputError(f'{self.where}: "{key}" must be a list, not {json_type(value)}.')
        return value


def _spot(place: _Fields) -> Spot:
    sure = "confidence" not in place.record or place.number("confidence", 0, 1) >= _UNSURE_PLACE
    return Spot(
        id=place.text("id"),
        name=place.text("name"),
        kind=place.text("kind"),
        lat=place.number("lat", -90, 90),
        lon=place.number("lon", -180, 180),
        country=place.maybe("country") or "",
        admin1=place.maybe("admin1") or "",
        precision=place.choice("precision", get_args(Precision)),
        others=frozenset() if sure else frozenset(other.text("id") for other in place.parts("candidates")),
    )


def _dates(date: _Fields) -> DateRange:
    start, end = date.day("start"), date.day("end")
    if end < start:
        raise InputError(f"{date.where}: the end, {end}, is before the start, {start}.")
    precision = cast(DatePrecision, date.choice("precision", get_args(DatePrecision)))
    return DateRange(start, end, precision, date.maybe("text") or "")


def _count(count: _Fields) -> Count:
    unit, role = count.maybe("unit") or "people", count.maybe("role") or ""
    return Count(count.limit("low"), count.limit("high"), unit, role, count.maybe("text") or "")
