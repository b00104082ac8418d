from collections.abc import Callable
from pathlib import Path

import pytest

from eventmap.event_types import load
from eventmap.nlp import model
from eventmap.paths import EVENT_TYPES
from eventmap.triggers import find_triggers

Found = tuple[str, str, list[tuple[str, str]]]


@pytest.fixture
def found() -> Callable[..., list[Found]]:
    """Reads a sentence: (type, trigger's words, counted words with their roles) of each event it tells."""

    def read(sentence: str, types: Path = EVENT_TYPES) -> list[Found]:
        doc = model()(sentence)
        return [
            (t.type, doc.text[t.start_char : t.end_char], [(doc[i].text, role) for i, role in t.counts])
            for t in find_triggers(doc, load(types))
            if t.explained_by is None
        ]

    return read
