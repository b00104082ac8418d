"""Which stretches are weighed, and what speaks for them."""

import json

import numpy as np
import pytest

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.toponyms import weighing
from eventmap.toponyms.features import known_stretches
from eventmap.toponyms.weighing import FEATURES, weighed
from eventmap.toponyms.words import words_of

SURE, UNSURE, NOT = (0.02, 0.96, 0.02), (0.6, 0.38, 0.02), (0.98, 0.01, 0.01)


def options(gazetteer, text, begins):
    """The weighed stretches of a text whose words begin toponyms as likely as `begins` says (word → chances)."""
    words = words_of(text)
    scores = np.array([[*np.log(begins.get(word.text, NOT)), 0.0] for word in words], np.float32).reshape(-1, 4)
    found = weighed(words, text, known_stretches(words, text, gazetteer), scores)
    names = [text[words[first].start : words[last - 1].end] for first, last in found.stretches]
    return [
        (name, dict(zip(FEATURES, row, strict=True))) for name, row in zip(names, found.table.tolist(), strict=True)
    ]


def test_known_names_that_the_tagger_cut_short_are_weighed_beside_its_own(gazetteer):
    found = options(gazetteer, "They left New York City.", {"New": SURE})
    told = {name: (row["marked"], row["inside a marked one"], row["overlaps a known one"]) for name, row in found}

    assert told == {"New": (1.0, 0.0, 1.0), "New York City": (0.0, 0.0, 0.0)}


def test_the_same_words_elsewhere_count(gazetteer):
    found = options(gazetteer, "Kuriga burnt. Few left Kuriga.", {"Kuriga": UNSURE})
    assert [name for name, _ in found] == []

    text = "In Lima it rained. Lima slept."
    rows = [row for name, row in options(gazetteer, text, {"Lima": SURE}) if name == "Lima"]
    assert [(row["elsewhere"], row["times elsewhere"]) for row in rows] == [(1.0, pytest.approx(0.693, abs=1e-3))] * 2


def test_a_text_without_names_has_nothing_to_weigh(gazetteer):
    assert options(gazetteer, "it rained.", {}) == []
    assert options(gazetteer, "", {}) == []


def test_a_model_for_other_features_is_refused(monkeypatch):
    monkeypatch.setattr(model_files, "load", lambda name: json.dumps({"always": 1.0}).encode())
    weighing.weights.cache_clear()
    try:
        with pytest.raises(DataError, match=r"^The model toponym-stretches-1\.json was made for another version"):
            weighing.weights()
    finally:
        weighing.weights.cache_clear()
