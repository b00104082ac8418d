"""Cross-validate the whole geoparser.

    python -m training.crossvalidate CORPUS.jsonl… --folds N --taggers FOLDER --out FOLDER

The first FOLDER holds the taggers of `training.recogniser --folds N`, or some of them. The articles of each such fold
are geoparsed by its tagger, a ranker trained on the other folds, and weights of stretches learnt from other articles.
OUT gets for each corpus the articles (NAME.jsonl), what was found in them (NAME.pred.jsonl), and their annotated spans
resolved (NAME.spans.jsonl), which `python -m eventmap evaluate … --predictions … --span-predictions …` scores.
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
    parser.add_argument("--folds", type=int, required=True, help="into how many folds the taggers' corpora were cut")
    parser.add_argument("--taggers", type=Path, required=True, help="the folder of the taggers")
    parser.add_argument("--out", type=Path, required=True, help="where the articles and the predictions go")
    options = parser.parse_args()
    articles, gazetteer = read(options.corpora), Gazetteer.open()
    examples = stretches.examples_of(articles, options.folds, options.taggers, gazetteer)
    vocabulary, numbers = model_files.load(tagger.VOCABULARY), folds(articles, options.folds)
    rankable, lessons = reading.read(options.corpora, gazetteer), reading.lessons(gazetteer)
    found: dict[int, Any] = {}
    for fold in sorted({example.fold for example in examples}):
        others = [one for one, number in zip(rankable, numbers, strict=True) if number != fold]
        inner = cross_validate(others, reading.folds(others, INNER_FOLDS), lessons)[0]
        model = replace(train(others, lessons), calibration=calibrate(others, inner.chances))
        for part in range(stretches.PARTS):
            own = [example.article for example in examples if (example.fold, example.part) == (fold, part)]
            weights = stretches.fitted([example for example in examples if example.part != part])
            with tempfile.TemporaryDirectory() as folder:
                paths.MODELS = Path(folder)
                model_files.save(tagger.MODEL, (options.taggers / str(fold) / tagger.MODEL).read_bytes(), {})
                model_files.save(tagger.VOCABULARY, vocabulary, {})
                model_files.save(weighing.MODEL, stretches.content(weights), {})
                model_files.save(ranker.MODEL, json.dumps(model.record()).encode(), {})
                for loaded in (tagger.tagger, weighing.weights, ranker.ranker):
                    loaded.cache_clear()
                some = [articles[i] for i in own]
                for i, free, given in zip(own, geoparsed(some, gazetteer), spans(some, gazetteer), strict=True):
                    found[i] = free, given
            print(f"fold {fold}, part {part}: {len(own)} articles", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.corpora:
        own = [i for i in sorted(found) if articles[i].corpus == path.stem]
        write(options.out / f"{path.stem}.jsonl", [articles[i].record for i in own])
        for kind, name in enumerate(("pred", "spans")):
            records = [{"id": articles[i].record["id"], "mentions": found[i][kind]} for i in own]
            write(options.out / f"{path.stem}.{name}.jsonl", records)


def write(path: Path, records: Sequence[dict[str, Any]]) -> None:
    """Write records as JSON Lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


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
