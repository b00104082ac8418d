"""The most memory that `geoparse` and `extract` take, and that spaCy alone takes for the same text."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from eventmap import nlp, paths
from eventmap.model import Article

from .table import Row
from .texts import Samples, words
from .timing import peak_memory

# What a script that only parses does: the same texts, the same model.
_SPACY_ALONE = """
import json, sys, spacy
model = spacy.load(sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    model(json.loads(line)["text"])
"""


def measure(samples: Samples) -> Iterator[Row]:
    """Each in a new process that reads every article of a sample from a file."""
    for name, articles in samples.items():
        size = f"{words(articles):,} words, a new process"
        with tempfile.TemporaryDirectory() as folder:
            file = _written(articles, Path(folder) / "articles.jsonl")
            yield _row(f"spaCy alone, {name}: most memory", ["-c", _SPACY_ALONE, nlp.MODEL, str(file)], size)
            output = str(file.with_name("output.jsonl"))
            for command in ("geoparse", "extract"):
                arguments = ["-m", "eventmap", command, str(file), "-o", output]
                yield _row(f"{command}, {name}: most memory", arguments, size)


def _row(what: str, arguments: Sequence[str], note: str) -> Row:
    process = subprocess.Popen([sys.executable, *arguments], cwd=paths.ROOT, stderr=subprocess.DEVNULL)
    with peak_memory(process.pid) as peak:
        if process.wait():
            raise RuntimeError(f"{what}: the process failed")
    return Row(what, "", peak.bytes / 1e6, "MB", note=f"resident; {note}")


def _written(articles: Sequence[Article], file: Path) -> Path:
    records = ({"id": article.id, "text": article.text} for article in articles)
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return file
