"""The command line: `extract`, `geoparse` and `gazetteer build`.

Results go to the standard output or to a file, everything else to the standard error. A file or line that cannot be
used is named in one sentence, the others are read all the same, and the exit code is then 2.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from eventmap.articles import article_from_record, parse_date, read_articles
from eventmap.errors import EventMapError, InputError
from eventmap.export import to_csv, to_geojson, to_jsonl, to_kml
from eventmap.gazetteer import Gazetteer, build_index
from eventmap.geoparsing import gold_spans, mentions_record, spans_record
from eventmap.model import Article, Event
from eventmap.pipeline import extract
from eventmap.textfiles import read_jsonl

FORMATS: dict[str, Callable[[Sequence[Event]], str]] = {
    "jsonl": to_jsonl,
    "csv": to_csv,
    "geojson": to_geojson,
    "kml": to_kml,
}
OK, FAILED, INTERRUPTED = 0, 2, 130

Item = TypeVar("Item")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0, or 2 if anything given could not be used)."""
    options = _parser().parse_args(arguments)
    # Elsewhere than in a terminal, Windows would write its own code page and line ends.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except EventMapError as error:
        return _complain(error)
    except BrokenPipeError:
        _forget_output()
        return OK
    except OSError as error:
        _forget_output()
        return _complain(InputError(f"The result cannot be written: {error.strerror}."))
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eventmap", description="Places and events of news stories.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    reading = commands.add_parser("extract", help="write the events of news stories")
    reading.add_argument("files", nargs="+", metavar="FILE", help="text files, or .jsonl files with one article a line")
    reading.add_argument("--published", metavar="DATE", help="date of publication (2022-09-28), for relative dates")
    reading.add_argument("--format", default="jsonl", metavar="FORMAT", help=f"{', '.join(FORMATS)} (default: jsonl)")
    reading.add_argument("-o", "--output", metavar="OUT", help="file to write (default: the standard output)")
    reading.set_defaults(run=_extract)

    parsing = commands.add_parser("geoparse", help="write the places that articles name, as JSON Lines")
    parsing.add_argument("input", metavar="IN.jsonl", help="one article a line, with “id” and “text”")
    parsing.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write (default: the standard output)")
    parsing.add_argument("--spans", action="store_true", help="resolve the “mentions” given in the input instead")
    parsing.set_defaults(run=_geoparse)

    gazetteer = commands.add_parser("gazetteer", help="the index of places")
    actions = gazetteer.add_subparsers(title="actions", required=True, metavar="ACTION")
    building = actions.add_parser("build", help="build the index, if it is not there yet")
    building.set_defaults(run=_build)
    return parser


def _extract(options: argparse.Namespace) -> int:
    if options.format not in FORMATS:
        raise InputError(f"There is no format “{options.format}”; choose one of {', '.join(FORMATS)}.")
    published = parse_date(options.published) if options.published else None
    articles: list[Article] = []
    faults = _Faults()
    for name in options.files:
        try:
            articles += read_articles(name, published, faults.add)
        except InputError as error:
            faults.add(error)
    if not articles:
        return faults.code
    events: list[Event] = []
    with _output(options.output) as write:
        gazetteer = _gazetteer()
        for article in _with_progress(articles):
            try:
                events += extract(article, gazetteer).events
            except InputError as error:
                faults.add(error)
        write(FORMATS[options.format](events))
    return faults.code


def _geoparse(options: argparse.Namespace) -> int:
    faults = _Faults()
    lines = list(read_jsonl(options.input, faults.add))
    with _output(options.output) as write:
        gazetteer = _gazetteer()
        for where, record in _with_progress(lines):
            try:
                article = article_from_record(record, where, faults.pass_over)
                if options.spans:
                    mentions = spans_record(article.text, gold_spans(record, where), gazetteer)
                else:
                    mentions = mentions_record(article.text, gazetteer)
            except InputError as error:
                faults.add(error)
                continue
            write(json.dumps({"id": article.id, "mentions": mentions}, ensure_ascii=False) + "\n")
    return faults.code


def _build(options: argparse.Namespace) -> int:
    print(build_index(_show_building), file=sys.stderr)
    return OK


def _gazetteer() -> Gazetteer:
    return Gazetteer.open(progress=_show_building)


class _output:  # noqa: N801 - used like a function
    """A place to write to: the standard output, or a file that appears only when everything was written."""

    def __init__(self, path: str | None) -> None:
        self.path = Path(path) if path else None

    def __enter__(self) -> Callable[[str], object]:
        if self.path is None:
            return sys.stdout.write
        if self.path.is_dir():
            raise InputError(f"{self.path} is a folder; give the name of a file to write.")
        if self.path.exists() and not self.path.is_file():
            raise InputError(f"{self.path} is not a file; leave out -o to write to the standard output.")
        try:
            # The link stays, what it leads to is replaced.
            self.target = Path(os.path.realpath(self.path))
            self.draft = self.target.with_name(f".{self.target.name}.{secrets.token_hex(4)}")
            self.file = self.draft.open("x", encoding="utf-8", newline="")
        except OSError as error:
            raise InputError(f"{self.path} cannot be written: {error.strerror}.") from error
        return self.file.write

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.path is None:
            return
        try:
            self.file.close()
            if kind is None:
                self.draft.replace(self.target)
        finally:
            self.draft.unlink(missing_ok=True)


def _with_progress(items: Sequence[Item]) -> Iterator[Item]:
    """Go through `items` and say on the standard error how far it is, if there is more than one."""
    for number, item in enumerate(items, 1):
        if len(items) > 1:
            _status(f"Reading article {number} of {len(items)}", last=number == len(items))
        yield item


def _show_building(done: float, message: str) -> None:
    _status(f"Building the gazetteer: {done:4.0%} {message}", last=done >= 1)


def _status(line: str, last: bool) -> None:
    """Show how far the work is: over and over in one line of a terminal, else one line at the end only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="\n" if last else "", file=sys.stderr, flush=True)
    elif last:
        print(line, file=sys.stderr, flush=True)


def _forget_output() -> None:
    """Drop what the standard output still holds, which would fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Faults:
    """What of the input could not be used: said on the standard error at once, and remembered for the exit code."""

    def __init__(self) -> None:
        self.code = OK

    def add(self, error: InputError) -> None:
        self.code = _complain(error)

    def pass_over(self, error: InputError) -> None:
        """Where what is wrong makes no difference: places, for one, need no date."""


def _complain(error: EventMapError) -> int:
    print(f"eventmap: {error}", file=sys.stderr)
    return FAILED
