"""The events that the program finds in articles, and how long that takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eventmap.evaluation.events.gold import EventArticle
from eventmap.evaluation.running import Speed
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Event
from eventmap.pipeline import extract

# Goes through articles and may say how far it is.
ArticleProgress = Callable[[Sequence[Article]], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class AnsweredEvents:
    """An article with its gold events, and the events that the program found in it."""

    annotated: EventArticle
    events: tuple[Event, ...]


def run_events(
    articles: Sequence[Article], gazetteer: Gazetteer, progress: ArticleProgress = iter
) -> tuple[list[tuple[Event, ...]], Speed]:
    """What `extract` finds in each of the articles, and how long that takes, loading left out.

    `progress` passes the articles through and may say how far it is.
    """
    extract(Article("warm-up", "Protesters rallied in Oslo."), gazetteer)  # loads the models
    started = time.perf_counter()
    found = [extract(article, gazetteer).events for article in progress(articles)]
    seconds = time.perf_counter() - started
    return found, Speed(len(articles), sum(len(article.text.split()) for article in articles), seconds)
