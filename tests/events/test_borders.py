"""Borders that a text names are places of their own: the crossing between the two countries."""

import pytest
from told import row

SENTENCES = [
    # (text, id of the crossing, the country that the passage names)
    ("Russian men fled. There was a two-day queue at the Georgian border.", "border:ge-ru", "GE"),
    ("Moscow called up reservists. Crossings into Finland have doubled.", "border:fi-ru", "FI"),
    ("Hundreds of migrants crossed the Polish border from Belarus last week.", "border:by-pl", "PL"),
    ("Syria is at war. Long queues formed at the Turkish border.", "border:sy-tr", "TR"),
]


@pytest.mark.parametrize(("text", "id_", "country"), SENTENCES)
def test_a_named_border_is_the_crossing_from_the_country_that_the_text_is_about(read, text, id_, country):
    places = [event.place for event in read(text).events if event.type == "border_traffic"]

    assert [(place.id, place.kind, place.country) for place in places] == [(id_, "border_crossing", country)]


def test_the_mention_spans_the_country_and_the_border(read):
    (event,) = read("There were long queues at the Polish border. Belarus was silent.").events

    assert row(event)[:2] == ("border_traffic", "border:by-pl")
    assert event.place.mention.text == "Polish border"


def test_a_border_between_two_countries_is_one_place(read):
    (event,) = read("Clashes erupted at the border between Armenia and Azerbaijan.").events

    assert row(event)[:2] == ("armed_clash", "border:am-az")
    assert event.place.mention.text == "border between Armenia and Azerbaijan"


def test_a_border_of_two_countries_that_do_not_touch_is_not_invented(read):
    events = read("Portugal and Chad talked. Lorries queued at the Chadian border.").events

    assert [event.place.kind for event in events if event.place and event.type == "border_traffic"] in ([], ["country"])
