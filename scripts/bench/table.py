"""The table of figures that a benchmark prints."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, in which state, the figure, and the most that it should be, if that was set."""

    what: str
    state: str
    figure: float
    unit: str
    goal: float | None = None
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        goal = f"≤ {_number(self.goal)}{_spaced(self.unit)}" if self.goal is not None else ""
        verdict = "" if self.goal is None else "met" if self.figure <= self.goal else "missed"
        return self.what, self.state, f"{_number(self.figure)}{_spaced(self.unit)}", goal, verdict, self.note


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _spaced(unit: str) -> str:
    return unit if unit == "×" else f" {unit}"


def render(rows: Sequence[Row]) -> str:
    """The rows as a table for a terminal."""
    lines = [("measured", "state", "figure", "goal", "", "how"), *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    printed = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    ]
    return "\n".join([printed[0], "  ".join("─" * width for width in widths), *printed[1:]])


def machine() -> str:
    """One line on where the figures come from: processor, load, versions."""
    load = f", load {' '.join(f'{value:.1f}' for value in os.getloadavg())}" if hasattr(os, "getloadavg") else ""
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "streamlit", "pydeck"))
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}; "
        f"Python {platform.python_version()}, {packages}"
    )
