"""Geoparsing: places of a text, recognised and resolved, by processor time of the one core that it uses."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from eventmap import nlp, paths
from eventmap.gazetteer import Gazetteer, build_index
from eventmap.toponyms import geoparse

from .table import Row
from .texts import Samples, words
from .timing import seconds

GOAL_MS = 60.0  # for an article of so many words
ARTICLE = 400
COLD_GOAL_S = 5.0


def measure(samples: Samples, times: int) -> Iterator[Row]:
    """Medians of `times` runs, each with a gazetteer newly opened, and the entity recogniser of spaCy beside them."""
    entities, path = nlp.model(), build_index()
    for name, articles in samples.items():
        count = words(articles)
        geoparsing, alone = [], []
        for _ in range(times):
            gazetteer = Gazetteer(path)
            started = time.process_time()
            for article in articles:
                geoparse(article.text, gazetteer)
            geoparsing.append(time.process_time() - started)
            started = time.process_time()
            for article in articles:
                entities(article.text, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
            alone.append(time.process_time() - started)
        unit, note = f"ms/{ARTICLE} words", f"{count:,} words, median of {times}, processor time"
        per_article = [statistics.median(runs) * 1000 * ARTICLE / count for runs in (geoparsing, alone)]
        yield Row(f"geoparse, {name}", "warm", per_article[0], unit, GOAL_MS, note)
        yield Row(f"spaCy’s names alone, {name}", "warm", per_article[1], unit, note=note)
    yield Row(
        "geoparse, a new process → answer", "cold", statistics.median(_cold() for _ in range(times)), "s", COLD_GOAL_S,
        f"one sentence; median of {times}",
    )  # fmt: skip


def _cold() -> float:
    """Seconds from the start of the program to the places of one sentence."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text(json.dumps({"id": "one", "text": "Rain fell in Kisumu, Kenya."}), encoding="utf-8")
        arguments = [sys.executable, "-m", "eventmap", "geoparse", str(file), "-o", str(file.with_name("places.jsonl"))]
        return seconds(lambda: subprocess.run(arguments, cwd=paths.ROOT, check=True, capture_output=True))
