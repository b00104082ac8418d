"""The event tagger's lessons: snippets of news of our own, with the words that give events away in braces.

A line of `lessons/*.txt` is TYPE<tab>TEXT. TYPE is the event type that the snippet is chiefly about, or "none"; in TEXT
each event's trigger stands in braces with its type: `Police {detained|arrest} 30 people at a {rally|protest} in Osh.`
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

LESSONS = Path(__file__).with_name("lessons")
NONE = "none"
_TRIGGER = re.compile(r"\{([^{}|]+)\|([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A snippet: its text, what it is chiefly about, and (start, end, type) of its triggers.

    `mains` are the types that it may be about, one where it is known; `triggers` is None where they are not annotated.
    """

    text: str
    mains: tuple[str, ...]
    triggers: tuple[tuple[int, int, str], ...] | None


def read_lessons(types: Collection[str]) -> list[Lesson]:
    """All lessons, in the order of their files and lines.

    Raises:
        ValueError: a line is not as it must be, or names a type that is none of `types`.
    """
    return [
        _lesson(line, f"{path.name}:{number}", types)
        for path in sorted(LESSONS.glob("*.txt"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.strip() and not line.startswith("#")
    ]


def _lesson(line: str, where: str, types: Collection[str]) -> Lesson:
    main, tab, braced = line.partition("\t")
    text, triggers, end = "", [], 0
    for match in _TRIGGER.finditer(braced):
        text += braced[end : match.start()]
        triggers.append((len(text), len(text) + len(match[1]), match[2]))
        text, end = text + match[1], match.end()
    text += braced[end:]
    unknown = {main, *(type_ for _, _, type_ in triggers)} - {NONE, *types}
    if not tab or unknown or re.search(r"[{}|]", text):
        raise ValueError(f"{where}: not a lesson{f', unknown {sorted(unknown)}' if unknown else ''}: {line[:80]}")
    return Lesson(text, (main,), tuple(triggers))
