"""The method page's account of how well events are read, made from an evaluation's record."""

import json
from pathlib import Path

import pytest
from test_accuracy import EMPTY, FULL, method_page

from eventmap import event_types
from eventmap.evaluation import published
from pages.parts.accuracy_events import events_accuracy_html


def scored(gold, found, detected, whole, **more):
    return {"gold": gold, "found": found, "detected": detected, "whole": whole} | more


def field(right, judged):
    return {"right": right, "judged": judged, "share": right / judged if judged else None}


FIELDS = {"place": field(6, 8), "count": field(3, 8)} | dict.fromkeys(
    ("role", "date", "sources", "status"), field(0, 0)
)
POOLED = scored(10, 12, 8, 4, f1=0.727, whole_f1=0.364, articles=1200, clean=900, fields=FIELDS)


def record(**more):
    events = {
        "pooled": POOLED,
        "intervals": {"f1": [0.6, 0.85], "whole_f1": [0.25, 0.5]},
        "corpora": {"<b>News": POOLED},
        "categories": {"protest": scored(10, 10, 8, 4), "disaster": scored(0, 2, 0, 0)},
        "types": {"protest": scored(10, 10, 8, 4), "natural_disaster": scored(0, 2, 0, 0)},
        "calibration": {"judged": 1200, "bins": [EMPTY, FULL], "ece": 0.45, "brier": 0.2},
        "errors": [{"kind": "wrong place", "count": 5, "examples": []}, {"kind": "missed", "count": 2, "examples": []}],
    } | more
    return {"date": "2026-03-01", "note": "By <script>hand.", "events": events}


def shown(**more):
    return events_accuracy_html(record(**more), event_types.load())


def test_the_setting_is_told_and_escaped():
    told = shown()
    assert (
        "Measured on 1 March 2026 on 1,200 texts in which people listed 10 events (&lt;b&gt;News). "
        "By &lt;script&gt;hand." in told
    )
    assert not any(markup in told for markup in ("<b>News", "<script"))


def test_the_whole_is_told_in_words():
    assert (
        "It found <strong>8 of the 10</strong> events, and of the 12 that it found <strong>8</strong> were correct: "
        "together an F1 of 0.727. Events that are whole, with the right place and number, have an F1 of 0.364. With "
        "other texts of the same kind, these two would mostly lie between 0.60 and 0.85, and 0.25 and 0.50. 900 of "
        "1,200 texts were read without any such mistake."
    ) in shown()


def test_each_type_says_what_its_figures_rest_on_and_nothing_is_no_zero():
    told, types = shown(), event_types.load()
    protest, disaster = types.types["protest"].label, types.types["natural_disaster"].label
    group = types.categories["disaster"].label
    assert f'<tr><th scope="row">{protest}</th><td>8 of 10</td><td>8 of 10</td><td>4 of 10</td></tr>' in told
    assert f'<tr><th scope="row">{disaster}</th><td>–</td><td>0 of 2</td><td>–</td></tr>' in told
    assert f'<tr class="em-group"><th scope="row">{group}</th><td>–</td><td>0 of 2</td><td>–</td></tr>' in told
    assert f'<th scope="row">{types.types["riot"].label}' not in told


def test_types_that_no_text_told_of_are_named_as_not_measured():
    types = event_types.load().types
    told = shown()
    rest = [kind.label for name, kind in types.items() if name != "protest"]
    assert f"Not measured, because no text told of one: {'; '.join(rest)}." in told
    every = {name: scored(1, 1, 1, 1) for name in types}
    assert "Every type was among these events." in shown(types=every)


def test_fields_and_mistakes_have_bars_only_where_something_was_measured():
    told = shown()
    assert (
        '<tr><th scope="row">Place</th><td><span class="em-track" style="--right:0.750"><i></i></span></td>'
        "<td>6 of 8</td></tr>"
    ) in told
    assert '<th scope="row">Date</th><td><span class="em-track em-unknown"></span></td><td>–</td>' in told
    assert '<th scope="row">Wrong place</th>' in told
    assert "of its 7 mistakes." in told


def test_snippets_have_a_sentence_where_they_were_scored():
    snippets = {"pooled": {"snippets": 340, "labelled": 300, "accuracy": 0.75, "weighted_f1": 0.7654}}
    told = events_accuracy_html(record() | {"snippets": snippets}, event_types.load())
    assert (
        "Of 340 news snippets with one label each, of the shared task CASE 2021, 255 of 340 got the right one" in told
    )
    assert "a weighted F1 of 0.765." in told
    assert "CASE 2021" not in shown()


def test_nothing_is_claimed_of_no_events():
    empty = scored(0, 0, 0, 0, f1=None, whole_f1=None, articles=1, clean=1, fields=FIELDS)
    told = shown(pooled=empty, intervals={"f1": None, "whole_f1": None}, categories={}, types={})
    assert "Nothing can be said of the whole: no events were listed, or none found." in told
    assert "on 1 text in which people listed 0 events" in told


def test_the_method_page_shows_the_evaluation_that_ships():
    own = published.load_events()["events"]["pooled"]
    assert f"<strong>{own['detected']:,} of the {own['gold']:,}</strong> events" in method_page()


@pytest.mark.parametrize("content", ["", "{}", json.dumps({"date": 1})])
def test_a_damaged_evaluation_is_one_sentence_on_the_page(tmp_path: Path, monkeypatch, content: str):
    monkeypatch.setattr(published, "EVENTS_FILE", tmp_path / "evaluation-events.json")
    published.EVENTS_FILE.write_text(content, encoding="utf-8")
    told = method_page()
    assert '<p class="em-notice" role="status">' in told
    assert str(published.EVENTS_FILE) in told
    assert "How well it finds places" in told
