"""Cross-validate the whole geoparser: `python -m training.crossvalidate CORPUS.jsonl… --folds FOLDER --out FOLDER`.

The first FOLDER holds the taggers of `training.recogniser --folds`. For each fold the other two models are trained on
the other folds, too, and its articles are geoparsed with all three. OUT gets the predictions, one file a corpus and one
more with the spans given, which `python -m eventmap evaluate … --predictions` scores.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eventmap import model_files, paths
from eventmap.gazetteer import Gazetteer
from eventmap.geoparsing import Source, mentions_records
from eventmap.toponyms import tagger, weighing
from eventmap.toponyms.ranking import ranker
from training import stretches
from training.corpora import Annotated, folds, read
from training.ranker import examples as reading
from training.ranker.learn import calibrate, train
from training.ranker.validate import cross_validate

INNER_FOLDS = 3


def main() -> None:
    """Read the corpora, train without each fold, and write what is found in it."""
    parser = argparse.ArgumentParser(description="Cross-validate the whole geoparser.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, required=True, help="the folder of the taggers trained without each fold")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    options = parser.parse_args()
    articles, gazetteer = read(options.corpora), Gazetteer.open()
    models = stretches.models(options.folds)
    numbers = folds(articles, len(models))
    vocabulary = model_files.load(tagger.VOCABULARY)
    weighable = [
        stretches.example_of(article, fold, models[fold], gazetteer)
        for article, fold in zip(articles, numbers, strict=True)
    ]
    rankable, lessons = reading.read(options.corpora, gazetteer), reading.lessons(gazetteer)
    found: dict[int, Any] = {}
    for fold in range(len(models)):
        others = [one for one, number in zip(rankable, numbers, strict=True) if number != fold]
        inner = cross_validate(others, reading.folds(others, INNER_FOLDS), lessons)[0]
        model = replace(train(others, lessons), calibration=calibrate(others, inner.chances))
        weights = stretches.fitted([one for one in weighable if one.fold != fold])
        own = [i for i, number in enumerate(numbers) if number == fold]
        with tempfile.TemporaryDirectory() as folder:
            paths.MODELS = Path(folder)
            model_files.save(tagger.MODEL, (options.folds / str(fold) / tagger.MODEL).read_bytes(), {})
            model_files.save(tagger.VOCABULARY, vocabulary, {})
            model_files.save(weighing.MODEL, stretches.content(weights), {})
            model_files.save(ranker.MODEL, json.dumps(model.record()).encode(), {})
            for loaded in (tagger.tagger, weighing.weights, ranker.ranker):
                loaded.cache_clear()
            some = [articles[i] for i in own]
            for i, free, given in zip(own, geoparsed(some, gazetteer), spans(some, gazetteer), strict=True):
                found[i] = free, given
        print(f"fold {fold + 1} of {len(models)}: {len(own)} articles", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.corpora:
        own = [i for i, article in enumerate(articles) if article.corpus == path.stem]
        for part, name in enumerate((f"{path.stem}.jsonl", f"{path.stem}-spans.jsonl")):
            lines = [json.dumps({"id": articles[i].record["id"], "mentions": found[i][part]}) for i in own]
            (options.out / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def geoparsed(articles: Sequence[Annotated], gazetteer: Gazetteer) -> Iterator[list[dict[str, Any]]]:
    """What is found in each article."""
    return mentions_records([Source(one.text, one.record.get("source")) for one in articles], gazetteer)


def spans(articles: Sequence[Annotated], gazetteer: Gazetteer) -> Iterator[list[dict[str, Any]]]:
    """What each article's annotated spans are resolved to."""
    sources = [
        Source(one.text, one.record.get("source"), [(mention["start"], mention["end"]) for mention in one.mentions])
        for one in articles
    ]
    return mentions_records(sources, gazetteer)


if __name__ == "__main__":
    main()
