"""The share of right by trap on the gold beside this file, and the floors under it: README.md says how it is found."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from eventmap import event_types
from eventmap.evaluation.events import AnsweredEvents, evaluate_events, run_events
from eventmap.evaluation.events.matching import match
from eventmap.evaluation.goldfile import read_gold
from eventmap.gazetteer import Gazetteer

GOLD = Path(__file__).with_name("events.jsonl")
FLOORS = Path(__file__).with_name("floors.yaml")
README = Path(__file__).with_name("README.md")
# How far under what is measured a floor is put: of all texts, and of the few texts of a trap.
_SLACK = {"all": 0.02, "traps": 0.05}
_HEADER = """\
# Floors under the scores on events.jsonl, beside what was measured when they were set: see README.md.
# judged: the fields that must be right, with type and passage, for an event to be right in the texts of a trap.
"""


def traps() -> list[str]:
    """The names of the traps that README.md explains, in its order."""
    return re.findall(r"^- \*\*(.+?)\*\*: ", README.read_text(encoding="utf-8"), flags=re.MULTILINE)


def floors() -> dict[str, dict[str, dict[str, Any]]]:
    """`all`: by score, its `measured` value and `floor`; `traps`: the same by trap, with the fields `judged`."""
    loaded: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return loaded


def measure(gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """What the program reaches now: for each entry of `floors()`, its value."""
    gold = read_gold(GOLD).events
    found, _ = run_events([one.article for one in gold], gazetteer)
    answered = [AnsweredEvents(*pair) for pair in zip(gold, found, strict=True)]
    pooled = evaluate_events({"gold": answered}, event_types.load())["pooled"]
    return {
        "all": {"detection F1": pooled["f1"], "whole-event F1": pooled["whole_f1"]},
        "traps": {
            trap: mean(_share(one, entry["judged"]) for one in answered if trap in one.annotated.tests)
            for trap, entry in floors()["traps"].items()
        },
    }


def _share(answered: AnsweredEvents, judged: Collection[str]) -> float:
    """The share of right of one text."""
    matched = match(answered.annotated.events, answered.events, event_types.load())
    required = [one for one in matched.matches if not (one.gold.optional and one.typed)]
    right = sum(one.typed and all(one.verdicts.get(field, "right") == "right" for field in judged) for one in required)
    both = 2 * len(required) + len(matched.missed) + len(matched.spurious)
    return 2 * right / both if both else 1.0


def raised(measured: dict[str, dict[str, float]]) -> str:
    """The file of floors with those raised that lie further than the slack under what was measured."""
    lines = [_HEADER.rstrip()]
    for part, entries in floors().items():
        lines.append(f"{part}:")
        for name, entry in entries.items():
            value = measured[part][name]
            floor = math.floor(100 * (value - _SLACK[part]) + 1e-9) / 100
            if floor > entry["floor"]:
                entry |= {"measured": round(value, 3), "floor": floor}
            judged = f"judged: [{', '.join(entry['judged'])}], " if "judged" in entry else ""
            lines.append(f"  {name}: {{{judged}measured: {entry['measured']:.3f}, floor: {entry['floor']:.2f}}}")
    return "\n".join(lines) + "\n"


def _main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the floors in floors.yaml")
    options = parser.parse_args(arguments)
    measured = measure(Gazetteer.open())
    for part, entries in floors().items():
        for name, entry in entries.items():
            print(f"{name:17} {measured[part][name]:.3f}  floor {entry['floor']:.2f}")
    if options.raising:
        FLOORS.write_text(raised(measured), encoding="utf-8")


if __name__ == "__main__":
    _main()
