"""`extract`: the events of news stories."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from eventmap.articles import parse_date, read_articles
from eventmap.cli.output import output
from eventmap.cli.talk import Faults, open_gazetteer, with_progress
from eventmap.errors import InputError
from eventmap.export import to_csv, to_geojson, to_jsonl, to_kml
from eventmap.model import Article, Event
from eventmap.pipeline import extract

FORMATS: dict[str, Callable[[Sequence[Event]], str]] = {
    "jsonl": to_jsonl,
    "csv": to_csv,
    "geojson": to_geojson,
    "kml": to_kml,
}


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="text files, or .jsonl files with one article a line")
    parser.add_argument("--published", metavar="DATE", help="date of publication (2022-09-28), for relative dates")
    parser.add_argument("--format", default="jsonl", metavar="FORMAT", help=f"{', '.join(FORMATS)} (default: jsonl)")
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write (default: the standard output)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.format not in FORMATS:
        raise InputError(f"There is no format “{options.format}”; choose one of {', '.join(FORMATS)}.")
    published = parse_date(options.published) if options.published else None
    articles: list[Article] = []
    faults = Faults()
    for name in options.files:
        try:
            articles += read_articles(name, published, faults.add)
        except InputError as error:
            faults.add(error)
    if not articles:
        return faults.code
    events: list[Event] = []
    with output(options.output) as write:
        gazetteer = open_gazetteer()
        for article in with_progress(articles):
            try:
                events += extract(article, gazetteer).events
            except InputError as error:
                faults.add(error)
        write(FORMATS[options.format](events))
    return faults.code
