"""Labelled snippets: the label that a snippet gets, and the scores."""

import pytest

from eventmap import event_types
from eventmap.evaluation import evaluate_snippets, report, snippet_label
from eventmap.model import Event, Span


def event(kind, confidence):
    return Event(
        id=kind, article="a", type=kind, category="", quote="x", start=0, end=1, trigger=Span(0, 1, "x"), place=None,
        date=None, count=None, sources=(), status="reported", confidence=confidence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("events", "label"),
    [
        ([event("protest", 0.5), event("riot", 0.7), event("arrest", 0.6)], "VIOL_DEMONSTR"),
        ([event("riot", 0.5), event("protest", 0.5)], "VIOL_DEMONSTR"),
        ([event("deaths", 0.9), event("protest", 0.5)], "PEACE_PROTEST"),
        ([event("deaths", 0.9)], None),
        ([], None),
    ],
)
def test_the_most_confident_event_with_a_label_gives_it(events, label):
    assert snippet_label(events, event_types.load()) == label


NORTH = [("A", "A"), ("A", "A"), ("A", "B"), ("B", "B")]
SOUTH = [("C", None), ("B", "D")]


def test_scores_are_weighted_by_the_gold():
    record = evaluate_snippets({"north": NORTH, "south": SOUTH})

    assert record["labels"] == {
        "A": {"gold": 3, "found": 2, "right": 2, "precision": 1, "recall": pytest.approx(2 / 3), "f1": 0.8},
        "B": {"gold": 2, "found": 2, "right": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5},
        "C": {"gold": 1, "found": 0, "right": 0, "precision": None, "recall": 0, "f1": 0},
        "D": {"gold": 0, "found": 1, "right": 0, "precision": 0, "recall": None, "f1": 0},
    }
    assert record["pooled"] == {
        "snippets": 6,
        "labelled": 5,
        "accuracy": 0.5,
        "weighted_f1": pytest.approx((3 * 0.8 + 2 * 0.5) / 6),
    }
    north = {"snippets": 4, "labelled": 4, "accuracy": 0.75, "weighted_f1": pytest.approx((3 * 0.8 + 2 / 3) / 4)}
    assert record["corpora"]["north"] == north
    low, high = record["interval"]
    assert 0 <= low < record["pooled"]["weighted_f1"] < high <= 1
    assert record["confusions"] == [
        {"right": "A", "said": "B", "count": 1},
        {"right": "B", "said": "D", "count": 1},
        {"right": "C", "said": None, "count": 1},
    ]


def test_the_report_of_snippets():
    told = report({"snippets": evaluate_snippets({"north": NORTH})})
    assert told.splitlines()[:2] == [
        "Snippets  weighted F1  accuracy  labelled  snippets",
        "north           0.767     0.750         4         4",
    ]
    assert told.splitlines()[-8:] == [
        "a snippet's label is that of its most confident event that has one; labelled are those that got a label",
        "",
        "By label      P      R     F1  gold  given  right",
        "A         1.000  0.667  0.800     3      2      2",
        "B         0.500  1.000  0.667     1      2      1",
        "",
        "Most frequent wrong labels",
        "      1  B for A",
    ]
