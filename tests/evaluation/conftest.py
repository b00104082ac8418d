"""What the tests of the evaluation share: short ways to write annotations and annotated articles."""

from collections.abc import Callable

import pytest

from eventmap.evaluation import AnnotatedArticle, Annotation
from eventmap.model import Article

OSLO = ("3143244", 59.91, 10.75)
PARIS = ("2988507", 48.85, 2.35)
PARIS_TEXAS = ("4717560", 33.66, -95.56)


@pytest.fixture
def mark() -> Callable[..., Annotation]:
    """Annotates words of a text, the first time that they occur, with a place of (GeoNames id, lat, lon) or none."""

    def annotate(text: str, words: str, place=(None, None, None), **more) -> Annotation:
        start = text.index(words)
        id_, lat, lon = place
        return Annotation(start, start + len(words), lat, lon, id_, **more)

    return annotate


@pytest.fixture
def annotated() -> Callable[..., AnnotatedArticle]:
    """An article with its gold mentions."""

    def make(text: str, *mentions: Annotation) -> AnnotatedArticle:
        return AnnotatedArticle(Article("a1", text), mentions)

    return make
