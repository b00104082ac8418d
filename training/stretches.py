"""Train how stretches are weighed: `python -m training.stretches CORPUS.jsonl… --folds N --taggers FOLDER`.

FOLDER holds the taggers of `training.recogniser --folds N`, or some of them: each article is tagged by the one that was
trained without it, so that the weights are learnt from scores such as new texts get. Articles without such a tagger are
left out. Prints recognition scores by cross-validation.
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
PARTS = 3
THRESHOLDS = sorted({-1.0, -0.5, -0.25, 0.0, THRESHOLD})

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """An article's stretches, which of them are annotated toponyms, and how many annotated ones there are in all.

    `article` is its number in the corpora, `fold` that of the tagger which has not seen it, `part` tells whose weights
    may judge it in cross-validation: those learnt from the other parts.
    """

    article: int
    fold: int
    part: int
    options: Weighed
    right: tuple[bool, ...]
    annotated: int


def main() -> None:
    """Read the corpora, cross-validate, and write the weights."""
    parser = argparse.ArgumentParser(description="Train how stretches are weighed.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, required=True, help="into how many folds the taggers' corpora were cut")
    parser.add_argument("--taggers", type=Path, required=True, help="the folder of the taggers")
    options = parser.parse_args()
    examples = examples_of(read(options.corpora), options.folds, options.taggers, Gazetteer.open())
    scores = cross_validate(examples)
    for threshold, (precision, recall, f1) in scores.items():
        print(f"{threshold:6.2f}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    about = {
        "what": "weighs which stretches of words are toponyms (eventmap/toponyms/weighing.py)",
        "made by": "training/stretches.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(examples)} articles of {', '.join(path.stem for path in options.corpora)}",
        "scores": {
            "what": f"exact spans, demonyms included; taggers of {options.folds} folds that had not seen the article,"
            f" weights {PARTS}-fold cross-validated, no newspaper in two folds",
            "F1": round(scores[THRESHOLD][2], 3),
        },
    }
    model_files.save(MODEL, content(fitted(examples)), about)


def taggers(folder: Path) -> dict[int, Tagger]:
    """The taggers in a folder, each by the fold that it was trained without.

    Raises:
        SystemExit: there is none.
    """
    vocabulary = model_files.load(VOCABULARY).decode()
    found = {int(path.parent.name): Tagger(path.read_bytes(), vocabulary) for path in folder.glob(f"*/{TAGGER}")}
    if not found:
        raise SystemExit(f"{folder} has no taggers; train them with training.recogniser --folds.")
    return found


def examples_of(articles: Sequence[Annotated], count: int, folder: Path, gazetteer: Gazetteer) -> list[Example]:
    """The articles that one of the taggers in `folder`, trained without one of `count` folds, has not seen."""
    known = taggers(folder)
    tagged = [(i, fold) for i, fold in enumerate(folds(articles, count)) if fold in known]
    parts = folds([articles[i] for i, _ in tagged], PARTS)
    return [
        example_of(articles[i], i, fold, part, known[fold], gazetteer)
        for (i, fold), part in zip(tagged, parts, strict=True)
    ]


def content(weights: Floats) -> bytes:
    """The model file of these weights."""
    return json.dumps(dict(zip(FEATURES, np.round(weights, 4).tolist(), strict=True)), indent=1).encode()


def example_of(article: Annotated, number: int, fold: int, part: int, tagger: Tagger, gazetteer: Gazetteer) -> Example:
    """An article as tagged by a model that has not seen it."""
    words = words_of(article.text)
    known = known_stretches(words, article.text, gazetteer)
    scores = tagger.tag(words, article.text, gazetteer_values(words, known))
    options = weighed(words, article.text, known, scores)
    gold = {(mention["start"], mention["end"]) for mention in article.mentions}
    right = tuple((words[first].start, words[last - 1].end) in gold for first, last in options.stretches)
    return Example(number, fold, part, options, right, len(gold))


def fitted(examples: Sequence[Example]) -> Floats:
    """The weights of a logistic regression with an L2 penalty."""
    table = np.concatenate([example.options.table for example in examples])
    labels = np.concatenate([np.array(example.right, bool) for example in examples])
    regression = LogisticRegression(C=LEEWAY, fit_intercept=False, max_iter=2_000).fit(table, labels)
    weights: Floats = regression.coef_[0]
    return weights


def cross_validate(examples: Sequence[Example]) -> dict[float, tuple[float, float, float]]:
    """Precision, recall and F1 of exact spans by threshold, each part weighed by weights of the others."""
    tally = {threshold: [0, 0] for threshold in THRESHOLDS}
    for part in range(PARTS):
        weights = fitted([example for example in examples if example.part != part])
        for example in (example for example in examples if example.part == part):
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
