"""Predictions: what is read, and what is named and passed over."""

import json

from eventmap.evaluation import AnnotatedArticle, Annotation, read_predictions
from eventmap.model import Article

TEXT = "🙂 Snow in Oslo."
OSLO = {"start": 10, "end": 14, "lat": 59.91, "lon": 10.75, "geonameid": "3143244", "kind": "PPLC"}


def corpus_file(tmp_path, *records):
    path = tmp_path / "nordic.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def test_predictions_are_matched_by_id(tmp_path):
    articles = [AnnotatedArticle(Article(name, TEXT), ()) for name in ("a", "b", "c", "d")]
    path = corpus_file(
        tmp_path,
        {"id": "b", "mentions": [OSLO | {"geonameid": 1}, OSLO | {"geonameid": None, "id": "area:x", "confidence": 1}]},
        {"id": "of another corpus", "mentions": "?"},
        {"id": "a", "mentions": []},
        {"id": "c", "mentions": [{}]},
    )
    said = []

    found = read_predictions(path, articles, lambda error: said.append(str(error)))

    assert found == {"a": [], "b": [Annotation(10, 14, 59.91, 10.75, None, "PPLC", 1, "area:x")]}
    assert said == [
        f'{path}, line 4: mention 1 has no "start" and "end" that lie in the text.',
        f'{path} has no line for the article "d".',
    ]
