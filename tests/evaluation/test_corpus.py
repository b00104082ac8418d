"""Annotated corpora and predictions: what is read, and what is named and passed over."""

import datetime as dt
import json
import math

import pytest

from eventmap.errors import InputError
from eventmap.evaluation import AnnotatedArticle, Annotation, Corpus, read_corpus, read_predictions
from eventmap.model import Article

TEXT = "🙂 Snow in Oslo."
OSLO = {"start": 10, "end": 14, "lat": 59.91, "lon": 10.75, "geonameid": "3143244", "kind": "PPLC"}
NOWHERE = {"start": 2, "end": 6, "lat": None, "lon": None, "geonameid": None}


def corpus_file(tmp_path, *records):
    path = tmp_path / "nordic.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def test_a_corpus_keeps_articles_and_mentions_in_order(tmp_path):
    path = corpus_file(
        tmp_path,
        {"id": "a", "text": TEXT, "source": "example.org", "published": "2024-01-02", "mentions": [OSLO, NOWHERE]},
        {"id": "b", "text": "Nothing.", "published": "noon", "mentions": []},
    )

    assert read_corpus(path) == Corpus(
        "nordic",
        (
            AnnotatedArticle(
                Article("a", TEXT, published=dt.date(2024, 1, 2), source="example.org"),
                (Annotation(10, 14, 59.91, 10.75, "3143244", "PPLC"), Annotation(2, 6)),
            ),
            AnnotatedArticle(Article("b", "Nothing."), ()),
        ),
    )


def test_lines_that_cannot_be_used_are_named_and_the_others_read(tmp_path):
    path = corpus_file(
        tmp_path,
        {"id": "a", "text": TEXT, "mentions": [OSLO]},
        {"id": "a", "text": TEXT, "mentions": []},
        {"id": "b", "text": TEXT},
        {"text": TEXT, "mentions": []},
    )
    said = []

    corpus = read_corpus(path, lambda error: said.append(str(error)))

    assert [annotated.article.id for annotated in corpus.articles] == ["a"]
    assert said == [
        f'{path}, line 2: the id "a" was given before.',
        f'{path}, line 3 has no list of "mentions".',
        f'{path}, line 4 has no "id".',
    ]


SPAN = 'has no "start" and "end" that lie in the text.'
POINT = '"lat" and "lon" must be degrees, or null, both of them.'
ID = '"geonameid" must be a GeoNames id, like "3143244", or null.'
BAD_MENTIONS = [
    ("Oslo", "mention 2 must be a JSON object in braces, not text."),
    ({"start": 10}, f"mention 2 {SPAN}"),
    (OSLO | {"end": 10}, f"mention 2 {SPAN}"),
    (OSLO | {"end": 99}, f"mention 2 {SPAN}"),
    (OSLO | {"start": True}, f"mention 2 {SPAN}"),
    (OSLO | {"lat": None}, f"mention 2: {POINT}"),
    (OSLO | {"lat": 91}, f"mention 2: {POINT}"),
    (OSLO | {"lon": math.nan}, f"mention 2: {POINT}"),
    (OSLO | {"lon": "10"}, f"mention 2: {POINT}"),
    (OSLO | {"geonameid": "Oslo"}, f"mention 2: {ID}"),
    (OSLO | {"geonameid": "9" * 30}, f"mention 2: {ID}"),
    (OSLO | {"geonameid": False}, f"mention 2: {ID}"),
    (OSLO | {"confidence": 2}, 'mention 2: "confidence" must be a number from 0 to 1.'),
]


@pytest.mark.parametrize(("mention", "message"), BAD_MENTIONS)
def test_a_bad_mention_is_named(tmp_path, mention, message):
    path = corpus_file(tmp_path, {"id": "a", "text": TEXT, "mentions": [OSLO, mention]})

    with pytest.raises(InputError) as caught:
        read_corpus(path)

    assert str(caught.value) in {f"{path}, line 1: {message}"}


def test_a_corpus_without_articles_is_refused(tmp_path):
    path = corpus_file(tmp_path)

    with pytest.raises(InputError) as caught:
        read_corpus(path)

    assert str(caught.value) == f"{path} has no annotated article that can be used."


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
    assert said == [f"{path}, line 4: mention 1 {SPAN}", f'{path} has no line for the article "d".']
