"""Figures over events: how many people, by what happened to them, and which events come first.

People are never added up across roles: those who were detained may be among those who protested. Inside one role, what
a place's figure counts may lie inside its country's: a total is a range that covers both cases.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from eventmap.wording import range_phrase, role_label

# Denied figures and plans are not added to what is reported to have happened.
_COUNTED = ("reported", "claimed")


@dataclass(frozen=True, slots=True)
class RoleTotal:
    """People in one role over several events; `high` is None where any figure is open upwards.

    `events` is how many events the total rests on.
    """

    role: str
    low: int
    high: int | None
    events: int


def people_phrase(total: RoleTotal) -> str:
    """A total in words: "at least 261,000 displaced"."""
    return f"{range_phrase(total.low, total.high)} {role_label(total.role)}"


def people(table: pd.DataFrame) -> list[RoleTotal]:
    """People by role in the events of `table` (a frame of `eventmap.frames`), the largest number first.

    Counts of other things than people, denied figures and plans are left out. Two figures may overlap where they are of
    the same place, of a region and a town in it, of a country and a place in it, or where one has no place. The low end
    of a total counts only the larger of such figures, the high end their sum, the same figure of the same place once.
    """
    return _totals(figure for _, figure in _figures(table))


def people_by_place(table: pd.DataFrame) -> dict[str, list[RoleTotal]]:
    """`people` of each place in `table`, by place id; places without a figure are left out."""
    by_place: dict[str, list[_Figure]] = {}
    for place_id, figure in _figures(table):
        if place_id is not None:
            by_place.setdefault(place_id, []).append(figure)
    return {place_id: _totals(figures) for place_id, figures in by_place.items()}


class _Figure(NamedTuple):
    """A number of people, and where: nothing, a country, its region, the place in it, as far as known."""

    role: str
    low: int | None
    high: int | None
    path: tuple[str | None, ...]


def _figures(table: pd.DataFrame) -> Iterator[tuple[str | None, _Figure]]:
    """The place id and the figure of each event that counts people and is not denied or planned."""
    columns = ["unit", "status", "role", "count_low", "count_high", "country", "admin1", "place", "place_id", "kind"]
    for unit, status, role, low, high, *where in zip(*(table[column].tolist() for column in columns), strict=True):
        if unit == "people" and status in _COUNTED and not (low is pd.NA and high is pd.NA):
            country, admin1, place, place_id, kind = (value if isinstance(value, str) else None for value in where)
            path = _path(country, admin1, place, place_id, kind)
            yield place_id, _Figure(role, _known(low), _known(high), path)


def _known(number: Any) -> int | None:
    return None if number is pd.NA else int(number)


def _totals(figures: Iterable[_Figure]) -> list[RoleTotal]:
    by_role: dict[str, list[_Figure]] = {}
    for figure in figures:
        by_role.setdefault(figure.role, []).append(figure)
    totals = [_total(role, same) for role, same in by_role.items()]
    return sorted(totals, key=lambda total: (-max(total.low, total.high or 0), total.role))


def _path(
    country: str | None, admin1: str | None, place: str | None, place_id: str | None, kind: str | None
) -> tuple[str | None, ...]:
    if country is None:
        return ()
    if kind in ("country", "area"):
        return (country,)
    return (country, admin1 or place) if kind == "region" else (country, admin1 or place_id, place_id)


def _total(role: str, figures: list[_Figure]) -> RoleTotal:
    low = _least([(figure.path, figure.low or 0) for figure in figures])
    highs = [figure.high for figure in set(figures)]
    high = None if None in highs else sum(filter(None, highs))
    return RoleTotal(role, low, high, len(figures))


def _least(figures: list[tuple[tuple[str | None, ...], int]]) -> int:
    """The least total of numbers by path: the larger of a whole and the sum of its parts, at each level."""
    whole = max((number for path, number in figures if not path), default=0)
    parts: dict[str | None, list[tuple[tuple[str | None, ...], int]]] = {}
    for path, number in figures:
        if path:
            parts.setdefault(path[0], []).append((path[1:], number))
    return max(whole, sum(_least(part) for part in parts.values()))


def main_events(table: pd.DataFrame, number: int) -> list[str]:
    """The ids of the main events of `table`, at most `number`: those told most surely and of the most people first.

    Each place and type is named once, so that one large event does not fill the list.
    """
    people_counted = table[["count_low", "count_high"]].max(axis=1).where(table["unit"] == "people").fillna(0)
    size = people_counted.astype("float64").add(1).map(math.log10)
    weight = table["confidence"] * (1 + size) * table["status"].isin(_COUNTED)
    ranked = table.assign(weight=weight).sort_values("weight", ascending=False, kind="stable")
    return list(ranked.drop_duplicates(["article", "place_id", "type"])["id"].head(number))
