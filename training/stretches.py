"""Train how stretches are weighed: `python -m training.stretches CORPUS.jsonl… --folds FOLDER`.

FOLDER holds the taggers of `training.recogniser --folds`: each article is tagged by the one that was trained without
it, so that the weights are learnt from scores such as new texts get. Prints recognition scores by cross-validation.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from eventmap import model_files
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms.features import gazetteer_values, known_stretches
from eventmap.toponyms.recognise import THRESHOLD, without_overlaps
from eventmap.toponyms.tagger import MODEL as TAGGER
from eventmap.toponyms.tagger import VOCABULARY, Tagger
from eventmap.toponyms.weighing import FEATURES, MODEL, Weighed, weighed
from eventmap.toponyms.words import words_of
from training.corpora import Annotated, folds, read

# Inverse strength of the L2 penalty.
LEEWAY = 0.5
THRESHOLDS = (-1.0, -0.75, -0.5, -0.25, 0.0)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """An article's stretches, which of them are annotated toponyms, and how many annotated ones there are in all."""

    fold: int
    options: Weighed
    right: tuple[bool, ...]
    annotated: int


def main() -> None:
    """Read the corpora, cross-validate, and write the weights."""
    parser = argparse.ArgumentParser(description="Train how stretches are weighed.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, required=True, help="the folder of the taggers trained without each fold")
    options = parser.parse_args()
    articles = read(options.corpora)
    taggers = models(options.folds)
    gazetteer = Gazetteer.open()
    examples = [
        example_of(article, fold, taggers[fold], gazetteer)
        for article, fold in zip(articles, folds(articles, len(taggers)), strict=True)
    ]
    scores = cross_validate(examples, len(taggers))
    for threshold, (precision, recall, f1) in scores.items():
        print(f"{threshold:6.2f}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    about = {
        "what": "weighs which stretches of words are toponyms (eventmap/toponyms/weighing.py)",
        "made by": "training/stretches.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(articles)} articles of {', '.join(path.stem for path in options.corpora)}",
        "scores": {
            "what": f"exact spans, demonyms included, {len(taggers)}-fold cross-validation, no newspaper in two folds",
            "F1": round(scores[THRESHOLD][2], 3),
        },
    }
    model_files.save(MODEL, content(fitted(examples)), about)


def models(folder: Path) -> list[Tagger]:
    """The taggers that were trained without each fold, in the order of the folds."""
    vocabulary = model_files.load(VOCABULARY).decode()
    found = sorted(folder.glob(f"*/{TAGGER}"), key=lambda path: int(path.parent.name))
    return [Tagger(path.read_bytes(), vocabulary) for path in found]


def content(weights: Floats) -> bytes:
    """The model file of these weights."""
    return json.dumps(dict(zip(FEATURES, np.round(weights, 4).tolist(), strict=True)), indent=1).encode()


def example_of(article: Annotated, fold: int, tagger: Tagger, gazetteer: Gazetteer) -> Example:
    """An article as tagged by a model that has not seen it."""
    words = words_of(article.text)
    known = known_stretches(words, article.text, gazetteer)
    scores = tagger.tag(words, article.text, gazetteer_values(words, known))
    options = weighed(words, article.text, known, scores)
    gold = {(mention["start"], mention["end"]) for mention in article.mentions}
    right = tuple((words[first].start, words[last - 1].end) in gold for first, last in options.stretches)
    return Example(fold, options, right, len(gold))


def fitted(examples: Sequence[Example]) -> Floats:
    """The weights of a logistic regression with an L2 penalty."""
    table = np.concatenate([example.options.table for example in examples])
    labels = np.concatenate([np.array(example.right, bool) for example in examples])
    regression = LogisticRegression(C=LEEWAY, fit_intercept=False, max_iter=2_000).fit(table, labels)
    weights: Floats = regression.coef_[0]
    return weights


def cross_validate(examples: Sequence[Example], count: int) -> dict[float, tuple[float, float, float]]:
    """Precision, recall and F1 of exact spans by threshold, each fold weighed by weights of the others."""
    tally = {threshold: [0, 0] for threshold in THRESHOLDS}
    for fold in range(count):
        weights = fitted([example for example in examples if example.fold != fold])
        for example in (example for example in examples if example.fold == fold):
            evidence = dict(zip(example.options.stretches, example.options.table @ weights, strict=True))
            right = dict(zip(example.options.stretches, example.right, strict=True))
            for threshold in THRESHOLDS:
                chosen = without_overlaps(evidence, threshold)
                tally[threshold][0] += sum(right[stretch] for stretch in chosen)
                tally[threshold][1] += len(chosen)
    gold = sum(example.annotated for example in examples)
    return {
        threshold: (right / found, right / gold, 2 * right / (found + gold))
        for threshold, (right, found) in tally.items()
    }


if __name__ == "__main__":
    main()
