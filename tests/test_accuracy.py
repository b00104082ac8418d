"""The method page's account of how well places are found, made from an evaluation's record."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eventmap import paths
from eventmap.evaluation import published
from pages.parts.accuracy import accuracy_html

SCORES = {"f1": 0.8, "id": 0.7, "near_of_found": None, "median_km": 0.2, "mean_km": 1234.5, "auc": 0.1}
EMPTY = {"low": 0.8, "high": 0.9, "count": 0, "confidence": None, "right": None}
FULL = {"low": 0.9, "high": 1.0, "count": 1200, "confidence": 0.95, "right": 0.5}


def system() -> dict:
    block = {"pooled": SCORES, "corpora": {"<b>News": SCORES}, "intervals": {"id": [0.61, 0.79], "f1": None}}
    return {"no_demonyms": block}


def record(**more: object) -> dict:
    return {
        "date": "2026-03-01",
        "note": "By <script>hand.",
        "corpora": [{"name": "<b>News", "articles": 1500, "mentions": 9}],
        "places": {"eventmap": system(), "baseline": system()},
        "spans": None,
        "calibration": {"judged": 1200, "bins": [EMPTY, FULL], "ece": 0.45, "brier": 0.2},
        "errors": [{"kind": f"missed: {i}", "count": 20 - i, "examples": []} for i in range(10)],
    } | more


def test_the_setting_is_told_and_escaped():
    shown = accuracy_html(record())
    assert (
        "Measured on 1 March 2026 on 1,500 news stories in which people marked 9 places (&lt;b&gt;News). "
        "By &lt;script&gt;hand." in shown
    )
    assert not any(markup in shown for markup in ("<b>News", "<script"))


def test_scores_stand_beside_the_baseline_and_other_programs():
    shown = accuracy_html(record())
    cells = "<td>0.800</td><td>0.700</td><td>–</td><td>under 1 km</td><td>1,234 km</td><td>0.100</td>"
    assert f'<th scope="row">Event Map</th>{cells}' in shown
    assert f'<th scope="row">&lt;b&gt;News</th>{cells}' in shown
    assert shown.count(cells) == 3
    assert f"as released</th><td>0.768</td><td>0.670</td>{'<td>–</td>' * 4}" in shown
    assert "would mostly reach Right 0.61 to 0.79." in shown


def test_given_names_have_rows_where_they_were_scored():
    shown = accuracy_html(record(spans={"eventmap": system(), "baseline": system()}))
    assert '<th scope="row">Baseline</th><td>–</td><td>0.700</td>' in shown


def test_a_tenth_of_confidence_without_answers_is_unknown_and_no_zero():
    shown = accuracy_html(record())
    assert (
        '<tr><th scope="row">0.8–0.9</th><td>none</td><td><span class="em-track em-unknown"></span></td><td>0</td></tr>'
    ) in shown
    assert '<th scope="row">0.9–1.0</th><td>50 %</td>' in shown
    assert "--right:0.500;--told:0.950" in shown
    assert "miss by 45 points" in shown


def test_the_worst_kinds_of_mistakes_come_first_and_the_rest_is_counted():
    shown = accuracy_html(record())
    assert [f"<small>{i}</small>" in shown for i in range(10)] == [True] * 8 + [False] * 2
    assert "of its 155 mistakes" in shown
    assert "The other 23 are of 2 rarer kinds." in shown


def test_what_was_not_measured_is_said():
    shown = accuracy_html(record(calibration={"judged": 0, "bins": [], "ece": None, "brier": None}, errors=[]))
    assert "Not measured: the answers gave no confidence." in shown
    assert "There were no mistakes." in shown


def method_page() -> str:
    app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=60).switch_page("pages/method.py").run()
    assert not app.exception
    return "\n".join(element.proto.body for element in app.main.get("html"))


def test_the_method_page_shows_the_evaluation_that_ships():
    own = published.load()["places"]["eventmap"]["no_demonyms"]["pooled"]
    assert f"Event Map</th><td>{own['f1']:.3f}</td><td>{own['id']:.3f}</td>" in method_page()


@pytest.mark.parametrize("content", ["", "{}", json.dumps({"date": 1})])
def test_a_damaged_evaluation_is_one_sentence_on_the_page(tmp_path: Path, monkeypatch, content: str):
    monkeypatch.setattr(published, "FILE", tmp_path / "evaluation.json")
    published.FILE.write_text(content, encoding="utf-8")
    shown = method_page()
    assert '<p class="em-notice" role="status">' in shown
    assert str(published.FILE) in shown
