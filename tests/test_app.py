"""The map page, run without a browser. A selection is put into the session state, as a click on the map does."""

import json
from dataclasses import replace

import pytest
import streamlit as st
from mapsample import CROATIA, EVENTS, SPLIT, STORY, TEXT, UNCERTAIN, ZADAR, extraction, span
from streamlit.testing.v1 import AppTest

from eventmap import paths, pipeline
from eventmap.model import Extraction, Figure, Mention

UNPLACED = "none"


@pytest.fixture
def story(tmp_path, monkeypatch, gazetteer):
    """The made-up story instead of those that come with the product."""
    record = {"id": STORY.id, "text": TEXT, "title": STORY.title, "published": "2024-05-16", "credit": STORY.credit}
    (tmp_path / "stories.jsonl").write_text(json.dumps(record))
    monkeypatch.setattr(paths, "ARTICLES", tmp_path)
    monkeypatch.setattr(pipeline, "extract", lambda article, gazetteer=None: extraction())
    return tmp_path


@pytest.fixture
def open_page(story):
    def opened(**query):
        app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return opened


def html(app):
    return "\n".join(element.proto.body for element in app.main if element.type == "html") + "\n".join(
        element.proto.body for element in app.get("html")
    )


def click(app, place):
    layer = app.session_state["map_layer"]
    app.session_state["map"] = {"selection": {"indices": {layer: [0]}, "objects": {layer: [{"id": place}]}}}
    app.run()
    assert not app.exception


def legend(app):
    return next(group for group in app.get("button_group") if group.key == "type")


def rows(app):
    return app.dataframe[0].value


def test_the_page_opens_on_the_main_events(open_page):
    app = open_page()
    shown = html(app)
    assert "Main events" in shown
    assert STORY.title in shown
    assert "<b>6</b><span>events</span>" in shown
    assert "<b>4</b><span>places</span>" in shown
    assert "<b>at least 4,000</b><span>took part</span>" in shown
    assert list(rows(app)["Event"]) == [
        "Protest",
        "Arrest",
        "Protest",
        "Force against protesters",
        "Border traffic",
        "Arson",
    ]
    assert dict(app.query_params) == {}


def test_a_click_on_a_mark_shows_its_passages_word_for_word(open_page):
    app = open_page()
    click(app, SPLIT[0])
    shown = html(app)
    assert "Main events" not in shown
    assert '<mark class="em-count">about 300 dockers</mark>' in shown
    assert '<mark class="em-trigger">marched</mark>' in shown
    assert "Denied by The ministry" in shown
    assert "Town or city · Split-Dalmatia · Croatia" in shown
    assert app.query_params["place"] == SPLIT[0]
    assert app.selectbox(key="place").value == SPLIT[0]


def test_a_place_shows_other_figures_with_who_gives_them_and_where_the_story_tells_it_again(
    open_page, story, monkeypatch
):
    read = extraction()
    march = read.events[0]
    heard = Figure(4000, None, "people", "participants", span("at least 4,000 people"), ("The <i>union</i>",))
    again = (span("The union says"), span("Lorries queued"), span("Police in Zadar"), span("<b onmouseover"))
    fuller = replace(
        march, figures=(Figure(300, 300, "people", "participants", span("about 300 dockers")), heard), passages=again
    )
    monkeypatch.setattr(
        pipeline, "extract", lambda article, gazetteer=None: replace(read, events=(fuller, *read.events[1:]))
    )
    st.cache_resource.clear()  # the page keeps what it has read of a story
    app = open_page()
    st.cache_resource.clear()
    click(app, SPLIT[0])
    shown = html(app)
    assert (
        "Other figures: at least 4,000 took part, according to The &lt;i&gt;union&lt;/i&gt; "
        "<q>at least 4,000 people</q>" in shown
    )
    told = '<p class="em-fine">Told again in the story:</p>'
    assert f'{told}<blockquote class="em-passage em-short">The union says</blockquote>' in shown
    assert '<p class="em-fine">and 1 more in the article</p>' in shown


def test_a_second_click_on_the_map_deselects(open_page):
    app = open_page()
    click(app, SPLIT[0])
    app.session_state["map"] = {"selection": {"indices": {}, "objects": {}}}
    app.run()
    assert "Main events" in html(app)
    assert dict(app.query_params) == {}


def test_a_click_in_the_browser_that_is_out_of_date_changes_nothing(open_page):
    app = open_page()
    click(app, SPLIT[0])
    app.selectbox(key="place").select(CROATIA[0]).run()
    layer = app.session_state["map_layer"]
    app.session_state["map"] = {"selection": {"indices": {}, "objects": {}}}
    app.run()
    assert app.session_state["place"] == CROATIA[0]
    assert app.session_state["map_layer"] == layer


def test_the_events_off_the_map_are_listed_by_a_click(open_page):
    app = open_page()
    app.button(key="show-unplaced").click().run()
    shown = html(app)
    assert "Not on the map" in shown
    assert '<mark class="em-trigger">burned</mark>' in shown
    assert app.query_params["place"] == UNPLACED


def test_everything_follows_the_filters_and_one_button_clears_them(open_page):
    app = open_page()
    legend(app).select("arrest").run()
    assert list(rows(app)["Event"]) == ["Arrest"]
    assert "<b>1 of 6</b><span>events</span>" in html(app)
    assert app.query_params["type"] == "arrest"
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert len(rows(app)) == len(EVENTS)
    assert dict(app.query_params) == {}


def test_a_place_that_the_filters_remove_is_deselected(open_page):
    app = open_page(place=SPLIT[0])
    legend(app).select("arrest").run()
    assert not app.exception
    assert app.session_state["place"] is None
    assert "Main events" in html(app)


def test_an_address_reopens_the_view(open_page):
    app = open_page(status="denied", place=SPLIT[0], words="injured")
    assert list(rows(app)["Status"]) == ["Denied by The ministry"]
    assert app.text_input(key="words").value == "injured"
    assert "Denied by The ministry" in html(app)
    assert dict(app.query_params) == {"status": "denied", "place": SPLIT[0], "words": "injured"}


@pytest.mark.parametrize(
    "query",
    [
        {"type": "no_such_type", "place": "123456", "event": "x", "source": "nobody", "category": "x", "kind": "x"},
        {"from": "yesterday", "to": "2024-13-45", "people": "-5", "sure": "ninety", "undated": "perhaps"},
        {"people": "9" * 50, "sure": "12345", "words": "<script>" * 100, "status": "x", "story": "x"},
    ],
)
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(open_page, query):
    app = open_page(**query)
    assert app.session_state["place"] is None
    assert app.session_state["type"] == []
    assert "story" not in app.query_params


def test_the_days_of_the_timeline_are_days_wherever_the_reader_is(open_page):
    spec = json.loads(open_page().get("vega_lite_chart")[0].proto.spec)
    across = spec["encoding"]["x"]
    assert across["scale"] == {"type": "utc"}
    assert across["axis"]["tickCount"] == 1
    assert "%-d %b" in across["axis"]["labelExpr"]


def test_dates_keep_undated_events_unless_asked(open_page):
    app = open_page(**{"from": "2024-05-15"})
    assert len(rows(app)) == 5
    app.checkbox(key="undated").uncheck().run()
    assert app.session_state["undated"] is False
    assert "No event passes the filters." in html(app)
    app.button(key="clear-here").click().run()
    assert len(rows(app)) == len(EVENTS)


def test_a_selected_row_shows_its_event_first(open_page):
    app = open_page()
    key, order = app.session_state["table_drawn"]
    app.session_state[key] = {"selection": {"rows": [3], "columns": [], "cells": []}}
    app.run()
    assert not app.exception
    assert order[3] == ("injured", SPLIT[0])
    assert app.session_state["place"] == SPLIT[0]
    shown = html(app)
    assert shown.index("Denied by The ministry") < shown.index('<mark class="em-trigger">marched</mark>')


def table_choice(app, ticked, cells):
    key, _ = app.session_state["table_drawn"]
    app.session_state[key] = {"selection": {"rows": ticked, "columns": [], "cells": cells}}
    app.run()
    assert not app.exception
    return app.session_state[app.session_state["table_drawn"][0]]["selection"]["rows"]


def test_a_click_on_any_cell_of_a_row_selects_it_and_the_latest_choice_counts(open_page):
    app = open_page()
    assert table_choice(app, [], [(1, "Place")]) == [1]
    assert app.session_state["event"] == "arrests"
    assert table_choice(app, [3], [(1, "Place")]) == [3]
    assert app.session_state["event"] == "injured"
    assert table_choice(app, [3], [(0, "Date")]) == [0]
    assert app.session_state["event"] == "march"
    assert table_choice(app, [], [(0, "Date")]) == []
    assert app.session_state["event"] is None


def test_a_selected_row_shows_its_passage_by_the_table_until_something_else_is_chosen(open_page):
    app = open_page()
    before = html(app).count("em-card")
    table_choice(app, [1], [])
    assert "Zadar · Arrest" in html(app)
    click(app, SPLIT[0])
    assert "Zadar · Arrest" not in html(app)
    app.selectbox(key="place").select(None).run()
    assert html(app).count("em-card") == before


def test_the_table_says_who_says_so_before_the_quotation(open_page):
    columns = list(rows(open_page()).columns)
    assert columns.index("Status") < columns.index("According to") < columns.index("Quotation")


def test_hostile_text_is_escaped_wherever_it_is_shown(open_page):
    app = open_page(place=UNPLACED)
    shown = html(app)
    assert "&lt;b onmouseover=" in shown
    assert "<b onmouseover" not in shown


@pytest.fixture
def uncertain(story, monkeypatch):
    """The story, read so that Zadar is uncertain, and that the passage of the fire names a place nobody knows."""
    at = span("somewhere")
    unplaced = Mention(at.start, at.end, at.text, "place", None, "", None, None, None, "", "", 0.2, "")
    monkeypatch.setattr(pipeline, "extract", lambda article, gazetteer=None: extraction(UNCERTAIN, (unplaced,)))
    st.cache_resource.clear()  # the page keeps what it has read of a story
    yield
    st.cache_resource.clear()


def test_an_uncertain_place_says_how_sure_it_is_why_and_what_else_it_could_be(open_page, uncertain):
    shown = html(open_page(place=ZADAR[0]))
    assert '<span class="em-status">Uncertain · 34 %</span>' in shown
    assert '<details class="em-others" open>' in shown
    assert "<li>Zadar, Ontario, CA</li><li>Zadar &lt;b&gt;, Ohio, US</li>" in shown
    assert "<b>Why this place:</b> “Zadar”, the only place of this name (uncertain · 34 %).</span>" in shown


def test_a_sure_place_says_so_and_has_no_doubt(open_page, uncertain):
    shown = html(open_page(place=SPLIT[0]))
    assert "<b>How sure of the place:</b> very sure · 95 %." in shown
    assert "<details" not in shown
    assert "(uncertain · 30 %)" in shown
    assert "(very sure · 95 %)" in shown


def test_table_figures_picker_and_key_say_what_is_uncertain(open_page, uncertain):
    app = open_page()
    assert list(rows(app)["Place"])[:2] == ["Split (uncertain)", "Zadar (uncertain)"]
    assert list(rows(app)["Sure of place"].iloc[[0, 1, 3]]) == [30, 34, 95]
    assert "<b>2</b><span>at uncertain places</span>" in html(app)
    assert "Hollow: uncertain which place" in html(app)
    assert "Zadar (uncertain)" in app.selectbox(key="place").options
    assert "Split" in app.selectbox(key="place").options


def test_nothing_speaks_of_doubt_where_there_is_none(open_page):
    app = open_page()
    assert "uncertain" not in html(app)
    assert "certain" not in [box.key for box in app.checkbox]


def test_uncertain_places_can_be_hidden_and_the_page_says_how_many(open_page, uncertain):
    app = open_page()
    app.checkbox(key="certain").check().run()
    assert not app.exception
    assert list(rows(app)["Event"]) == ["Protest", "Force against protesters", "Border traffic", "Arson"]
    assert "<b>2</b><span>hidden, place uncertain</span>" in html(app)
    assert "at uncertain places" not in html(app)
    assert dict(app.query_params) == {"certain": "yes"}
    assert len(rows(open_page(certain="yes"))) == 4
    app.button(key="clear").click().run()
    assert len(rows(app)) == len(EVENTS)


def test_names_that_the_gazetteer_lacks_are_told_off_the_map(open_page, uncertain):
    shown = html(open_page(place=UNPLACED))
    assert "<b>Named, not placed:</b> “somewhere”, not in the gazetteer.</span>" in shown


def test_a_story_without_events_leaves_no_empty_box(open_page, monkeypatch):
    monkeypatch.setattr(pipeline, "extract", lambda article, gazetteer=None: Extraction(article))
    record = {"id": "quiet", "text": "Nothing happened.", "title": "Quiet"}
    (paths.ARTICLES / "stories.jsonl").write_text(json.dumps(record))
    shown = html(open_page())
    assert "Event Map found no event in what it read." in shown
    assert "passes the filters" not in shown


def test_a_damaged_story_is_named_in_one_sentence(open_page, story):
    (story / "stories.jsonl").write_text('{"id": 3}')
    app = open_page()
    assert [message.value.count(".") >= 1 for message in app.error] == [True]
