"""Train the ranker that resolves toponyms, and say by cross-validation how good it is.

    python -m training.ranker lgl-train.jsonl trnews-train.jsonl gwn-train.jsonl [--ablation] [--check]

A corpus has one article a line: {"text", "source"?, "mentions": [{"start", "end", "geonameid", "lat", "lon"}]}, the
last three null where the annotators found no such place. The model and its card are written to data/models/; no text
of the corpora is kept. `--check` only cross-validates.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from dataclasses import replace
from pathlib import Path

from eventmap import model_files
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms.ranking.ranker import MODEL
from training.ranker import examples as reading
from training.ranker import validate
from training.ranker.learn import calibrate, groups_of_features, train


def main() -> None:
    """Read the corpora, cross-validate, train on all of them, and write the model."""
    parser = argparse.ArgumentParser(description="Train the ranker that resolves toponyms.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--ablation", action="store_true", help="also cross-validate without each group of features")
    parser.add_argument("--check", action="store_true", help="write no model")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    examples, lessons = reading.read(options.corpora, gazetteer), reading.lessons(gazetteer)
    folds = reading.folds(examples, validate.FOLDS)

    outcome, nowhere = validate.cross_validate(examples, folds, lessons)
    scores = outcome.scores(examples)
    lines, error, brier = validate.reliability(examples, outcome, folds)
    print(validate.HEADER)
    for name, score in scores.items():
        print(score.row(name))
    print(validate.population(examples).scores(examples)["pooled"].row("pooled, the most populous place"))
    print(nowhere.scores(examples)["pooled"].row("pooled, outlets not known"))
    print(
        f"\nsaid          mean     right       n   (ECE {error:.3f}, Brier {brier:.3f})", *lines, sep="\n", flush=True
    )
    if options.ablation:
        print("\n" + validate.HEADER)
        for name, group in groups_of_features().items():
            without, _ = validate.cross_validate(examples, folds, lessons, group)
            print(without.scores(examples)["pooled"].row(f"pooled, without {name}"), flush=True)
    if options.check:
        return

    model = replace(train(examples, lessons), calibration=calibrate(examples, outcome.chances))
    names = [path.stem for path in options.corpora]
    content = json.dumps(model.record(), separators=(",", ":")).encode()
    pooled = scores["pooled"]
    about = {
        "model": "ranker of the places that a toponym may mean (conditional logits, small networks, calibration)",
        "data": f"{len(examples)} articles of {', '.join(names)}, and {len(lessons)} lessons",
        "date": dt.date.today().isoformat(),
        "licence": "as the product; holds no text of the corpora",
        "scores": {
            "what": f"gold spans, demonyms left out, {validate.FOLDS}-fold cross-validation, no newspaper in two folds",
            "geonames_id_where_the_gazetteer_has_it": round(pooled.right / pooled.known, 3),
            "geonames_id_of_all_linked": round(pooled.right / pooled.linked, 3),
            "accuracy_at_161_km": round(pooled.near / pooled.placed, 3),
            "expected_calibration_error": round(error, 3),
        },
    }
    model_files.save(MODEL, content, about)
    print(f"\n{MODEL}: {len(content):,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
