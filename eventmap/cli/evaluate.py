"""`evaluate`: how well the program reads, against annotated news."""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from eventmap import event_types
from eventmap.cli.output import output
from eventmap.cli.talk import Faults, open_gazetteer, with_progress
from eventmap.errors import InputError
from eventmap.evaluation import (
    AnnotatedArticle,
    Annotation,
    Answered,
    AnsweredEvents,
    GoldFile,
    Labelled,
    Speed,
    beside_baseline,
    evaluate_events,
    evaluate_snippets,
    evaluate_toponyms,
    header,
    read_gold,
    read_predictions,
    report,
    run,
    run_events,
    run_spans,
    snippet_label,
    total_speed,
)
from eventmap.gazetteer import Gazetteer
from eventmap.textfiles import Refuse


class Answers(NamedTuple):
    """The toponyms of a file that are scored: articles, and the answers to each that were read from files, if so."""

    articles: Sequence[AnnotatedArticle]
    found: Sequence[Sequence[Annotation]] | None
    spans: Sequence[Sequence[Annotation]] | None


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument(
        "corpora",
        nargs="+",
        metavar="GOLD.jsonl",
        help="annotated articles, one a line, with mentions, events or label",
    )
    parser.add_argument("--names", nargs="+", metavar="NAME", help="what to call the files (default: like themselves)")
    parser.add_argument("--json", metavar="OUT", help="file to write everything to, as one JSON object")
    parser.add_argument("--spans", action="store_true", help="also resolve the annotated mentions as they are given")
    parser.add_argument(
        "--predictions",
        nargs="+",
        metavar="PRED.jsonl",
        help="score these answers, as geoparse writes them, one file for each GOLD, instead of running the program",
    )
    parser.add_argument(
        "--span-predictions", nargs="+", metavar="PRED.jsonl", help="the same for what geoparse --spans writes"
    )
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="quote so many mistakes of each kind (default: 0)"
    )
    parser.add_argument("--note", default="", metavar="TEXT", help="what to say with the figures in the JSON file")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    _check(options)
    faults = Faults()
    gold: dict[str, GoldFile] = {}
    toponyms: dict[str, Answers] = {}
    asked = (options.names, options.predictions, options.span_predictions)
    columns = (given or [None] * len(options.corpora) for given in asked)
    for path, name, found, spans in zip(options.corpora, *columns, strict=True):
        try:
            file = read_gold(path, faults.add)
            called = name or file.name
            called = called if called not in gold else path
            if file.toponyms or found or spans:
                toponyms[called] = _read_answers(file, path, found, spans, faults.add)
            gold[called] = file
        except InputError as error:
            faults.add(error)
    if not gold:
        return faults.code
    with output(options.json) if options.json else contextlib.nullcontext() as write:
        gazetteer = open_gazetteer()
        record = header(options.note)
        if toponyms:
            record |= _toponyms(toponyms, gazetteer, options)
        if any(file.events for file in gold.values()):
            record["events"] = _events(gold, gazetteer, options.examples)
        if any(file.snippets for file in gold.values()):
            record["snippets"] = _snippets(gold, gazetteer)
        if write:
            write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    print(report(record), end="")
    return faults.code


def _toponyms(read: dict[str, Answers], gazetteer: Gazetteer, options: argparse.Namespace) -> dict[str, Any]:
    corpora: dict[str, list[Answered]] = {}
    speeds: list[Speed] = []
    for name, (articles, found, spans) in read.items():
        if found is None:
            found, speed = run(articles, gazetteer, with_progress)
            speeds.append(speed)
        if spans is None and options.spans:
            spans = run_spans(articles, gazetteer, with_progress)
        corpora[name] = beside_baseline(articles, found, spans, gazetteer, with_progress)
    return evaluate_toponyms(corpora, gazetteer, examples=options.examples, speed=total_speed(speeds))


def _events(gold: dict[str, GoldFile], gazetteer: Gazetteer, examples: int) -> dict[str, Any]:
    corpora: dict[str, list[AnsweredEvents]] = {}
    speeds: list[Speed] = []
    for name, file in gold.items():
        if file.events:
            found, speed = run_events([one.article for one in file.events], gazetteer, with_progress)
            corpora[name] = [AnsweredEvents(*pair) for pair in zip(file.events, found, strict=True)]
            speeds.append(speed)
    return evaluate_events(corpora, event_types.load(), examples=examples, speed=total_speed(speeds))


def _snippets(gold: dict[str, GoldFile], gazetteer: Gazetteer) -> dict[str, Any]:
    corpora: dict[str, list[Labelled]] = {}
    speeds: list[Speed] = []
    types = event_types.load()
    for name, file in gold.items():
        if file.snippets:
            found, speed = run_events([one.article for one in file.snippets], gazetteer, with_progress)
            given = (snippet_label(events, types) for events in found)
            corpora[name] = [(one.label, label) for one, label in zip(file.snippets, given, strict=True)]
            speeds.append(speed)
    return evaluate_snippets(corpora, total_speed(speeds))


def _check(options: argparse.Namespace) -> None:
    corpora = len(options.corpora)
    for option in ("names", "predictions", "span_predictions"):
        given = getattr(options, option)
        if given and len(given) != corpora:
            raise InputError(f"--{option.replace('_', '-')} needs one for each corpus, {corpora}, not {len(given)}.")
    if options.examples < 0:
        raise InputError(f"--examples must be 0 or more, not {options.examples}.")


def _read_answers(file: GoldFile, path: str, found: str | None, spans: str | None, refused: Refuse) -> Answers:
    """The articles of a file that have a line in every file of predictions given, and these."""
    if not file.toponyms:
        raise InputError(f"{path} has no mentions that predictions could answer.")
    articles = file.toponyms
    read: list[dict[str, list[Annotation]] | None] = []
    for predicted in (found, spans):
        answers = read_predictions(predicted, articles, refused) if predicted else None
        articles = tuple(one for one in articles if answers is None or one.article.id in answers)
        read.append(answers)
    if not articles:
        raise InputError(f"{found or spans} has no answers to {file.name}.")
    given = ([answers[one.article.id] for one in articles] if answers else None for answers in read)
    return Answers(articles, *given)
