"""Annotated news: reading it, and cutting it into folds that share no newspaper."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article of a corpus; `record` is its line: {"id", "text", "source"?, "mentions": [{"start", "end", …}]}."""

    corpus: str
    record: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.record["text"])

    @property
    def mentions(self) -> list[dict[str, Any]]:
        return list(self.record["mentions"])


def read(paths: Sequence[Path]) -> list[Annotated]:
    """All articles of the corpora, in order."""
    return [
        Annotated(path.stem, json.loads(line))
        for path in paths
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]


def folds(articles: Sequence[Annotated], count: int) -> list[int]:
    """The fold (0 … count - 1) of each article.

    Each corpus is cut in order, since articles of one newspaper stand together and new texts are from others; where a
    cut would divide a newspaper, it goes to the fold in which it begins.
    """
    sizes = Counter(article.corpus for article in articles)
    seen: Counter[str] = Counter()
    begun: dict[tuple[str, str], int] = {}
    found = []
    for article in articles:
        fold = seen[article.corpus] * count // sizes[article.corpus]
        seen[article.corpus] += 1
        source = article.record.get("source")
        found.append(begun.setdefault((article.corpus, source), fold) if source else fold)
    return found
