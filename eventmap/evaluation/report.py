"""An evaluation as plain text: aligned tables, and a line for each column that says what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_NAMES = {"eventmap": "Event Map", "baseline": "baseline"}
_COUNTED = (("all", ""), ("no_demonyms", ", no demonyms"))
_SHARE, _KM, _COUNT = ".3f", ",.1f", ",d"

# Heading, key in the scores, format.
Column = tuple[str, str, str]

_PLACES: tuple[Column, ...] = (
    ("P", "precision", _SHARE),
    ("R", "recall", _SHARE),
    ("F1", "f1", _SHARE),
    ("P~", "precision_overlap", _SHARE),
    ("R~", "recall_overlap", _SHARE),
    ("F1~", "f1_overlap", _SHARE),
    ("id", "id", _SHARE),
    ("id.P", "id_precision", _SHARE),
    ("@161", "near", _SHARE),
    ("acc@161", "near_of_found", _SHARE),
    ("mean", "mean_km", _KM),
    ("median", "median_km", _KM),
    ("AUC", "auc", _SHARE),
    ("gold", "gold", _COUNT),
    ("linked", "linked", _COUNT),
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
    """The tables of a record as `evaluate` makes it."""
    sections = [_systems("Places, end to end", record["places"], _PLACES, ("id", "f1"))]
    if record["spans"]:
        sections.append(_systems("Gold spans resolved", record["spans"], _SPANS, ("id",)))
    sections += [_LEGEND, _calibration(record["calibration"]), _errors(record["errors"])]
    if record["speed"]:
        sections.append(_cost(**record["speed"]))
    return "\n\n".join(sections) + "\n"


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
                rows.append([label, called, *(_number(values[key], form) for _, key, form in columns)])
    lines = [_table(rows, left=2)]
    for counted, words in _COUNTED:
        bounds = systems["eventmap"][counted]["intervals"]
        known = ", ".join("{} {:.3f} to {:.3f}".format(key, *bounds[key]) for key in sure if bounds[key])
        lines.append(f"Event Map, pooled{words}, 95 % interval: {known or '–'}")
    return "\n".join(lines)


def _calibration(calibration: Mapping[str, Any]) -> str:
    rows = [["Confidence", "answers", "mean", "right"]]
    for held in calibration["bins"]:
        rows.append(
            [
                f"{held['low']:.1f}–{held['high']:.1f}",
                _number(held["count"], _COUNT),
                _number(held["confidence"], _SHARE),
                _number(held["right"], _SHARE),
            ]
        )
    ece, brier = (_number(calibration[key], _SHARE) for key in ("ece", "brier"))
    return f"{_table(rows, left=1)}\nexpected calibration error {ece}, Brier score {brier}"


def _errors(kinds: Sequence[Mapping[str, Any]]) -> str:
    total = sum(kind["count"] for kind in kinds)
    lines = [f"Mistakes by kind, {total:,} in all"]
    for kind in kinds:
        lines.append(f"{kind['count']:7,}  {kind['kind']}")
        for example in kind["examples"]:
            told = f"{example['article']}: {example['words']} | said {example['said']} | right {example['right']}"
            lines.append(f"           {_printable(told)}")
    return "\n".join(lines)


def _cost(articles: int, words: int, seconds: float) -> str:
    what = f"{articles:,} article{'s' if articles > 1 else ''} read in {seconds:.1f} s"
    return f"{what}: {1000 * seconds / articles:.0f} ms each, {words / seconds:,.0f} words a second"


def _printable(text: str) -> str:
    """Words of a text in one line, without the characters that could steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _number(value: float | int | None, form: str) -> str:
    return "–" if value is None else format(value, form)


def _table(rows: Sequence[Sequence[str]], left: int) -> str:
    """Rows of cells in aligned columns, the first `left` of them to the left and the others to the right."""
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number < left else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
