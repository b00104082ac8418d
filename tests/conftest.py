"""What several tests share: the gazetteer's index, built once on each machine (about 15 s) and then opened."""

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from eventmap import nlp
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Extraction
from eventmap.pipeline import extract

# A Wednesday. What "on Monday" means in the tests' sentences follows from it.
PUBLISHED = dt.date(2024, 5, 15)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Callable[..., Extraction]:
    """Reads a text as an article of Wednesday 15 May 2024, or of another day, or of none."""

    def reading(text: str, published: dt.date | None = PUBLISHED) -> Extraction:
        return extract(Article("story", text, published=published), gazetteer)

    return reading


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Doc]:
    """Parses a sentence or a few."""
    return nlp.model()
