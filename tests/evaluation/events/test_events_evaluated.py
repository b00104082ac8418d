"""The record of a whole evaluation of events, and its report."""

import pytest

from eventmap import event_types
from eventmap.evaluation import report
from eventmap.evaluation.events import AnsweredEvents, evaluate_events
from eventmap.evaluation.running import Speed

MARCH = {"types": ["protest"], "quote": "marched in Osh", "place": None, "count": None}
ARREST = {"types": ["arrest"], "quote": "detained 30 people"}


@pytest.fixture
def record(written, place):
    types = event_types.load()
    march = written.event("protest", "marched", confidence=0.95)
    misplaced = written.event("protest", "marched", place=place("Osh", "KG", 40.5, 72.8), confidence=0.95)
    corpora = {
        "north": [
            AnsweredEvents(written.article(MARCH, tests=("marches",)), (march,)),
            AnsweredEvents(written.article(tests=("nothing", "marches"), name="a2"), ()),
        ],
        "south": [AnsweredEvents(written.article(MARCH, ARREST), (misplaced, written.event("trial", "detained")))],
    }
    return evaluate_events(corpora, types, examples=1, speed=Speed(3, 54, 0.5))


def shares(values):
    """Gold, found, detected and whole; F1 of detection and of whole events; and texts, where they are counted."""
    told = [values[key] for key in ("gold", "found", "detected", "whole", "f1", "whole_f1")]
    return told + [values[key] for key in ("articles", "clean") if key in values]


def test_all_is_counted_by_file_type_category_and_test(record):
    assert shares(record["pooled"]) == [3, 3, 2, 1, pytest.approx(2 / 3), pytest.approx(1 / 3), 3, 2]
    assert {name: shares(values) for name, values in record["corpora"].items()} == {
        "north": [1, 1, 1, 1, 1, 1, 2, 2],
        "south": [2, 2, 1, 0, 0.5, 0, 1, 0],
    }
    assert [values["words"] for values in record["corpora"].values()] == [34, 17]
    assert {name: shares(values) for name, values in record["types"].items()} == {
        "protest": [2, 2, 2, 1, 1, 0.5],
        "arrest": [1, 0, 0, 0, 0, 0],
        "trial": [0, 1, 0, 0, 0, 0],
    }
    assert {name: shares(values) for name, values in record["categories"].items()} == {
        "protest": [2, 2, 2, 1, 1, 0.5],
        "state": [1, 1, 0, 0, 0, 0],
    }
    assert {name: shares(values) for name, values in record["tests"].items()} == {
        "marches": [1, 1, 1, 1, 1, 1, 2, 2],
        "nothing": [0, 0, 0, 0, None, None, 1, 1],
    }


def test_fields_confusions_calibration_and_mistakes(record):
    fields = record["pooled"]["fields"]
    assert {name: value for name, value in fields.items() if value["judged"]} == {
        "place": {"judged": 2, "right": 1, "share": 0.5},
        "count": {"judged": 2, "right": 2, "share": 1},
    }
    assert record["confusions"] == [{"right": "arrest", "said": "trial", "count": 1}]
    bins = {held["low"]: (held["count"], held["right"]) for held in record["calibration"]["bins"] if held["count"]}
    assert bins == {0.8: (1, 0), 0.9: (2, 0.5)}
    assert [(kind["kind"], kind["count"], len(kind["examples"])) for kind in record["errors"]] == [
        ("place not in the text", 1, 1),
        ("wrong type", 1, 1),
    ]
    assert record["intervals"]["f1"] == (0.5, 1)


def test_the_report_shows_every_part(record):
    told = report({"events": record})
    lines = told.splitlines()
    assert [line.split() for line in lines[1:4]] == [
        ["north", *["1.000"] * 6, "1", "1", "2", "2"],
        ["south", *["0.500"] * 3, *["0.000"] * 3, "2", "2", "1", "0"],
        ["pooled", *["0.667"] * 3, *["0.333"] * 3, "3", "3", "3", "2"],
    ]
    assert [heading for heading in (
        "In detected events", "By category", "By type", "By what is tested", "Most frequent wrong types", "Confidence",
        "Mistakes by kind, 2 in all", "3 articles read in 0.5 s",
    ) if f"\n{heading}" not in told] == []  # fmt: skip
    assert "      1  trial for arrest" in lines
    assert ["nothing", *["–"] * 6, "0", "0", "1", "1"] in [line.split() for line in lines]
    assert "           a1: detained 30 people | said trial | right arrest" in lines
