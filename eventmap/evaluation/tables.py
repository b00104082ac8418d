"""What the reports have in common, as plain text: aligned tables, calibration, mistakes by kind, and speed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SHARE, KM, COUNT = ".3f", ",.1f", ",d"


def number(value: float | int | None, form: str) -> str:
    """A number in a format; a dash where there is none."""
    return "–" if value is None else format(value, form)


def table(rows: Sequence[Sequence[str]], left: int) -> str:
    """Rows of cells in aligned columns, the first `left` of them to the left and the others to the right."""
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number < left else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def calibration_table(calibration: Mapping[str, Any]) -> str:
    """How many answers of each tenth of confidence are right."""
    rows = [["Confidence", "answers", "mean", "right"]]
    for held in calibration["bins"]:
        rows.append(
            [
                f"{held['low']:.1f}–{held['high']:.1f}",
                number(held["count"], COUNT),
                number(held["confidence"], SHARE),
                number(held["right"], SHARE),
            ]
        )
    ece, brier = (number(calibration[key], SHARE) for key in ("ece", "brier"))
    return f"{table(rows, left=1)}\nexpected calibration error {ece}, Brier score {brier}"


def mistakes(kinds: Sequence[Mapping[str, Any]]) -> str:
    """How many mistakes there are of each kind, and the examples among them."""
    total = sum(kind["count"] for kind in kinds)
    lines = [f"Mistakes by kind, {total:,} in all"]
    for kind in kinds:
        lines.append(f"{kind['count']:7,}  {kind['kind']}")
        for example in kind["examples"]:
            told = f"{example['article']}: {example['words']} | said {example['said']} | right {example['right']}"
            lines.append(f"           {printable(told)}")
    return "\n".join(lines)


def cost(articles: int, words: int, seconds: float) -> str:
    """How fast articles were read."""
    what = f"{articles:,} article{'s' if articles > 1 else ''} read in {seconds:.1f} s"
    return f"{what}: {1000 * seconds / articles:.0f} ms each, {words / seconds:,.0f} words a second"


def printable(text: str) -> str:
    """Words of a text in one line, without the characters that could steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
