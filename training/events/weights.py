"""Fit how patterns and the event tagger are weighed: `python -m training.events.weights GOLD.jsonl…`.

GOLD is annotated events (`eventmap.evaluation.events`) of texts that the shipped tagger was not trained on. Writes
`data/models/event-weights-1.json` and its card.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from eventmap import event_types, model_files, nlp
from eventmap.evaluation.events.gold import EventArticle, GoldEvent
from eventmap.evaluation.goldfile import read_gold
from eventmap.event_types import EventTypes
from eventmap.sentences import sentences
from eventmap.tagging.tagger import tagger
from eventmap.triggers.arguments import Syntax
from eventmap.triggers.match import match
from eventmap.triggers.weighing import FEATURES, MODEL, candidates, features

# Small weights are preferred: there are only some hundred events.
INVERSE_REGULARISATION = 0.3
FOLDS = 10
EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate's features, and whether it tells of a gold event; `text` numbers the text that it is from."""

    features: tuple[float, ...]
    right: bool
    text: int


def main() -> None:
    """Read the gold, fit, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of triggers.")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated events, one text a line")
    options = parser.parse_args()
    types = event_types.load()
    articles = [article for path in options.gold for article in read_gold(path).events]
    judged: list[Judged] = []
    missed = 0
    for number, article in enumerate(articles):
        found, lost = judge(article, types, number)
        judged += found
        missed += lost
    x, y = np.array([one.features for one in judged]), np.array([one.right for one in judged])
    model = LogisticRegression(C=INVERSE_REGULARISATION, fit_intercept=False, max_iter=2000)
    held_out = cross_val_predict(
        model, x, y, cv=GroupKFold(FOLDS), groups=[one.text for one in judged], method="predict_proba"
    )[:, 1]
    model.fit(x, y)
    fitted = {name: round(float(weight), 4) for name, weight in zip(FEATURES, model.coef_[0], strict=True)}
    told = "precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*f1(held_out >= EVEN, y, missed))
    print(json.dumps(fitted, indent=1))
    print(f"{len(y)} candidates, {int(y.sum())} right, {missed} events without one")
    print(f"kept from {EVEN}: {told}")
    record = {"features": FEATURES, "weights": list(fitted.values())}
    about = {
        "what": "weighs what patterns and the event tagger say of a word (eventmap/triggers/weighing.py)",
        "made by": "training/events/weights.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(articles)} texts with annotated events: {', '.join(path.stem for path in options.gold)}",
        "scores": f"words that tell of events, {FOLDS} folds: {told}",
    }
    model_files.save(MODEL, (json.dumps(record, indent=1) + "\n").encode(), about)


def judge(article: EventArticle, types: EventTypes, number: int) -> tuple[list[Judged], int]:
    """The candidates of a text, and how many of its gold events have none.

    A candidate in a gold event's quote, or else in its sentence, is right if its type is one of the event's. Elsewhere
    in the text it may be another telling of the event: left out, as is what the gold calls optional, and a consequence
    or, beside another event, a generic deed: they may be parts of another event.
    """
    judged: list[Judged] = []
    found_of: set[int] = set()
    for paragraph in nlp.parse(article.article.text):
        graph, tags = Syntax(paragraph.doc), tagger().tag(paragraph.doc)
        matched = match(graph, types)
        bounds = [(paragraph.start + s.start_char, paragraph.start + s.end_char) for s in sentences(paragraph.doc)]
        for found in candidates(matched, tags, graph, types):
            at = paragraph.start + found.trigger.start_char
            start, end = next(((a, b) for a, b in bounds if a <= at < b), (at, at + 1))
            same = [(i, e) for i, e in enumerate(article.events) if found.trigger.type in e.types]
            here = [(i, e) for i, e in same if e.quote.start < end and start < e.quote.end]
            quoted = [(i, e) for i, e in here if e.quote.start <= at < e.quote.end]
            found_of.update(i for i, _ in here)
            kind = types.types[found.trigger.type]
            is_part = kind.consequence or (
                kind.generic and any(e.quote.start < end and start < e.quote.end for e in article.events)
            )
            if (not quoted and (same or is_part)) or _all_optional([event for _, event in quoted]):
                continue
            told = features(found, matched.get(found.trigger.head, {}), tags, graph)
            judged.append(Judged(told, bool(quoted), number))
    lost = sum(not event.optional and i not in found_of for i, event in enumerate(article.events))
    return judged, lost


def _all_optional(events: Sequence[GoldEvent]) -> bool:
    return bool(events) and all(event.optional for event in events)


def f1(kept: np.ndarray, right: np.ndarray, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of the candidates that are kept."""
    hits = float((kept & right).sum())
    precision = hits / max(1.0, float(kept.sum()))
    recall = hits / (float(right.sum()) + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
