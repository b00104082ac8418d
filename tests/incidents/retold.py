"""The stories of `stories.yaml` as event records, and how right the matching of them is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eventmap import event_types
from eventmap.incidents import Incident, Telling, match, of_record

STORIES = Path(__file__).with_name("stories.yaml")


@cache
def stories() -> tuple[list[dict[str, Any]], dict[str, str]]:
    """All event records, with the set they belong to as "set", and the incident of each by its id."""
    data = yaml.safe_load(STORIES.read_text(encoding="utf-8"))
    keys = ("id", "name", "kind", "lat", "lon", "country", "admin1")
    places = {name: dict(zip(keys, values, strict=True)) for name, values in data["places"].items()}
    found, incidents = [], {}
    for story in data["stories"]:
        for number, event in enumerate(story["events"], 1):
            name = f"{story['id']}/{number}"
            incidents[name] = event["is"]
            found.append(_record(name, story, event, places))
    return found, incidents


def tellings(part: str) -> list[Telling]:
    """The events of "tuning" or "check"."""
    return [of_record(record, record["id"]) for record in stories()[0] if record["set"] == part]


def matched(part: str) -> list[Incident]:
    return match(tellings(part), event_types.load())


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """The pairs of events that are in one group."""
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def true_pairs(part: str) -> set[tuple[str, str]]:
    """The pairs of events of different stories that are of one incident."""
    incidents = stories()[1]
    groups: dict[str, list[str]] = {}
    for telling in tellings(part):
        groups.setdefault(incidents[telling.event], []).append(telling.event)
    return pairs(groups.values())


def found_pairs(incidents: Iterable[Incident], sure: bool) -> set[tuple[str, str]]:
    """The pairs of events in the sure incidents, or in these and the proposals."""
    wanted = (incident for incident in incidents if incident.sure or not sure)
    return pairs([report.event for report in incident.reports] for incident in wanted)


def _record(name: str, story: dict[str, Any], event: dict[str, Any], places: dict[str, Any]) -> dict[str, Any]:
    quote = event.get("quote", story["text"])
    assert quote in story["text"]
    assert event["trigger"] in quote
    days = event.get("when")
    first, last = days if isinstance(days, list) else (days, days)
    numbers = event.get("n") or []
    counts = [
        _count(*number) for number in (numbers if numbers and isinstance(numbers[0], list) else [numbers]) if number
    ]
    place = places[event["at"]] if "at" in event else None
    precision = {"region": "region", "country": "country"}
    return {
        "id": name,
        "set": story["set"],
        "article": story["id"],
        "title": story["title"],
        "published": str(story["published"]),
        "url": None,
        "type": event["type"],
        "quote": quote,
        "trigger": {"text": event["trigger"]},
        "place": place and {**place, "precision": precision.get(place["kind"], "point"), "confidence": 0.95},
        "date": days and {"start": str(first), "end": str(last), "precision": "day" if first == last else "week"},
        "count": counts[0] if counts else None,
        "figures": counts,
        "sources": event.get("sources", []),
        "status": event.get("status", "reported"),
    }


def _count(role: str, low: int | None, high: int | None) -> dict[str, Any]:
    return {"low": low, "high": high, "unit": "people", "role": role, "text": ""}
