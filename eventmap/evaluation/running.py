"""The answers that are scored: those of the program, run on the corpus or read from a file, and the baseline's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from eventmap.evaluation.baseline import Entity, entities, most_populous, most_populous_of
from eventmap.evaluation.corpus import AnnotatedArticle, Annotation, distinct, mentions_of
from eventmap.gazetteer import Gazetteer
from eventmap.geoparsing import Source, mentions_record, mentions_records
from eventmap.model import Span

System = Literal["eventmap", "baseline"]

# Goes through articles and may say how far it is.
Progress = Callable[[Sequence[AnnotatedArticle]], Iterable[AnnotatedArticle]]
SourceProgress = Callable[[Sequence[Source]], Iterable[Source]]


@dataclass(frozen=True, slots=True)
class Answered:
    """An article with each system's answers: the mentions it found, and, if asked for, what it makes of gold spans.

    `entities` are the article's named entities, see `baseline.entities`.
    """

    annotated: AnnotatedArticle
    found: Mapping[System, Sequence[Annotation]]
    spans: Mapping[System, Sequence[Annotation]] | None
    entities: Sequence[Entity]


@dataclass(frozen=True, slots=True)
class Speed:
    """How long the program took for so many articles and words (separated by blanks), loading left out."""

    articles: int
    words: int
    seconds: float


def run(
    articles: Sequence[AnnotatedArticle], gazetteer: Gazetteer, progress: SourceProgress = iter
) -> tuple[list[list[Annotation]], Speed]:
    """What `geoparse` finds in each of the articles, read together, and how long that takes.

    `progress` passes the articles through and may say how far it is.
    """
    mentions_record("It rained in Oslo.", gazetteer)  # loads the models
    sources = [Source(annotated.article.text, annotated.article.source) for annotated in articles]
    started = time.perf_counter()
    found = list(mentions_records(sources, gazetteer, progress))
    seconds = time.perf_counter() - started
    answers = [distinct(_annotations(annotated, mentions)) for annotated, mentions in zip(articles, found, strict=True)]
    words = sum(len(annotated.article.text.split()) for annotated in articles)
    return answers, Speed(len(articles), words, seconds)


def run_spans(
    articles: Sequence[AnnotatedArticle], gazetteer: Gazetteer, progress: SourceProgress = iter
) -> list[list[Annotation]]:
    """The places that `geoparse --spans` gives to the gold mentions of each of the articles; `progress` as in `run`."""
    sources = [
        Source(annotated.article.text, annotated.article.source, [mention.span for mention in annotated.mentions])
        for annotated in articles
    ]
    found = mentions_records(sources, gazetteer, progress)
    return [_annotations(annotated, mentions) for annotated, mentions in zip(articles, found, strict=True)]


def total_speed(speeds: Sequence[Speed]) -> Speed | None:
    """The speed over all articles, None where nothing was run."""
    if not speeds:
        return None
    return Speed(
        sum(speed.articles for speed in speeds),
        sum(speed.words for speed in speeds),
        sum(speed.seconds for speed in speeds),
    )


def beside_baseline(
    articles: Sequence[AnnotatedArticle],
    found: Sequence[Sequence[Annotation]],
    spans: Sequence[Sequence[Annotation]] | None,
    gazetteer: Gazetteer,
    progress: Progress = iter,
) -> list[Answered]:
    """The program's answers to articles, beside those of the baseline.

    Args:
        articles: the articles.
        found: the mentions that the program found in each.
        spans: the places that it gave to the gold mentions of each, or None where that is not scored.
        gazetteer: where the baseline looks names up.
        progress: goes through the articles, see `Progress`.
    """
    answered = []
    for number, annotated in enumerate(progress(articles)):
        text, named = annotated.article.text, entities(annotated.article.text)
        given = [Span(mention.start, mention.end, text[mention.start : mention.end]) for mention in annotated.mentions]
        answered.append(
            Answered(
                annotated,
                {"eventmap": found[number], "baseline": most_populous(named, gazetteer)},
                {"eventmap": spans[number], "baseline": [most_populous_of(span, gazetteer) for span in given]}
                if spans is not None
                else None,
                named,
            )
        )
    return answered


def _annotations(annotated: AnnotatedArticle, mentions: list[dict[str, Any]]) -> list[Annotation]:
    return mentions_of({"mentions": mentions}, annotated.article.text, annotated.article.id)
