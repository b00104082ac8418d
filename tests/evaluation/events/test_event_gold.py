"""The gold of events: what is read, and what is named by line, event and key."""

import datetime as dt

import pytest

from eventmap import event_types
from eventmap.errors import InputError
from eventmap.evaluation.events import EventArticle, GoldCount, GoldEvent, GoldPlace
from eventmap.evaluation.events.gold import event_article
from eventmap.model import Article, Span

TEXT = "Police detained 30 people in Osh. In Osh shops were shut."
ARTICLE = Article("a", TEXT)
ARREST = {
    "types": ["arrest", "protest_intervention"],
    "quote": "detained 30 people",
    "place": {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25},
    "count": {"low": 30, "high": None, "unit": "people", "role": "detained"},
    "date": ["2026-04-06", "2026-04-07"],
    "sources": ["Akipress"],
    "status": "claimed",
}


def read(record):
    return event_article(record, ARTICLE, event_types.load(), "gold.jsonl, line 3")


def test_everything_that_gold_may_say_is_read():
    assert read({"events": [ARREST], "tests": ["arrests"]}) == EventArticle(
        ARTICLE,
        (
            GoldEvent(
                ("arrest", "protest_intervention"),
                Span(7, 25, "detained 30 people"),
                GoldPlace("Osh", "KG", "city", (40.53, 72.8), 25, None),
                GoldCount(30, None, "people", "detained"),
                (dt.date(2026, 4, 6), dt.date(2026, 4, 7)),
                ("Akipress",),
                "claimed",
                False,
                frozenset({"place", "count", "role", "date", "sources", "status"}),
            ),
        ),
        ("arrests",),
    )


def test_what_is_left_out_is_not_judged_and_null_is():
    events = read(
        {
            "events": [
                {"types": ["arrest"], "quote": "detained", "optional": True},
                {"types": ["arrest"], "quote": "detained 30", "place": None, "count": None, "date": None},
                {"types": ["arrest"], "quote": "30 people", "count": {"high": 30}},
            ]
        }
    ).events
    assert [(event.optional, event.judged) for event in events] == [
        (True, frozenset()),
        (False, frozenset({"place", "count", "date"})),
        (False, frozenset({"count"})),
    ]
    assert events[2].count == GoldCount(None, 30, None, None)


def test_a_country_and_a_place_with_an_id_need_no_point():
    places = [
        {"name": "Kyrgyzstan", "country": "KG", "kind": "country"},
        {"name": "Osh", "kind": "city", "id": "1527534"},
    ]
    found = [read({"events": [ARREST | {"place": place}]}).events[0].place for place in places]
    assert found == [
        GoldPlace("Kyrgyzstan", "KG", "country", None, None, None),
        GoldPlace("Osh", "", "city", None, None, "1527534"),
    ]


def with_place(**changes):
    return ARREST | {"place": {key: value for key, value in (ARREST["place"] | changes).items() if value != "left out"}}


MISTAKES = [
    ({"events": {}}, '"events" must be a list, not an object.'),
    ({"events": [], "tests": "arrests"}, '"tests" must be a list, not text.'),
    (["arrest"], "event 1 must be a JSON object in braces, not a list."),
    ({"quote": "detained"}, 'event 1 has no "types".'),
    ({"types": ["arrest"]}, 'event 1 has no "quote".'),
    (
        ARREST | {"sorces": []},
        'event 1 has an unknown key "sorces"; there are types, quote, place, count, date, sources, status, optional.',
    ),
    (ARREST | {"types": "arrest"}, 'event 1: "types" must be a list, not text.'),
    (ARREST | {"types": []}, 'event 1: "types" is empty; it needs one event type at least.'),
    (ARREST | {"types": ["picnic"]}, 'event 1: "types": there is no event type "picnic".'),
    (ARREST | {"quote": "arrested 30"}, 'event 1: "quote": the text has no words "arrested 30".'),
    (
        ARREST | {"quote": "Osh"},
        'event 1: "quote": the words "Osh" occur more than once in the text; quote more of it.',
    ),
    (ARREST | {"quote": " "}, 'event 1: "quote" is blank.'),
    (ARREST | {"place": "Osh"}, 'event 1: "place" must be a JSON object in braces, not text.'),
    (
        with_place(near=3),
        'event 1: "place" has an unknown key "near"; there are name, country, kind, lat, lon, within_km, id.',
    ),
    (with_place(name=7), 'event 1: "place": "name" must be text in quotes, not a number.'),
    (
        with_place(kind="town"),
        'event 1: "place": "kind" must be one of city, site, border_crossing, region, country, area.',
    ),
    (with_place(country="kg"), 'event 1: "place": "country" must be two capitals, like "KG", or "".'),
    (with_place(lat=91), 'event 1: "place": "lat" must be a number from -90 to 90.'),
    (with_place(lon=True), 'event 1: "place": "lon" must be a number from -180 to 180.'),
    (with_place(within_km="left out"), 'event 1: "place": "within_km" must be a number from 0 to 20,038.'),
    (with_place(id=5), 'event 1: "place": "id" must be text in quotes, not a number.'),
    (ARREST | {"count": 30}, 'event 1: "count" must be a JSON object in braces, not a number.'),
    (
        ARREST | {"count": {"low": 30.5, "high": None}},
        'event 1: "count": "low" must be a whole number, or null where that end is open.',
    ),
    (
        ARREST | {"count": {"low": None, "unit": "people"}},
        'event 1: "count" has neither "low" nor "high"; where no number is told it is null.',
    ),
    (ARREST | {"count": {"low": 3, "high": 2}}, 'event 1: "count": "low" is greater than "high".'),
    (ARREST | {"count": {"low": 3, "unit": ""}}, 'event 1: "count": "unit" is blank.'),
    (
        ARREST | {"date": "2026-04-06"},
        'event 1: "date" must be a list of two days, the first and the last, or null.',
    ),
    (
        ARREST | {"date": ["2026-04-06", "2026-04-31"]},
        'event 1: "date": “2026-04-31” is not a date: write it as year-month-day, like 2022-09-28.',
    ),
    (ARREST | {"date": ["2026-04-06", "2026-04-05"]}, 'event 1: "date": the first day is later than the last.'),
    (ARREST | {"sources": [3]}, 'event 1: "sources" must be text in quotes, not a number.'),
    (ARREST | {"status": "rumour"}, 'event 1: "status" must be one of reported, claimed, denied, planned.'),
    (ARREST | {"optional": 1}, 'event 1: "optional" must be true or false, not a number.'),
]


@pytest.mark.parametrize(("value", "message"), MISTAKES)
def test_a_mistake_is_named_by_line_event_and_key(value, message):
    record = value if isinstance(value, dict) and "events" in value else {"events": [value]}
    with pytest.raises(InputError) as caught:
        read(record)
    assert str(caught.value) == f"gold.jsonl, line 3: {message}"
