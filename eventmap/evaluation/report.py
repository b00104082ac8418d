"""An evaluation as plain text: aligned tables, and a line for each column that says what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eventmap.evaluation.events import events_report
from eventmap.evaluation.snippets_report import snippets_report
from eventmap.evaluation.tables import COUNT, KM, SHARE, calibration_table, cost, mistakes, number, table

_NAMES = {"eventmap": "Event Map", "baseline": "baseline"}
_COUNTED = (("all", ""), ("no_demonyms", ", no demonyms"))

# Heading, key in the scores, format.
Column = tuple[str, str, str]

_PLACES: tuple[Column, ...] = (
    ("P", "precision", SHARE),
    ("R", "recall", SHARE),
    ("F1", "f1", SHARE),
    ("P~", "precision_overlap", SHARE),
    ("R~", "recall_overlap", SHARE),
    ("F1~", "f1_overlap", SHARE),
    ("id", "id", SHARE),
    ("id.P", "id_precision", SHARE),
    ("@161", "near", SHARE),
    ("acc@161", "near_of_found", SHARE),
    ("mean", "mean_km", KM),
    ("median", "median_km", KM),
    ("AUC", "auc", SHARE),
    ("gold", "gold", COUNT),
    ("linked", "linked", COUNT),
)
_SPANS = tuple(column for column in _PLACES if column[0] in {"id", "@161", "mean", "median", "AUC", "gold", "linked"})
_LEGEND = """\
P, R, F1      recognition: precision, recall and both together, exactly the annotated words; ~ with any overlap
id            of the gold mentions with a GeoNames id, the share found with exactly those words and that id
id.P          of the answers with an id that are paired with such a mention, the share with words and id exactly right
@161          of the gold mentions with a point, the share found and put within 161 km of it
acc@161       the same, of those found and put anywhere; mean, median: their error in km
AUC           area under the curve of those errors on a log scale, 0 to 1, lower is better
baseline      the small language model's places, each taken for the country or the most populous place of its name"""


def report(record: Mapping[str, Any]) -> str:
    """The tables of a record, of each part that it has: toponyms, events, snippets."""
    sections = _toponyms(record) if "places" in record else []
    sections += events_report(record["events"]) if "events" in record else []
    sections += snippets_report(record["snippets"]) if "snippets" in record else []
    return "\n\n".join(sections) + "\n"


def _toponyms(record: Mapping[str, Any]) -> list[str]:
    sections = [_systems("Places, end to end", record["places"], _PLACES, ("id", "f1"))]
    if record["spans"]:
        sections.append(_systems("Gold spans resolved", record["spans"], _SPANS, ("id",)))
    sections += [_LEGEND, calibration_table(record["calibration"]), mistakes(record["errors"])]
    return [*sections, cost(**record["speed"])] if record["speed"] else sections


def _systems(title: str, systems: Mapping[str, Any], columns: Sequence[Column], sure: Sequence[str]) -> str:
    """The scores of each system for each corpus; of the keys in `sure`, how far they might have come out otherwise."""
    rows = [[title, "", *(heading for heading, _, _ in columns)]]
    for counted, words in _COUNTED:
        own = systems["eventmap"][counted]["corpora"]
        for name in [*own, None] if len(own) > 1 else own:
            for system, called in _NAMES.items():
                block = systems[system][counted]
                values = block["corpora"][name] if name else block["pooled"]
                label = f"{name or 'pooled'}{words}" if system == "eventmap" else ""
                rows.append([label, called, *(number(values[key], form) for _, key, form in columns)])
    lines = [table(rows, left=2)]
    for counted, words in _COUNTED:
        bounds = systems["eventmap"][counted]["intervals"]
        known = ", ".join("{} {:.3f} to {:.3f}".format(key, *bounds[key]) for key in sure if bounds[key])
        lines.append(f"Event Map, pooled{words}, 95 % interval: {known or '–'}")
    return "\n".join(lines)
