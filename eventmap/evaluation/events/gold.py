"""Reading the events of a line of gold; the package's docstring has the format."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from eventmap.articles import parse_date
from eventmap.errors import InputError
from eventmap.event_types import EventTypes
from eventmap.model import Article, PlaceKind, Span, Status
from eventmap.textfiles import json_type

# What may be judged of an event beside its type.
Field = Literal["place", "count", "role", "date", "sources", "status"]

_EVENT_KEYS = ("types", "quote", "place", "count", "date", "sources", "status", "optional")
_PLACE_KEYS = ("name", "country", "kind", "lat", "lon", "within_km", "id")
_COUNT_KEYS = ("low", "high", "unit", "role")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?")
_HALF_EQUATOR_KM = 20_038


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where an event was: `point` is (lat, lon) in WGS84 degrees and `within_km` the error that is allowed from there.

    Both are None where `id`, or for a country its alpha-2 code, tells the place. `country` is "" where not given.
    """

    name: str
    country: str
    kind: PlaceKind
    point: tuple[float, float] | None
    within_km: float | None
    id: str | None


@dataclass(frozen=True, slots=True)
class GoldCount:
    """How many: an end is None where the words leave it open; `unit` and `role` are None where they are not judged."""

    low: int | None
    high: int | None
    unit: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that a careful reader finds in a text; what of it is not in `judged` was left out of the gold."""

    types: tuple[str, ...]
    quote: Span
    place: GoldPlace | None
    count: GoldCount | None
    date: tuple[dt.date, dt.date] | None
    sources: tuple[str, ...]
    status: Status
    optional: bool
    judged: frozenset[Field]


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An article, its gold events, and in words what it tests."""

    article: Article
    events: tuple[GoldEvent, ...]
    tests: tuple[str, ...]


def event_article(record: Mapping[str, Any], article: Article, types: EventTypes, where: str) -> EventArticle:
    """The gold events of an article, from the JSON object that it was read from.

    Raises:
        InputError: a key is missing or unknown, or its value cannot be used; `where`, the event's number and the key
            are named.
    """
    tests = _texts(record.get("tests", []), f'{where}: "tests"')
    events = record.get("events")
    if not isinstance(events, list):
        raise InputError(f'{where}: "events" must be a list, not {json_type(events)}.')
    numbered = enumerate(events, 1)
    return EventArticle(
        article, tuple(_event(value, article.text, types, f"{where}: event {n}") for n, value in numbered), tests
    )


def _event(value: Any, text: str, types: EventTypes, where: str) -> GoldEvent:
    parts = _object(value, _EVENT_KEYS, where)
    for key in ("types", "quote"):
        if key not in parts:
            raise InputError(f'{where} has no "{key}".')
    names = _texts(parts["types"], f'{where}: "types"')
    if not names:
        raise InputError(f'{where}: "types" is empty; it needs one event type at least.')
    for name in names:
        if name not in types.types:
            raise InputError(f'{where}: "types": there is no event type "{name}".')
    place = _place(parts["place"], f'{where}: "place"') if parts.get("place") is not None else None
    count = _count(parts["count"], f'{where}: "count"') if parts.get("count") is not None else None
    optional = parts.get("optional", False)
    if not isinstance(optional, bool):
        raise InputError(f'{where}: "optional" must be true or false, not {json_type(optional)}.')
    judged = {field for field in get_args(Field) if field in parts}
    return GoldEvent(
        names,
        _quote(parts["quote"], text, f'{where}: "quote"'),
        place,
        count,
        _date(parts["date"], f'{where}: "date"') if parts.get("date") is not None else None,
        _texts(parts.get("sources", []), f'{where}: "sources"'),
        _one_of(parts.get("status", "reported"), get_args(Status), f'{where}: "status"'),
        optional,
        frozenset(judged | {"role"} if count and count.role else judged),
    )


def _quote(value: Any, text: str, where: str) -> Span:
    words = _text(value, where)
    start = text.find(words)
    if start < 0:
        raise InputError(f'{where}: the text has no words "{words}".')
    if text.find(words, start + 1) >= 0:
        raise InputError(f'{where}: the words "{words}" occur more than once in the text; quote more of it.')
    return Span(start, start + len(words), words)


def _place(value: Any, where: str) -> GoldPlace:
    parts = _object(value, _PLACE_KEYS, where)
    name = _text(parts.get("name"), f'{where}: "name"')
    kind = _one_of(parts.get("kind"), get_args(PlaceKind), f'{where}: "kind"')
    country = parts.get("country", "")
    if not (isinstance(country, str) and _COUNTRY.fullmatch(country)):
        raise InputError(f'{where}: "country" must be two capitals, like "KG", or "".')
    id_ = parts.get("id")
    if id_ is not None:
        id_ = _text(id_, f'{where}: "id"')
    if not any(key in parts for key in ("lat", "lon", "within_km")) and (id_ or (kind == "country" and country)):
        return GoldPlace(name, country, kind, None, None, id_)
    lat = _number(parts.get("lat"), -90, 90, f'{where}: "lat"')
    lon = _number(parts.get("lon"), -180, 180, f'{where}: "lon"')
    within = _number(parts.get("within_km"), 0, _HALF_EQUATOR_KM, f'{where}: "within_km"')
    return GoldPlace(name, country, kind, (lat, lon), within, id_)


def _count(value: Any, where: str) -> GoldCount:
    parts = _object(value, _COUNT_KEYS, where)
    ends: list[int | None] = []
    for key in ("low", "high"):
        end = parts.get(key)
        if not (end is None or (type(end) is int and end >= 0)):
            raise InputError(f'{where}: "{key}" must be a whole number, or null where that end is open.')
        ends.append(end)
    low, high = ends
    if low is None and high is None:
        raise InputError(f'{where} has neither "low" nor "high"; where no number is told it is null.')
    if low is not None and high is not None and low > high:
        raise InputError(f'{where}: "low" is greater than "high".')
    unit, role = (_text(parts[key], f'{where}: "{key}"') if key in parts else None for key in ("unit", "role"))
    return GoldCount(low, high, unit, role)


def _date(value: Any, where: str) -> tuple[dt.date, dt.date]:
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(day, str) for day in value)):
        raise InputError(f"{where} must be a list of two days, the first and the last, or null.")
    try:
        first, last = (parse_date(day) for day in value)
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
    if first > last:
        raise InputError(f"{where}: the first day is later than the last.")
    return first, last


def _object(value: Any, known: tuple[str, ...], where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"{where} must be a JSON object in braces, not {json_type(value)}.")
    for key in value:
        if key not in known:
            raise InputError(f'{where} has an unknown key "{key}"; there are {", ".join(known)}.')
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"{where} must be text in quotes, not {json_type(value)}.")
    if not value.strip():
        raise InputError(f"{where} is blank.")
    return value


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise InputError(f"{where} must be a list, not {json_type(value)}.")
    return tuple(_text(item, where) for item in value)


def _one_of(value: Any, known: tuple[Any, ...], where: str) -> Any:
    if value not in known:
        raise InputError(f"{where} must be one of {', '.join(known)}.")
    return value


def _number(value: Any, low: float, high: float, where: str) -> float:
    if not (type(value) in (int, float) and low <= value <= high):
        raise InputError(f"{where} must be a number from {low} to {high:,}.")
    return float(value)
