"""Files of gold: what is read of each sort, and what is named and passed over."""

import datetime as dt
import json
import math

import pytest

from eventmap import paths
from eventmap.errors import InputError
from eventmap.evaluation import AnnotatedArticle, Annotation, EventArticle, GoldFile, Snippet, read_gold
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

    assert read_gold(path) == GoldFile(
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

    gold = read_gold(path, lambda error: said.append(str(error)))

    assert [annotated.article.id for annotated in gold.toponyms] == ["a"]
    assert said == [
        f'{path}, line 2: the id "a" was given before.',
        f'{path}, line 3 has no list of "mentions" or "events", and no "label".',
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
        read_gold(path)

    assert str(caught.value) in {f"{path}, line 1: {message}"}


def test_a_corpus_without_articles_is_refused(tmp_path):
    path = corpus_file(tmp_path)

    with pytest.raises(InputError) as caught:
        read_gold(path)

    assert str(caught.value) == f"{path} has no annotated article that can be used."


def test_each_sort_of_gold_is_kept_apart_and_a_line_may_have_several(tmp_path):
    path = corpus_file(
        tmp_path,
        {"id": "a", "text": TEXT, "mentions": [OSLO], "events": [], "tests": ["weather"]},
        {"id": "b", "text": "A crowd marched.", "label": "PEACE_PROTEST"},
    )
    article = Article("a", TEXT)

    assert read_gold(path) == GoldFile(
        "nordic",
        (AnnotatedArticle(article, (Annotation(10, 14, 59.91, 10.75, "3143244", "PPLC"),)),),
        (EventArticle(article, (), ("weather",)),),
        (Snippet(Article("b", "A crowd marched."), "PEACE_PROTEST"),),
    )


@pytest.mark.parametrize("label", [7, " ", None])
def test_a_label_that_is_none_is_named(tmp_path, label):
    path = corpus_file(tmp_path, {"id": "a", "text": TEXT, "label": label})

    with pytest.raises(InputError, match='line 1: "label" must be a CASE 2021 label in quotes'):
        read_gold(path)


def test_events_need_a_date_that_can_be_read(tmp_path):
    path = corpus_file(tmp_path, {"id": "a", "text": TEXT, "published": "noon", "events": []})

    with pytest.raises(InputError, match='line 1: "published": “noon” is not a date'):
        read_gold(path)


def test_the_gold_that_the_readme_shows_can_be_read(tmp_path):
    readme = (paths.ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("### Gold for events")[2].partition("```json\n")[2].partition("```")[0]
    path = tmp_path / "shown.jsonl"
    path.write_text(shown.replace("\n", " "), encoding="utf-8")

    (annotated,) = read_gold(path).events

    assert [(event.types[0], event.quote.text, event.optional) for event in annotated.events] == [
        ("arrest", "detained 30 people", False),
        ("protest", "a rally in Osh", True),
    ]
