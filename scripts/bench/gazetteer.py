"""The gazetteer: building, opening, looking up."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from eventmap.gazetteer import Gazetteer, build_index

from .table import Row
from .timing import median, seconds

NAMES = (
    "Valparaíso", "Isiolo", "Marsabit", "Rotterdam", "Antwerp", "Zeeland", "Hamburg", "Kuala Lumpur", "Goma", "Bukavu",
    "Sivakasi", "Tamil Nadu", "Slovenia", "Ljubljana", "Maribor", "Jos", "Kaduna", "Tbilisi", "Oregon", "Boise",
    "La Pine", "Kharkiv", "Poltava", "Dnipro", "Santa Cruz", "Paraguay", "Springfield", "San José", "Saint Petersburg",
    "Victoria", "Georgia", "Punjab", "Тверь", "Αθήνα", "القاهرة", "東京", "Nowhere-on-Sea", "Sahel", "Siberia", "Paris",
)  # fmt: skip


def measure(times: int) -> Iterator[Row]:
    """Building in an empty folder, opening what is built, looking up names not looked up before and again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite"
        built = seconds(lambda: build_index(path=path))
        size = path.stat().st_size / 1e6
        yield Row("gazetteer: build the index", "once", built, "s", 60, f"{size:.0f} MB on disk")
        yield Row(
            "gazetteer: open", "warm", median(Gazetteer.open, times) * 1e3, "ms", note="with the check of its data"
        )
        fresh = Gazetteer(path)
        first = [seconds(lambda name=name: fresh.lookup(name)) for name in NAMES]
        again = [seconds(lambda name=name: fresh.lookup(name)) for name in NAMES]
        note = f"median of {len(NAMES)} names"
        yield Row("gazetteer: look up a name", "cold", statistics.median(first) * 1e6, "µs", note=note)
        yield Row("gazetteer: look it up again", "warm", statistics.median(again) * 1e6, "µs", note=note)
