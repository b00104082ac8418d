"""`evaluate`: how well the program reads, against annotated corpora."""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Sequence
from typing import NamedTuple

from eventmap.cli.output import output
from eventmap.cli.talk import Faults, open_gazetteer, with_progress
from eventmap.errors import InputError
from eventmap.evaluation import (
    AnnotatedArticle,
    Annotation,
    Answered,
    Corpus,
    Speed,
    beside_baseline,
    evaluate,
    read_corpus,
    read_predictions,
    report,
    run,
    run_spans,
    total_speed,
)
from eventmap.gazetteer import Gazetteer
from eventmap.textfiles import Refuse


class Answers(NamedTuple):
    """What is scored of a corpus: articles, and the answers to each that were read from files, if they were."""

    articles: Sequence[AnnotatedArticle]
    found: Sequence[Sequence[Annotation]] | None
    spans: Sequence[Sequence[Annotation]] | None


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("corpora", nargs="+", metavar="CORPUS.jsonl", help="annotated articles, one a line")
    parser.add_argument(
        "--names", nargs="+", metavar="NAME", help="what to call the corpora (default: like their files)"
    )
    parser.add_argument("--json", metavar="OUT", help="file to write everything to, as one JSON object")
    parser.add_argument("--spans", action="store_true", help="also resolve the annotated mentions as they are given")
    parser.add_argument(
        "--predictions",
        nargs="+",
        metavar="PRED.jsonl",
        help="score these answers, as geoparse writes them, one file for each corpus, instead of running the program",
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
    read: dict[str, Answers] = {}
    asked = (options.names, options.predictions, options.span_predictions)
    columns = (given or [None] * len(options.corpora) for given in asked)
    for path, name, found, spans in zip(options.corpora, *columns, strict=True):
        try:
            corpus = read_corpus(path, faults.add)
            called = name or corpus.name
            read[called if called not in read else path] = _read_answers(corpus, found, spans, faults.add)
        except InputError as error:
            faults.add(error)
    if not read:
        return faults.code
    with output(options.json) if options.json else contextlib.nullcontext() as write:
        gazetteer = open_gazetteer()
        corpora: dict[str, list[Answered]] = {}
        speeds: list[Speed] = []
        for name, answers in read.items():
            corpora[name] = _answered(answers, options.spans, gazetteer, speeds)
        speed = total_speed(speeds)
        record = evaluate(corpora, gazetteer, examples=options.examples, speed=speed, note=options.note)
        if write:
            write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    print(report(record), end="")
    return faults.code


def _answered(answers: Answers, with_spans: bool, gazetteer: Gazetteer, speeds: list[Speed]) -> list[Answered]:
    """The articles of a corpus with all answers to them: what was not read is run, and its speed added to `speeds`."""
    articles, found, spans = answers
    if found is None:
        found, speed = run(articles, gazetteer, with_progress)
        speeds.append(speed)
    if spans is None and with_spans:
        spans = run_spans(articles, gazetteer, with_progress)
    return beside_baseline(articles, found, spans, gazetteer, with_progress)


def _check(options: argparse.Namespace) -> None:
    corpora = len(options.corpora)
    for option in ("names", "predictions", "span_predictions"):
        given = getattr(options, option)
        if given and len(given) != corpora:
            raise InputError(f"--{option.replace('_', '-')} needs one for each corpus, {corpora}, not {len(given)}.")
    if options.examples < 0:
        raise InputError(f"--examples must be 0 or more, not {options.examples}.")


def _read_answers(corpus: Corpus, found: str | None, spans: str | None, refused: Refuse) -> Answers:
    """The articles of a corpus that have a line in every file of predictions given, and these."""
    articles = corpus.articles
    read: list[dict[str, list[Annotation]] | None] = []
    for path in (found, spans):
        answers = read_predictions(path, articles, refused) if path else None
        articles = tuple(one for one in articles if answers is None or one.article.id in answers)
        read.append(answers)
    if not articles:
        raise InputError(f"{found or spans} has no answers to {corpus.name}.")
    given = ([answers[one.article.id] for one in articles] if answers else None for answers in read)
    return Answers(articles, *given)
