import dataclasses

import pytest
from mapsample import COUNTRIES, CROATIA, EVENTS, SPLIT, ZADAR, event

from eventmap import figures, frames
from eventmap.model import Count

REGION = ("3337532", "Split-Dalmatia", "region", 43.5, 16.5, "HR", "Split-Dalmatia", "region")


def table(events):
    return frames.frame(events, COUNTRIES.__getitem__)


def counted(place, low, high, unit="people", role="killed", status="reported"):
    quote = "Police in Zadar detained 12 people."
    count = Count(low, high, unit, role, "12 people")
    return event("x", "arrest", "state", quote, "detained", place, "Zadar", count=count, status=status)


def killed(*events):
    return [(total.low, total.high) for total in figures.people(table(events)) if total.role == "killed"]


def test_people_are_counted_by_role_and_denied_figures_left_out():
    phrases = [figures.people_phrase(total) for total in figures.people(table(EVENTS))]
    assert phrases == ["at least 4,000 took part", "12 detained"]


@pytest.mark.parametrize(
    ("events", "total"),
    [
        ([counted(SPLIT, 5, 5), counted(ZADAR, 7, 9)], (12, 14)),
        ([counted(SPLIT, 5, 5), counted(SPLIT, 5, 5)], (5, 5)),
        ([counted(SPLIT, 5, 5), counted(SPLIT, 8, 8)], (8, 13)),
        ([counted(SPLIT, 5, 5), counted(REGION, 20, 20)], (20, 25)),
        ([counted(REGION, 3, 3), counted(SPLIT, 5, 5), counted(ZADAR, 7, 7), counted(CROATIA, 10, 10)], (12, 25)),
        ([counted(None, 100, 100), counted(SPLIT, 5, 5)], (100, 105)),
        ([counted(SPLIT, 5, None), counted(ZADAR, 1, 1)], (6, None)),
        ([counted(SPLIT, None, 50)], (0, 50)),
        ([counted(SPLIT, 0, 0)], (0, 0)),
    ],
)
def test_a_total_is_a_range_that_allows_for_overlap(events, total):
    assert killed(*events) == [total]


@pytest.mark.parametrize("other", [{"unit": "vehicles"}, {"status": "planned"}, {"status": "denied"}])
def test_things_plans_and_denied_figures_are_no_people(other):
    assert killed(counted(SPLIT, 5, 5, **other)) == []


def test_main_events_name_each_place_and_type_once_and_no_denied_one():
    again = dataclasses.replace(EVENTS[0], id="march-again", count=None)
    assert figures.main_events(table((again, *EVENTS)), 4) == ["country", "march", "arrests", "queue"]


def test_people_by_place_leaves_out_places_without_a_figure():
    by_place = figures.people_by_place(table(EVENTS))
    assert {place: [total.role for total in totals] for place, totals in by_place.items()} == {
        SPLIT[0]: ["participants"],
        ZADAR[0]: ["detained"],
        CROATIA[0]: ["participants"],
    }
