import dataclasses
import datetime as dt

import pytest
from mapsample import COUNTRIES, CROATIA, CROSSING, EVENTS, SPLIT, UNCERTAIN, ZADAR

from eventmap import frames
from eventmap.frames import Filters

TABLE = frames.frame(EVENTS, COUNTRIES.__getitem__)


def names(**filters: object) -> list[str]:
    return list(frames.apply(TABLE, Filters(**filters))["id"])


def test_what_is_unknown_is_missing_and_never_zero_or_empty():
    fire = TABLE[TABLE["id"] == "fire"].iloc[0]
    unknown = ["place_id", "place", "kind", "lat", "lon", "country", "country_name", "admin1"]
    unknown += ["place_confidence", "date_start", "date_end", "count_low", "count_high", "unit", "role", "count_text"]
    assert fire[unknown].isna().all()
    assert TABLE.set_index("id").loc["country", "count_low"] == 4000
    assert TABLE["count_high"].isna()[2]


def test_a_row_holds_the_country_by_name():
    assert list(TABLE["country_name"].dropna().unique()) == ["Croatia", "Bosnia and Herzegovina"]


def test_a_frame_of_no_events_can_be_filtered():
    empty = frames.frame([], COUNTRIES.__getitem__)
    assert frames.apply(empty, Filters(sources=frozenset({"x"}), at_least=1, words="a")).empty


ALL = ["march", "arrests", "country", "injured", "queue", "fire"]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({}, ALL),
        ({"types": frozenset({"protest"})}, ["march", "country"]),
        ({"categories": frozenset({"state", "movement"})}, ["arrests", "queue"]),
        ({"kinds": frozenset({"country", "border_crossing"})}, ["country", "queue"]),
        ({"statuses": frozenset({"denied", "claimed"})}, ["country", "injured"]),
        ({"sources": frozenset({"The union"})}, ["country"]),
        ({"articles": frozenset({"another"})}, []),
        ({"confidence": 0.8}, ["march", "arrests", "country", "queue"]),
        ({"words": "SPLIT marched"}, ["march"]),
        ({"words": "alert(1"}, ["fire"]),
        ({"since": dt.date(2024, 5, 15)}, ALL[1:]),
        ({"since": dt.date(2024, 5, 14), "until": dt.date(2024, 5, 14), "undated": False}, ["march"]),
        ({"until": dt.date(2024, 5, 13)}, ALL[1:]),
        ({"undated": False}, ["march"]),
        ({"at_least": 100}, ["march", "country"]),
        ({"at_least": 5000}, ["country"]),
        ({"at_least": 5000, "uncounted": True}, ["country", "queue", "fire"]),
    ],
)
def test_filters(filters, kept):
    assert names(**filters) == kept


def test_hiding_uncertain_places_hides_those_events_and_says_how_many():
    table = frames.frame(UNCERTAIN, COUNTRIES.__getitem__)
    certain = Filters(uncertain=False)
    assert list(frames.apply(table, certain)["id"]) == ["country", "injured", "queue", "fire"]
    assert frames.hidden_as_uncertain(table, certain) == 2
    assert frames.hidden_as_uncertain(table, Filters(uncertain=False, types=frozenset({"arrest"}))) == 1
    assert frames.hidden_as_uncertain(table, Filters(uncertain=False, words="fuel")) == 0
    assert frames.hidden_as_uncertain(table, Filters()) == 0


@pytest.mark.parametrize("events", [(), EVENTS[-1:]])
def test_where_nothing_has_a_place_nothing_is_uncertain(events):
    table = frames.frame(events, COUNTRIES.__getitem__)
    assert len(frames.apply(table, Filters(uncertain=False))) == len(events)
    assert frames.place_confidence(table) == {}


def test_a_place_is_as_sure_as_its_surest_mention():
    sure = frames.place_confidence(frames.frame(UNCERTAIN, COUNTRIES.__getitem__))
    assert sure == {SPLIT[0]: 0.95, ZADAR[0]: 0.34, CROATIA[0]: 0.95, CROSSING[0]: 0.95}


def test_only_what_differs_from_the_defaults_is_active():
    assert not Filters().active
    for field in dataclasses.fields(Filters):
        value = {
            "undated": False,
            "uncounted": True,
            "uncertain": False,
            "confidence": 0.5,
            "words": "a",
            "at_least": 3,
        }.get(field.name, dt.date(2024, 1, 1) if field.name in ("since", "until") else frozenset({"a"}))
        assert Filters(**{field.name: value}).active


def test_sources_come_most_frequent_first():
    events = [dataclasses.replace(EVENTS[0], sources=sources) for sources in (("b", "a"), ("b",), ("c",), ())]
    assert frames.source_names(frames.frame(events, COUNTRIES.__getitem__)) == ["b", "a", "c"]
