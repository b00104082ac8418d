"""The server's part of a click and of a filter change, without a browser."""

from __future__ import annotations

import functools
import itertools
import logging
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from unittest import mock

from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.testing.v1 import AppTest

from eventmap import event_types, frames, highlight, mapview, paths, pipeline
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Event
from eventmap.stories import list_stories

from .table import Row
from .texts import Samples
from .timing import median

GOAL_MS = 100
Run = tuple[float, float]  # seconds by the clock, seconds of the processor

# It warns once a run that the page runs outside a server, which is so, and meant.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True


def measure(samples: Samples, times: int) -> Iterator[Row]:
    """What the server does for a click and for a changed filter, and how much of that the library's functions take."""
    gazetteer = Gazetteer.open()
    yield from _page(_events(list_stories(), gazetteer), times)
    for name, articles in samples.items():
        yield from _functions(name, articles, _events(articles, gazetteer), times)


def _events(articles: Sequence[Article], gazetteer: Gazetteer) -> list[Event]:
    return [event for article in articles for event in pipeline.extract(article, gazetteer).events]


def _page(events: Sequence[Event], times: int) -> Iterator[Row]:
    """Whole runs of the map page on the shipped stories, from the browser's message to the last element."""
    places = [place for place, _ in Counter(event.place.id for event in events if event.place).most_common(2)]
    kind = events[0].type
    runs: list[Run] = []
    with mock.patch.object(ScriptRunner, "_run_script", _timed(ScriptRunner._run_script, runs)):
        app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=300)
        app.run()
        yield Row("map page: first run in a process", "cold", runs[-1][0], "s", note="reads the story; models loaded")
        app.run()

        runs.clear()
        for place in itertools.islice(itertools.cycle(places), 2 * times):
            layer = app.session_state["map_layer"]
            app.session_state["map"] = {"selection": {"indices": {layer: [0]}, "objects": {layer: [{"id": place}]}}}
            app.run()
            if app.session_state["place"] != place:
                raise RuntimeError("the map page did not take the click")
        yield _page_row("click → passage: run of the page", runs)

        runs.clear()
        for turn in range(2 * times):
            legend = next(group for group in app.get("button_group") if group.key == "type")
            (legend.unselect if turn % 2 else legend.select)(kind).run()
        yield _page_row("filter → deck: run of the page", runs)


def _timed(run_script, runs: list[Run]):
    """Streamlit's own run of a script, which adds the time that each takes to `runs`.

    `AppTest.run` itself waits in steps of 0.1 s, too coarse to be timed.
    """

    @functools.wraps(run_script)
    def run(*arguments):
        clock, processor = time.perf_counter(), time.thread_time()
        run_script(*arguments)
        runs.append((time.perf_counter() - clock, time.thread_time() - processor))

    return run


def _page_row(what: str, runs: Sequence[Run]) -> Row:
    clock, processor = (statistics.median(times) * 1e3 for times in zip(*runs, strict=True))
    return Row(what, "warm", clock, "ms", GOAL_MS, f"median of {len(runs)}; processor time {processor:.0f} ms")


def _functions(name: str, articles: Sequence[Article], events: Sequence[Event], times: int) -> Iterator[Row]:
    """The library's functions for the same: the frame filtered and the deck built, the passages of a place as HTML."""
    types = event_types.load()
    table = frames.frame(events, str)
    chosen = frames.Filters(types=frozenset({events[0].type}))
    texts = {article.id: article.text for article in articles}
    busiest, number = Counter(event.place.id for event in events if event.place).most_common(1)[0]

    def deck(filters: frames.Filters) -> str:
        return str(mapview.build(frames.apply(table, filters), types, extent=table).to_json())

    def passages() -> list[str]:
        here = [event for event in events if event.place and event.place.id == busiest]
        return [highlight.paragraph_html(event, texts[event.article]) for event in here]

    def row(what: str, took: float, note: str) -> Row:
        return Row(f"{what}, {name}", "warm", took * 1e3, "ms", GOAL_MS, note)

    size = f"{len(events)} events, {table['place_id'].nunique()} places"
    yield row("passages of a place: functions", median(passages, times), f"{number} events in the fullest place")
    yield row("filtered deck: functions", median(lambda: deck(chosen), times), f"one type of {size}")
    yield row("deck of everything: functions", median(lambda: deck(frames.Filters()), times), size)
