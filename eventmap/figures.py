"""Figures over events: how many people, by what happened to them, and which events come first.

People are never added up across roles: those who were detained may be among those who protested. Inside one role, what
a place's figure counts may lie inside its country's: the total takes the larger of the two, not their sum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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

    Counts of other things than people, denied figures and plans are left out. Where figures may overlap (the same place
    twice, a region and its towns, a country and its regions, an event without a place and any other), the larger of the
    two counts; figures of places apart from each other are added.
    """
    known = table["count_low"].notna() | table["count_high"].notna()
    counted = table[known & (table["unit"] == "people") & table["status"].isin(_COUNTED)]
    totals = [_total(str(role), events) for role, events in counted.groupby("role")]
    return sorted(totals, key=lambda total: (-max(total.low, total.high or 0), total.role))


def _total(role: str, events: pd.DataFrame) -> RoleTotal:
    low = _nested(events.assign(number=events["count_low"].fillna(0)))
    high = None if events["count_high"].isna().any() else _nested(events.assign(number=events["count_high"]))
    return RoleTotal(role, low, high, len(events))


def _nested(events: pd.DataFrame) -> int:
    """The total of `number`, taking the larger of a whole and the sum of its parts at each level."""
    whole = events["country"].isna()
    by_country = [_country(group) for _, group in events[~whole].groupby("country")]
    return max([sum(by_country), *(int(n) for n in events.loc[whole, "number"])])


def _country(events: pd.DataFrame) -> int:
    whole = events["kind"].isin(["country", "area"])
    parts = events[~whole]
    regions = parts["admin1"].where(parts["admin1"].notna(), parts["place"])
    by_region = [_region(group) for _, group in parts.groupby(regions)]
    return max([sum(by_region), *(int(n) for n in events.loc[whole, "number"])])


def _region(events: pd.DataFrame) -> int:
    whole = events["kind"] == "region"
    by_place = events[~whole].groupby("place_id")["number"].max()
    return max([int(by_place.sum()), *(int(n) for n in events.loc[whole, "number"])])


def main_events(table: pd.DataFrame, number: int) -> list[str]:
    """The ids of the main events of `table`, at most `number`: those told most surely and of the most people first.

    Each place and type is named once, so that one large event does not fill the list.
    """
    people_counted = table[["count_low", "count_high"]].max(axis=1).where(table["unit"] == "people").fillna(0)
    size = people_counted.astype("float64").add(1).map(math.log10)
    weight = table["confidence"] * (1 + size) * table["status"].isin(_COUNTED)
    ranked = table.assign(weight=weight).sort_values("weight", ascending=False, kind="stable")
    return list(ranked.drop_duplicates(["article", "place_id", "type"])["id"].head(number))
