"""The whole evaluation of toponyms, from answered articles to one record of plain values, and what heads any record."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from eventmap import model_files, paths
from eventmap.evaluation.calibration import calibration, judgements
from eventmap.evaluation.corpus import Annotation
from eventmap.evaluation.mistakes import by_kind, mistakes_of
from eventmap.evaluation.pairing import is_demonym
from eventmap.evaluation.resampling import interval
from eventmap.evaluation.running import Answered, Speed, System
from eventmap.evaluation.toponyms import Tally, scores, tally, total
from eventmap.gazetteer import Gazetteer

_CARD = ".card.yaml"


def header(note: str) -> dict[str, Any]:
    """What a record says first: its `date`, a `note` for its readers, and the SHA-256 of each of the `models`."""
    return {"date": dt.date.today().isoformat(), "note": note, "models": _models()}


def evaluate_toponyms(
    corpora: Mapping[str, Sequence[Answered]],
    gazetteer: Gazetteer,
    *,
    examples: int = 0,
    speed: Speed | None = None,
) -> dict[str, Any]:
    """Score the toponyms that were found in one or more corpora.

    Args:
        corpora: the answered articles of each, by its name.
        gazetteer: knows demonyms, and why a place was not found.
        examples: how many mistakes of each kind to quote, with words of the texts.
        speed: how fast the answers were found, if they were found just now.

    Returns:
        A record for JSON: `corpora` with their sizes; `places`, and `spans` if gold spans were answered, each by system
        ("eventmap", "baseline") and by what counts ("all", "no_demonyms") the `Scores` of each of the `corpora` and of
        all `pooled`, and `intervals` of the pooled `id` and `f1` (95 %); `calibration`, `errors` and `speed`, as in
        `Calibration`, `Kind` and `Speed`.
    """
    answered = [article for articles in corpora.values() for article in articles]
    judged = [
        judgement
        for article in answered
        for judgement in judgements(article.annotated.mentions, article.found["eventmap"])
    ]
    mistakes = [
        mistake
        for article in answered
        for mistake in mistakes_of(article.annotated, article.found["eventmap"], article.entities, gazetteer)
    ]
    has_spans = all(article.spans is not None for article in answered)
    return {
        "corpora": [_size(name, articles) for name, articles in corpora.items()],
        "places": _systems(corpora, gazetteer, "found"),
        "spans": _systems(corpora, gazetteer, "spans") if has_spans else None,
        "calibration": dataclasses.asdict(calibration(judged)),
        "errors": [dataclasses.asdict(kind) for kind in by_kind(mistakes, examples)],
        "speed": dataclasses.asdict(speed) if speed else None,
    }


def _models() -> dict[str, str]:
    """The trained models that the program came with, and their digests."""
    names = sorted(path.name.removesuffix(_CARD) for path in paths.MODELS.glob(f"*{_CARD}"))
    return {name: str(model_files.card(name).get("sha256")) for name in names}


def _size(name: str, articles: Sequence[Answered]) -> dict[str, Any]:
    return {
        "name": name,
        "articles": len(articles),
        "words": sum(len(answered.annotated.article.text.split()) for answered in articles),
        "mentions": sum(len(answered.annotated.mentions) for answered in articles),
    }


def _systems(corpora: Mapping[str, Sequence[Answered]], gazetteer: Gazetteer, part: str) -> dict[str, Any]:
    """The scores of each system's answers in a part of `Answered`, "found" or "spans"."""
    blocks: dict[str, Any] = {}
    for system in get_args(System):
        blocks[system] = {}
        for counted, demonyms in (("all", True), ("no_demonyms", False)):
            tallies = {
                name: [_tally(answered, getattr(answered, part)[system], gazetteer, demonyms) for answered in articles]
                for name, articles in corpora.items()
            }
            blocks[system][counted] = _scored(tallies)
    return blocks


def _tally(answered: Answered, answers: Sequence[Annotation], gazetteer: Gazetteer, demonyms: bool) -> Tally:
    gold, text = answered.annotated.mentions, answered.annotated.article.text
    if demonyms:
        return tally(gold, answers)
    return tally(*([m for m in mentions if not is_demonym(m, text, gazetteer)] for mentions in (gold, answers)))


def _scored(tallies: Mapping[str, Sequence[Tally]]) -> dict[str, Any]:
    articles = [counted for counts in tallies.values() for counted in counts]
    return {
        "corpora": {name: dataclasses.asdict(scores(total(counts))) for name, counts in tallies.items()},
        "pooled": dataclasses.asdict(scores(total(articles))),
        "intervals": {
            "id": interval(articles, lambda counted: (counted.right, counted.linked)),
            "f1": interval(articles, lambda counted: (2 * counted.exact, counted.gold + counted.answers)),
        },
    }
