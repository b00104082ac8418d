"""Clocks and samplers."""

from __future__ import annotations

import contextlib
import statistics
import threading
import time
from collections.abc import Callable, Iterator

import psutil


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes by the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def median(work: Callable[[], object], times: int) -> float:
    """The median of `times` runs of `work`, in seconds."""
    return statistics.median(seconds(work) for _ in range(times))


class Peak:
    """The most memory seen so far, in bytes."""

    def __init__(self) -> None:
        self.bytes = 0


@contextlib.contextmanager
def peak_memory(pid: int, every: float = 0.05) -> Iterator[Peak]:
    """Watch the resident memory of a process and its children, `every` so many seconds."""
    peak, done = Peak(), threading.Event()

    def watch() -> None:
        while not done.wait(every):
            peak.bytes = max(peak.bytes, _resident(pid))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _resident(pid: int) -> int:
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    total = 0
    for member in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            total += member.memory_info().rss
    return total
