"""`match`: which events of several stories are the same incident."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace

from eventmap import event_types
from eventmap.cli.output import output
from eventmap.cli.talk import Faults
from eventmap.errors import InputError
from eventmap.incidents import Telling, load, match, of_record
from eventmap.textfiles import read_jsonl


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    rules = load()
    parser.add_argument("files", nargs="+", metavar="EVENTS.jsonl", help="events, as “extract” writes them")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write (default: the standard output)")
    parser.add_argument("--sure", metavar="SCORE", help=f"from here on, 0 to 1, one incident (default: {rules.sure})")
    parser.add_argument("--perhaps", metavar="SCORE", help=f"from here on, perhaps one (default: {rules.perhaps})")
    parser.add_argument("--all", action="store_true", help="also write the incidents that only one story tells")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    rules = load()
    sure = rules.sure if options.sure is None else _threshold("--sure", options.sure)
    perhaps = min(rules.perhaps, sure) if options.perhaps is None else _threshold("--perhaps", options.perhaps)
    if perhaps > sure:
        raise InputError(f"--perhaps, {perhaps:g}, must not be above --sure, {sure:g}.")
    faults = Faults()
    tellings: dict[tuple[str, str], Telling] = {}
    for name in options.files:
        try:
            for where, record in read_jsonl(name, faults.add):
                try:
                    telling = of_record(record, where)
                    if telling.key in tellings:
                        raise InputError(f"{where}: the event {telling.event} of {telling.article} was given before.")
                    tellings[telling.key] = telling
                except InputError as error:
                    faults.add(error)
        except InputError as error:
            faults.add(error)
    types = event_types.load()
    with output(options.output) as write:
        for incident in match(tellings.values(), types, replace(rules, sure=sure, perhaps=perhaps)):
            if options.all or len(incident.reports) > 1:
                write(json.dumps(incident.record(types), ensure_ascii=False) + "\n")
    return faults.code


def _threshold(option: str, given: str) -> float:
    try:
        score = float(given)
    except ValueError:
        raise InputError(f"{option}: “{given}” is not a number from 0 to 1.") from None
    if not 0 <= score <= 1:
        raise InputError(f"{option}: {given} is not between 0 and 1.")
    return score
