"""From `streamlit run` to a drawn map, in a real browser, and the memory that the server takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts import browser

from .table import Row
from .timing import peak_memory

_VIEWPORT = {"width": 1440, "height": 900}
_PATIENCE = 180  # seconds


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds from the start of the process until it answered and the map was drawn, and from a reload to the map."""

    up: float
    drawn: float
    reloaded: float
    peak_bytes: int


def measure(times: int) -> Iterator[Row]:
    """Start the app `times` + 1 times, each a new process and a new browser window; drawn without a graphics card."""
    with browser.chromium() as chromium:
        first, *later = [_start(chromium) for _ in range(times + 1)]
    again = f"median of {times}"
    up, drawn, reloaded = (statistics.median(getattr(run, name) for run in later) for name in _Start.__slots__[:3])
    yield Row("streamlit run → drawn map", "first", first.drawn, "s", note="new process; first since this run began")
    yield Row("streamlit run → drawn map", "again", drawn, "s", note=f"new process, files in memory; {again}")
    yield Row("  of it, until the server answers", "again", up, "s", note=again)
    yield Row("reload of the page → drawn map", "warm", reloaded, "s", note=f"running server; {again}")
    peak = max(run.peak_bytes for run in (first, *later)) / 1e6
    yield Row("server: most memory", "", peak, "MB", note="resident, two visits")


def _start(chromium: Browser) -> _Start:
    started = time.time()
    with browser.app() as (url, server), peak_memory(server.pid) as peak:
        browser.wait_until_up(url, server, _PATIENCE)
        up = time.time() - started
        page = chromium.new_page(viewport=_VIEWPORT)
        page.add_init_script(path=Path(__file__).with_name("marks.js"))
        page.goto(url)
        drawn = _marks_drawn(page) - started
        page.wait_for_timeout(1000)
        again = time.time()
        page.reload()
        reloaded = _marks_drawn(page) - again
        page.close()
        return _Start(up, drawn, reloaded, peak.bytes)


def _marks_drawn(page: Page) -> float:
    """When the map showed marks, in seconds since 1970."""
    page.wait_for_function("window.marksDrawn", timeout=_PATIENCE * 1000)
    return float(page.evaluate("window.marksDrawn")) / 1000
