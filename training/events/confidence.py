"""Fit how sure events are: `python -m training.events.confidence GOLD.jsonl…`, after `training.events.weights`.

GOLD is annotated events (`eventmap.evaluation.events`) of texts that the shipped tagger was not trained on. An event is
right if the text tells it and, where the gold gives a place, it is there. Writes `data/models/event-confidence-1.json`
and its card.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from eventmap import event_types, model_files, nlp
from eventmap.evaluation.events.gold import EventArticle
from eventmap.evaluation.events.matching import match
from eventmap.evaluation.goldfile import read_gold
from eventmap.events.build import drafts_of, event_of
from eventmap.events.confidence import FEATURES, MODEL, features
from eventmap.gazetteer import Gazetteer
from eventmap.tagging import tagger
from eventmap.toponyms import geoparse

INVERSE_REGULARISATION = 0.3
FOLDS = 10
_BINS = 10


def main() -> None:
    """Read the gold, fit, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the confidence of events.")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated events, one text a line")
    options = parser.parse_args()
    articles = [article for path in options.gold for article in read_gold(path).events]
    gazetteer = Gazetteer.open()
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    texts: list[int] = []
    for number, article in enumerate(articles):
        for told, is_right in judge(article, gazetteer):
            rows.append(told)
            right.append(is_right)
            texts.append(number)
    x, y = np.array(rows), np.array(right)
    model = LogisticRegression(C=INVERSE_REGULARISATION, fit_intercept=False, max_iter=2000)
    held_out = cross_val_predict(model, x, y, cv=GroupKFold(FOLDS), groups=texts, method="predict_proba")[:, 1]
    model.fit(x, y)
    fitted = {name: round(float(weight), 4) for name, weight in zip(FEATURES, model.coef_[0], strict=True)}
    scores = f"{FOLDS} folds: expected calibration error {error(held_out, y):.3f}, Brier score"
    scores += f" {float(np.mean((held_out - y) ** 2)):.3f}, of {len(y)} events"
    print(json.dumps(fitted, indent=1))
    print(scores)
    about = {
        "what": "how sure an event is (eventmap/events/confidence.py)",
        "made by": "training/events/confidence.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(articles)} texts with annotated events: {', '.join(path.stem for path in options.gold)}",
        "scores": scores,
    }
    record = {"features": FEATURES, "weights": list(fitted.values())}
    model_files.save(MODEL, (json.dumps(record, indent=1) + "\n").encode(), about)


def judge(article: EventArticle, gazetteer: Gazetteer) -> list[tuple[tuple[float, ...], bool]]:
    """The features of each event found in a text, and whether it is right; optional gold is left out."""
    types, story = event_types.load(), article.article
    paragraphs = nlp.parse(story.text)
    tags = [tagger().tag(paragraph.doc) for paragraph in paragraphs]
    drafts = drafts_of(story, paragraphs, geoparse(story.text, gazetteer), tags, types, gazetteer)
    events = [event_of(draft, story, types, 0.0) for draft in drafts]
    told = {event.id: features(draft) for event, draft in zip(events, drafts, strict=True)}
    matched = match(article.events, events, types)
    judged = [(told[event.id], False) for event in matched.spurious]
    for one in matched.matches:
        if not one.gold.optional:
            judged.append((told[one.event.id], one.typed and one.verdicts.get("place", "right") == "right"))
    return judged


def error(sure: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error in ten bins of equal width (Naeini et al. 2015)."""
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(float(sure[bins == b].mean() - right[bins == b].mean())) * float((bins == b).mean()) for b in set(bins)]
    return sum(gaps)


if __name__ == "__main__":
    main()
