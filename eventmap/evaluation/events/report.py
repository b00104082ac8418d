"""The scores of events as plain text: aligned tables, and a line for each column that says what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eventmap.evaluation.tables import COUNT, SHARE, calibration_table, cost, mistakes, number, printable, table

_CONFUSIONS = 20  # shown, the most frequent
_SCORES = (
    ("P", "precision", SHARE),
    ("R", "recall", SHARE),
    ("F1", "f1", SHARE),
    ("wP", "whole_precision", SHARE),
    ("wR", "whole_recall", SHARE),
    ("wF1", "whole_f1", SHARE),
    ("gold", "gold", COUNT),
    ("found", "found", COUNT),
)
_TEXTS = (("texts", "articles", COUNT), ("clean", "clean", COUNT))
_LEGEND = """\
P, R, F1      detection: precision, recall and both together; right are type and passage (it overlaps the gold quote)
wP, wR, wF1   whole events: place and count are right, too
share         of the detected events in which the gold says it, those that have it right
clean         texts in which every event is whole and none too many; optional events are counted nowhere"""


def events_report(record: Mapping[str, Any]) -> list[str]:
    """The sections of a record as `evaluate_events` makes it."""
    sections = [
        _corpora(record),
        _fields(record["pooled"]["fields"]),
        _LEGEND,
        _scores("By category", record["categories"]),
        _scores("By type", record["types"]),
    ]
    if record["tests"]:
        sections.append(_scores("By what is tested", record["tests"], _TEXTS))
    if record["confusions"]:
        sections.append(_confusions(record["confusions"]))
    sections += [calibration_table(record["calibration"]), mistakes(record["errors"])]
    return [*sections, cost(**record["speed"])] if record["speed"] else sections


def _corpora(record: Mapping[str, Any]) -> str:
    corpora = record["corpora"]
    rows = corpora | {"pooled": record["pooled"]} if len(corpora) > 1 else corpora
    bounds = record["intervals"]
    sure = ", ".join(
        "{} {:.3f} to {:.3f}".format(name, *bounds[key])
        for name, key in (("F1", "f1"), ("wF1", "whole_f1"))
        if bounds[key]
    )
    return f"{_scores('Events', rows, _TEXTS)}\npooled, 95 % interval: {sure or '–'}"


def _scores(title: str, rows: Mapping[str, Mapping[str, Any]], more: Sequence[tuple[str, str, str]] = ()) -> str:
    columns = (*_SCORES, *more)
    lines = [[title, *(heading for heading, _, _ in columns)]]
    for name, values in rows.items():
        lines.append([printable(name), *(number(values[key], form) for _, key, form in columns)])
    return table(lines, left=1)


def _fields(fields: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [["In detected events", "right", "of", "share"]]
    for name, values in fields.items():
        counts = (number(values[key], COUNT) for key in ("right", "judged"))
        rows.append([name, *counts, number(values["share"], SHARE)])
    return table(rows, left=1)


def _confusions(confusions: Sequence[Mapping[str, Any]]) -> str:
    lines = ["Most frequent wrong types"]
    lines += [f"{one['count']:7,}  {one['said']} for {one['right']}" for one in confusions[:_CONFUSIONS]]
    return "\n".join(lines)
