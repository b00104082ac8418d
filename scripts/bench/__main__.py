"""Measures and prints one table, goals beside figures. A missed goal is no error: the exit code is 0.

    python -m scripts.bench [--texts FILE.jsonl] [--repeat N] [--only PART]...

What needs a quiet machine is a median of several runs; the load is printed, so that figures can be judged.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from eventmap.errors import EventMapError

from . import extraction, gazetteer, geoparsing, incidents, memory, server, startup, table, texts

_STARTS = 3  # an app start takes seconds, an extraction tenths of one


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=Path, metavar="FILE.jsonl", help="read these articles instead")
    parser.add_argument("--repeat", type=int, default=7, metavar="N", help="runs to take the median of (default: 7)")
    parser.add_argument("--only", action="append", choices=_PARTS, help="measure only this; may be repeated")
    options = parser.parse_args()
    try:
        samples = texts.samples(options.texts)
    except EventMapError as error:
        parser.error(str(error))
    print(table.machine(), file=sys.stderr)
    rows = []
    for name in options.only or _PARTS:
        print(f"Measuring {name} …", file=sys.stderr, flush=True)
        rows += _PARTS[name](samples, options.repeat)
    print(f"{table.machine()}\n\n{table.render(rows)}")
    return 0


_PARTS: dict[str, Callable[[texts.Samples, int], Iterator[table.Row]]] = {
    "gazetteer": lambda samples, times: gazetteer.measure(times),
    "geoparsing": geoparsing.measure,
    "extraction": extraction.measure,
    "incidents": lambda samples, times: incidents.measure(),
    "server": server.measure,
    "startup": lambda samples, times: startup.measure(min(times, _STARTS)),
    "memory": lambda samples, times: memory.measure(samples),
}

sys.exit(main())
