"""The scores of labelled snippets as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventmap.evaluation.tables import COUNT, SHARE, cost, number, printable, table

_CONFUSIONS = 20  # shown, the most frequent
_LEGEND = """\
weighted F1   the mean F1 of the gold labels, weighted by their snippets
a snippet's label is that of its most confident event that has one; labelled are those that got a label"""


def snippets_report(record: Mapping[str, Any]) -> list[str]:
    """The sections of a record as `evaluate_snippets` makes it."""
    sections = [_corpora(record), _LEGEND, _labels(record["labels"])]
    if record["confusions"]:
        sections.append(_confusions(record["confusions"]))
    return [*sections, cost(**record["speed"])] if record["speed"] else sections


def _corpora(record: Mapping[str, Any]) -> str:
    rows = [["Snippets", "weighted F1", "accuracy", "labelled", "snippets"]]
    named = list(record["corpora"].items())
    for name, values in [*named, ("pooled", record["pooled"])] if len(named) > 1 else named:
        shares = (number(values[key], SHARE) for key in ("weighted_f1", "accuracy"))
        rows.append([name, *shares, *(number(values[key], COUNT) for key in ("labelled", "snippets"))])
    bounds = record["interval"]
    sure = "{:.3f} to {:.3f}".format(*bounds) if bounds else "–"
    return f"{table(rows, left=1)}\npooled, 95 % interval of the weighted F1: {sure}"


def _labels(labels: Mapping[str, Any]) -> str:
    rows = [["By label", "P", "R", "F1", "gold", "given", "right"]]
    for label, values in labels.items():
        shares = (number(values[key], SHARE) for key in ("precision", "recall", "f1"))
        counts = (number(values[key], COUNT) for key in ("gold", "found", "right"))
        rows.append([printable(label), *shares, *counts])
    return table(rows, left=1)


def _confusions(confusions: list[Mapping[str, Any]]) -> str:
    lines = ["Most frequent wrong labels"]
    for one in confusions[:_CONFUSIONS]:
        lines.append(f"{one['count']:7,}  {one['said'] or 'none'} for {printable(one['right'])}")
    return "\n".join(lines)
