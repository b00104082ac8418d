"""`geoparse`: the places that articles name, as JSON Lines."""

from __future__ import annotations

import argparse
import json

from eventmap.articles import article_from_record
from eventmap.cli.output import output
from eventmap.cli.talk import Faults, open_gazetteer, with_progress
from eventmap.errors import InputError
from eventmap.geoparsing import Source, gold_spans, mentions_records
from eventmap.textfiles import read_jsonl


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("input", metavar="IN.jsonl", help="one article a line, with “id” and “text”")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write (default: the standard output)")
    parser.add_argument("--spans", action="store_true", help="resolve the “mentions” given in the input instead")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    faults = Faults()
    names: list[str] = []
    sources: list[Source] = []
    for where, record in read_jsonl(options.input, faults.add):
        try:
            article = article_from_record(record, where, faults.pass_over)
            sources.append(Source(article.text, article.source, gold_spans(record, where) if options.spans else None))
            names.append(article.id)
        except InputError as error:
            faults.add(error)
    with output(options.output) as write:
        found = mentions_records(sources, open_gazetteer(), with_progress)
        for name, mentions in zip(names, found, strict=True):
            write(json.dumps({"id": name, "mentions": mentions}, ensure_ascii=False) + "\n")
    return faults.code
