"""Training the ranker: reading annotated articles, folds, and learning from a few sentences."""

import json

import numpy as np
import pytest

from eventmap.toponyms.ranking.ranker import FEATURES
from training.ranker import examples as reading
from training.ranker.learn import PRIORS, best_row, calibrate, groups_of_features, train
from training.ranker.validate import FOLDS, Outcome, population, reliability

ARTICLE = {
    "id": "1",
    "source": "example.com",
    "text": "From Oslo to Oslo, then Norwegian fog and Xyzzyville.",
    "mentions": [
        {"start": 5, "end": 9, "geonameid": "3143244", "lat": 59.9, "lon": 10.7},
        {"start": 13, "end": 17, "geonameid": "3143244", "lat": 59.9, "lon": 10.7},
        {"start": 24, "end": 33, "geonameid": "3144096", "lat": None, "lon": None},
        {"start": 42, "end": 52, "geonameid": None, "lat": None, "lon": None},
    ],
}


@pytest.fixture(scope="module")
def lessons(gazetteer):
    return reading.lessons(gazetteer)


def test_an_annotated_article(gazetteer, tmp_path):
    (tmp_path / "tiny.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")

    (one,) = reading.read([tmp_path / "tiny.jsonl"], gazetteer)

    assert (one.corpus, one.source) == ("tiny", "example.com")
    assert [(marked.text, marked.reading, marked.right) for marked in one.marked] == [
        ("Oslo", "place", "3143244"),
        ("Oslo", "place", "3143244"),
        ("Norwegian", "demonym", "3144096"),
        ("Xyzzyville", "place", None),
    ]
    assert one.weight.tolist() == one.linked.tolist() == [2.0, 1.0]
    assert one.target[one.table.starts].tolist() == [1.0, 1.0]


def test_no_newspaper_is_in_two_folds(gazetteer):
    sources = ["a.com"] * 3 + ["b.com"] * 4 + [""] * 3
    found = [reading.example({"text": "", "mentions": [], "source": source}, "x", gazetteer) for source in sources]

    assert reading.folds(found, 2).tolist() == [0] * 7 + [1] * 3


def test_the_baseline_takes_the_first_place(gazetteer):
    one = reading.example(ARTICLE, "tiny", gazetteer)
    score = population([one]).scores([one])["pooled"]

    assert (score.linked, score.known, score.right, score.placed, score.near) == (2, 2, 2, 2, 2)


def test_what_was_learnt_from_sentences_is_known(lessons):
    model = train(lessons)
    chances = [model.chances(one.table, None) for one in lessons]
    right = [
        one.target[best_row(one, number, likely)] > 0
        for one, likely in zip(lessons, chances, strict=True)
        for number in range(len(one.table.groups))
    ]

    assert np.mean(right) > 0.95
    lines, error, brier = reliability(lessons, Outcome(chances), np.arange(len(lessons)) % FOLDS)
    assert lines[-1].startswith("0.9–1.0")
    assert error < 0.1
    assert brier < 0.1
    assert len(calibrate(lessons, chances)) == len(model.calibration)


def test_the_ablation_leaves_out_features_that_exist(lessons):
    for names in groups_of_features().values():
        assert names
        assert set(names) <= set(FEATURES)
    assert set(PRIORS) <= set(FEATURES)


def test_features_that_are_left_out_weigh_nothing(lessons):
    outlet = groups_of_features()["outlet"]
    with_it, without = train(lessons[:20]), train(lessons[:20], without=("size",))
    one = lessons[0]

    assert with_it.chances(one.table, None).tolist() != without.chances(one.table, None).tolist()
    assert all(not net.inner[-len(outlet) :].any() for net in train(lessons[:20], without=outlet).nets)
