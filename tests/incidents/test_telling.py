"""Event records as the matching reads them."""

import datetime as dt
import json

import pytest

from eventmap.errors import InputError
from eventmap.incidents import of_event, of_record
from eventmap.incidents.telling import Spot, Telling
from eventmap.model import Count, DateRange

from .conftest import KISUMU

LEAST = {"id": "1", "article": "a", "type": "protest", "quote": "They marched."}


def test_a_whole_record():
    count = {"low": 20, "high": None, "unit": "people", "role": "killed", "text": "at least 20"}
    part = {**count, "low": 3, "high": 3, "text": "three", "part": True}
    record = {
        **LEAST,
        "title": "March",
        "published": "2026-03-04",
        "url": "https://example.org/1",
        "trigger": {"start": 5, "end": 12, "text": "marched"},
        "place": {**KISUMU, "confidence": 0.5, "candidates": [{"id": "9", "name": "Other"}]},
        "date": {"start": "2026-03-02", "end": "2026-03-02", "precision": "day", "text": "Monday"},
        "count": count,
        "figures": [count, {**count, "low": 25, "high": 25, "text": "25"}, part],
        "passages": [{"start": 40, "end": 55, "text": "The march ended"}],
        "sources": ["union"],
        "status": "claimed",
    }
    day = dt.date(2026, 3, 2)
    main = Count(20, None, "people", "killed", "at least 20")
    assert of_record(record, "here") == Telling(
        event="1",
        article="a",
        type="protest",
        quote="They marched.",
        words="They marched.\nThe march ended",
        trigger="marched",
        spot=Spot("191245", "Kisumu", "city", -0.10221, 34.76171, "KE", "Kisumu", "point", frozenset({"9"})),
        date=DateRange(day, day, "day", "Monday"),
        published=dt.date(2026, 3, 4),
        count=main,
        counts=(main, Count(25, 25, "people", "killed", "25")),
        sources=("union",),
        status="claimed",
        title="March",
        url="https://example.org/1",
    )


def test_a_sure_place_is_no_other():
    place = {**KISUMU, "confidence": 0.9, "candidates": [{"id": "9", "name": "Other"}]}
    assert of_record({**LEAST, "place": place}, "here").spot.others == frozenset()


def test_the_least_record():
    telling = of_record(LEAST, "here")
    assert (telling.key, telling.spot, telling.date, telling.counts, telling.status) == (
        ("a", "1"), None, None, (), "reported",
    )  # fmt: skip


def test_what_was_extracted_can_be_matched(read):
    event = read("About 300 farmers rallied in Toulouse on Monday.").events[0]
    assert of_event(event) == of_record(json.loads(json.dumps(event.record())), "here")
    assert (of_event(event).spot.name, of_event(event).count.low) == ("Toulouse", 300)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"quote": None}, 'here: "quote" must be text in quotes, not null.'),
        ({"id": 7}, 'here: "id" must be text in quotes, not a number.'),
        ({"quote": "\ud800"}, 'here: "quote" has half of a character (a lone surrogate) in it.'),
        ({"status": "rumoured"}, 'here: "status" is “rumoured” and must be one of reported, claimed, denied, planned.'),
        ({"sources": "union"}, 'here: "sources" must be a list, not text.'),
        ({"place": "Kisumu"}, 'here: "place" must be a JSON object in braces, not text.'),
        ({"place": {**KISUMU, "lat": 91}}, 'here: "place": "lat" must be a number from -90 to 90.'),
        ({"place": {**KISUMU, "lat": float("nan")}}, 'here: "place": "lat" must be a number from -90 to 90.'),
        ({"place": {**KISUMU, "precision": "street"}}, 'here: "place": "precision" is “street” and must be one of'),
        ({"count": {"low": "many"}}, 'here: "count": "low" must be a number from 0 to 1e+12.'),
        ({"published": "May"}, 'here: "published": “May” is not a date'),
        (
            {"date": {"start": "2026-03-02", "end": "2026-03-01", "precision": "day"}},
            'here: "date": the end, 2026-03-01, is before the start, 2026-03-02.',
        ),
    ],
)
def test_what_is_wrong_is_named(given, message):
    with pytest.raises(InputError) as raised:
        of_record({**LEAST, **given}, "here")
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("key", LEAST)
def test_what_is_missing_is_named(key):
    with pytest.raises(InputError, match=f'^here has no "{key}"'):
        of_record({name: value for name, value in LEAST.items() if name != key}, "here")
