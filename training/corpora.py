"""Annotated news: reading it, and cutting it into folds that share no newspaper."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LESSONS = Path(__file__).with_name("lessons.txt")
_TOPONYM = re.compile(r"\{([^{}]+)\}")


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


def lessons() -> list[Annotated]:
    """The sentences of lessons.txt as articles; their toponyms, which stand in braces, are their mentions."""
    found = []
    for line in LESSONS.read_text(encoding="utf-8").split("\n"):
        text, mentions, end = "", [], 0
        for match in _TOPONYM.finditer(line):
            text += line[end : match.start()]
            mentions.append({"start": len(text), "end": len(text) + len(match[1])})
            text, end = text + match[1], match.end()
        if line and not line.startswith("#"):
            found.append(Annotated(LESSONS.stem, {"text": text + line[end:], "mentions": mentions}))
    return found


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
