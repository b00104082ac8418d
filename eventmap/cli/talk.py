"""What a command says on the standard error, and its exit code: faults of the input, and how far the work is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from eventmap.errors import EventMapError, InputError
from eventmap.gazetteer import Gazetteer

OK, FAILED, INTERRUPTED = 0, 2, 130

Item = TypeVar("Item")


class Faults:
    """What of the input could not be used: said on the standard error at once, and remembered for the exit code."""

    def __init__(self) -> None:
        self.code = OK

    def add(self, error: InputError) -> None:
        self.code = complain(error)

    def pass_over(self, error: InputError) -> None:
        """Where what is wrong makes no difference: places, for one, need no date."""


def complain(error: EventMapError) -> int:
    """Say an error in one sentence; returns the exit code that it means."""
    print(f"eventmap: {error}", file=sys.stderr)
    return FAILED


def open_gazetteer() -> Gazetteer:
    """The gazetteer, opened; built first, and how far that is said, if it is not there.

    Raises:
        DataError, GazetteerError: as `Gazetteer.open`.
    """
    return Gazetteer.open(progress=show_building)


def with_progress(items: Sequence[Item]) -> Iterator[Item]:
    """Go through `items` and say on the standard error how far it is, if there is more than one."""
    for number, item in enumerate(items, 1):
        if len(items) > 1:
            _status(f"Reading article {number} of {len(items)}", last=number == len(items))
        yield item


def show_building(done: float, message: str) -> None:
    """Say how far the building of the gazetteer is: `done` is 0–1."""
    _status(f"Building the gazetteer: {done:4.0%} {message}", last=done >= 1)


def _status(line: str, last: bool) -> None:
    """Show how far the work is: over and over in one line of a terminal, else one line at the end only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="\n" if last else "", file=sys.stderr, flush=True)
    elif last:
        print(line, file=sys.stderr, flush=True)
