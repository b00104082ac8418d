"""Fit how patterns and the event tagger are weighed: `python -m training.events.weights FOLDER`.

FOLDER holds the taggers of `training.events.tagger --folds N`: each lesson is read with the one that has not seen it.
Writes `data/models/event-weights-1.json` and its card.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from eventmap import event_types, model_files, nlp
from eventmap.event_types import EventTypes
from eventmap.tagging.tagger import MODEL as TAGGER
from eventmap.tagging.tagger import VOCABULARY, EventTagger
from eventmap.triggers.arguments import Syntax
from eventmap.triggers.match import Found, match
from eventmap.triggers.weighing import FEATURES, MODEL, candidates, features
from training.events.lessons import Lesson, read_lessons

# How strongly large weights are held down; hardly matters with so many examples.
INVERSE_REGULARISATION = 1.0
THRESHOLDS = np.arange(0.2, 0.7, 0.025)


def main() -> None:
    """Read the lessons with the taggers of the folds, fit, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of triggers.")
    parser.add_argument("folds", type=Path, help="the folder with the taggers of the folds")
    options = parser.parse_args()
    types = event_types.load()
    paths = sorted(options.folds.glob(f"*/{TAGGER}"))
    vocabulary = model_files.load(VOCABULARY).decode()
    taggers = [EventTagger(path.read_bytes(), vocabulary) for path in paths]
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    missed = 0
    lessons = read_lessons(types.types)
    for number, lesson in enumerate(lessons):
        found, lost = judged(lesson, taggers[number % len(taggers)], types)
        missed += lost
        for told, is_right in found:
            rows.append(told)
            right.append(is_right)
    x, y = np.array(rows), np.array(right)
    model = LogisticRegression(C=INVERSE_REGULARISATION, fit_intercept=False, max_iter=1000)
    held_out = cross_val_predict(model, x, y, cv=5, method="predict_proba")[:, 1]
    scores = {float(threshold): f1(held_out >= threshold, y, missed) for threshold in THRESHOLDS}
    threshold = max(scores, key=lambda each: scores[each][2])
    model.fit(x, y)
    fitted = {name: round(float(weight), 4) for name, weight in zip(FEATURES, model.coef_[0], strict=True)}
    precision, recall, best = scores[threshold]
    print(json.dumps(fitted, indent=1))
    print(f"{len(y)} candidates, {int(y.sum())} right, {missed} without one")
    print(f"threshold {threshold:.3f}: precision {precision:.3f}, recall {recall:.3f}, F1 {best:.3f}")
    record = {"features": FEATURES, "weights": list(fitted.values()), "threshold": round(threshold, 3)}
    about = {
        "what": "weighs what patterns and the event tagger say of a word (eventmap/triggers/weighing.py)",
        "made by": "training/events/weights.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(lessons)} snippets of our own (training/events/lessons), each by a tagger that had not seen it",
        "scores": f"words of the lessons, five folds: precision {precision:.3f}, recall {recall:.3f}, F1 {best:.3f}",
    }
    model_files.save(MODEL, (json.dumps(record, indent=1) + "\n").encode(), about)


def judged(lesson: Lesson, tagger: EventTagger, types: EventTypes) -> tuple[list[tuple[tuple[float, ...], bool]], int]:
    """The features of each candidate of a lesson, with whether it is right, and how many triggers have no candidate.

    A candidate is right if it has a word of a trigger of its type. Another word of the same type in a trigger's
    sentence tells of the same event: it is right if none of that trigger's own words is a candidate, else left out.
    """
    doc = nlp.model()(lesson.text)
    graph, tags = Syntax(doc), tagger.tag(doc)
    matched = match(graph, types)
    found = list(candidates(matched, tags, graph, types))
    spans = [(doc.char_span(start, end, alignment_mode="expand"), type_) for start, end, type_ in lesson.triggers or ()]
    told = [(range(span.start, span.end), type_) for span, type_ in spans]
    hits = [list(_hits(words, type_, found)) for words, type_ in told]
    direct = {i for some in hits for i in some}
    near: set[int] = set()
    lost = 0
    for (words, type_), some in zip(told, hits, strict=True):
        beside = [
            i
            for i, each in enumerate(found)
            if each.trigger.type == type_ and graph.sentence[each.trigger.head] == graph.sentence[words[0]]
        ]
        near.update(beside)
        if not some and beside:
            direct.add(min(beside, key=lambda i: abs(found[i].trigger.head - words[0])))
        lost += not beside
    rows = [(features(each, matched.get(each.trigger.head, {}), tags, graph), i) for i, each in enumerate(found)]
    return [(row, i in direct) for row, i in rows if i in direct or i not in near], lost


def _hits(words: range, type_: str, found: Sequence[Found]) -> Iterator[int]:
    for i, each in enumerate(found):
        if each.trigger.type == type_ and any(token in words for token in each.trigger.tokens):
            yield i


def f1(kept: np.ndarray, right: np.ndarray, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of the candidates that are kept."""
    hits = float((kept & right).sum())
    precision = hits / max(1.0, float(kept.sum()))
    recall = hits / (float(right.sum()) + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
