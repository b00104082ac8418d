"""Extraction against spaCy alone, on the same text in the same run, by turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from eventmap import event_types, nlp, pipeline
from eventmap.gazetteer import Gazetteer, build_index
from eventmap.model import Article

from .table import Row
from .texts import Samples, words
from .timing import seconds

GOAL = 1.5  # times spaCy alone


def measure(samples: Samples, times: int) -> Iterator[Row]:
    """Extraction with everything loaded: the first article of a process, then medians of `times` runs for each sample.

    spaCy alone is its whole pipeline called once on each whole article. Each run gets a gazetteer newly opened, so that
    none profits from the names that the run before has looked up.
    """
    nlp.model()
    event_types.load()
    first = next(iter(samples.values()))[0]
    gazetteer = Gazetteer.open()
    rate = seconds(lambda: pipeline.extract(first, gazetteer)) / words([first]) * 1000
    yield Row("extract, first article of a process", "cold", rate, "s/1,000 words", note="models loaded, caches empty")
    for name, articles in samples.items():
        yield from _compare(name, articles, times)


def _compare(name: str, articles: Sequence[Article], times: int) -> Iterator[Row]:
    thousands = words(articles) / 1000
    path = build_index()
    alone: list[tuple[float, float]] = []
    whole: list[tuple[float, float]] = []
    for _ in range(times):
        gazetteer = Gazetteer(path)
        spacy_run, extract_run = (0.0, 0.0), (0.0, 0.0)
        for article in articles:
            spacy_run = _add(spacy_run, lambda article=article: nlp.model()(article.text))
            extract_run = _add(
                extract_run, lambda article=article, gazetteer=gazetteer: pipeline.extract(article, gazetteer)
            )
        alone.append(spacy_run)
        whole.append(extract_run)
    size = f"{words(articles):,} words, median of {times}"
    ratios = [statistics.median(w[clock] / a[clock] for w, a in zip(whole, alone, strict=True)) for clock in (0, 1)]
    spacy_rate, rate = (statistics.median(run[0] for run in runs) / thousands for runs in (alone, whole))
    yield Row(f"spaCy alone, {name}", "warm", spacy_rate, "s/1,000 words", note=size)
    yield Row(f"extract, {name}", "warm", rate, "s/1,000 words", note=size)
    yield Row(f"extract ÷ spaCy alone, {name}", "warm", ratios[0], "×", GOAL, f"by processor time {ratios[1]:.2f}×")


def _add(sum_so_far: tuple[float, float], work: Callable[[], object]) -> tuple[float, float]:
    """Add the time that `work` takes, by the clock and of the processor, to a sum of both."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return sum_so_far[0] + time.perf_counter() - clock, sum_so_far[1] + time.process_time() - processor
