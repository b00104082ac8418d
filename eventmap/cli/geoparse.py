"""`geoparse`: the places that articles name, as JSON Lines."""

from __future__ import annotations

import argparse
import json

from eventmap.articles import article_from_record
from eventmap.cli.output import output
from eventmap.cli.talk import Commands, Faults, open_gazetteer, with_progress
from eventmap.errors import InputError
from eventmap.geoparsing import gold_spans, mentions_record, spans_record
from eventmap.textfiles import read_jsonl


def add(commands: Commands) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser("geoparse", help="write the places that articles name, as JSON Lines")
    parser.add_argument("input", metavar="IN.jsonl", help="one article a line, with “id” and “text”")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write (default: the standard output)")
    parser.add_argument("--spans", action="store_true", help="resolve the “mentions” given in the input instead")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    faults = Faults()
    lines = list(read_jsonl(options.input, faults.add))
    with output(options.output) as write:
        gazetteer = open_gazetteer()
        for where, record in with_progress(lines):
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
