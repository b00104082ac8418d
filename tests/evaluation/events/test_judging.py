"""Whether what was read of an event is what the gold says."""

import dataclasses

import pytest

from eventmap.evaluation.events.judging import is_whole, verdicts

QUOTE = "marched in Osh"


def judge(written, event_fields, **gold_fields):
    gold = written.gold("protest", QUOTE, **gold_fields)
    return verdicts(gold, written.event("protest", "marched", **event_fields))


def gold_place(**changes):
    return {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25} | changes


REGION = gold_place(kind="region", within_km=200)
COUNTRY = {"name": "Kyrgyzstan", "country": "KG", "kind": "country"}
PLACES = [
    (gold_place(), ("Osh", "KG", 40.6, 72.7), "right"),
    (gold_place(), ("Osh", "KG", 41.0, 72.8), "wrong"),
    (gold_place(), ("Osh airport", "KG", 40.6, 72.79, "site"), "right"),
    (gold_place(), None, "missing"),
    (None, ("Osh", "KG", 40.5, 72.8), "not told"),
    (None, None, "right"),
    (REGION, ("Osh Region", "KG", 39.9, 73.1, "region"), "right"),
    (REGION, ("Kyrgyzstan", "KG", 41.2, 73.5, "country"), "wrong"),
    (COUNTRY, ("Kyrgyzstan", "KG", 41.5, 74.6, "country"), "right"),
    (COUNTRY, ("Osh", "KG", 40.5, 72.8), "wrong"),
    (COUNTRY, ("Tajikistan", "TJ", 38.8, 71.0, "country"), "wrong"),
    (gold_place(id="1527534"), ("Osh", "KG", 40.53, 72.8, "city", "1527534"), "right"),
    (gold_place(id="1527534"), ("Osh", "KG", 40.53, 72.8, "city", "99"), "wrong"),
]


@pytest.mark.parametrize(("right", "found", "verdict"), PLACES)
def test_places(written, place, right, found, verdict):
    assert judge(written, {"place": place(*found) if found else None}, place=right) == {"place": verdict}


COUNTS = [
    ((200, 999), (200, 999), "right"),
    ((200, 999), (300, 400), "right"),
    ((200, 999), (200, None), "right"),
    ((200, 999), (150, 400), "wrong"),
    ((200, 999), (300, 1000), "wrong"),
    ((200, 999), (None, 300), "wrong"),
    ((20, 30), (20, 25), "wrong"),
    ((20, None), (20, None), "right"),
    ((20, None), (20, 20), "wrong"),
    ((None, 50), (None, 50), "right"),
    ((0, 0), (0, 0), "right"),
    ((20, 20), None, "missing"),
    (None, (20, 20), "not told"),
    (None, None, "right"),
]


@pytest.mark.parametrize(("right", "found", "verdict"), COUNTS)
def test_counts(written, count, right, found, verdict):
    gold = {"low": right[0], "high": right[1], "unit": "people"} if right else None
    assert judge(written, {"count": count(*found) if found else None}, count=gold) == {"count": verdict}


@pytest.mark.parametrize(
    ("unit", "found", "verdict"),
    [
        ("people", "houses", "wrong"),
        ("houses", "people", "wrong"),
        ("houses", "homes", "right"),
        (None, "homes", "right"),
    ],
)
def test_people_are_no_things(written, count, unit, found, verdict):
    gold = {"low": 3, "high": 3} | ({"unit": unit} if unit else {})
    assert judge(written, {"count": count(3, 3, unit=found)}, count=gold) == {"count": verdict}


def test_a_role_is_judged_where_both_count(written, count):
    gold = {"low": 3, "high": 3, "role": "killed"}
    assert judge(written, {"count": count(4, 4, "killed")}, count=gold) == {"count": "wrong", "role": "right"}
    assert judge(written, {"count": count(3, 3, "injured")}, count=gold) == {"count": "right", "role": "wrong"}
    assert judge(written, {}, count=gold) == {"count": "missing"}


SOURCES = [
    (["Akipress"], ("Akipress",), "right"),
    (["the police"], ("police in Osh",), "right"),
    (["People’s Front"], ("the people's front",), "right"),
    (["Akipress", "police"], ("police",), "wrong"),
    (["police"], ("police", "Akipress"), "wrong"),
    (["police"], (), "missing"),
    ([], ("police",), "not told"),
    ([], (), "right"),
]


@pytest.mark.parametrize(("right", "found", "verdict"), SOURCES)
def test_sources(written, right, found, verdict):
    assert judge(written, {"sources": found}, sources=right) == {"sources": verdict}


def test_dates_are_right_at_both_ends(written, day):
    dates = ["2026-04-06", "2026-04-06"]
    assert judge(written, {"date": day("2026-04-06")}, date=dates) == {"date": "right"}
    week = dataclasses.replace(day("2026-04-06"), end=day("2026-04-12").end)
    assert judge(written, {"date": week}, date=dates) == {"date": "wrong"}
    assert judge(written, {}, date=dates) == {"date": "missing"}
    assert judge(written, {"date": week}, date=None) == {"date": "not told"}


def test_a_whole_event_is_right_in_place_and_count(written, place, count):
    fields = {"place": None, "count": {"low": 3, "high": 3}, "status": "claimed"}
    assert is_whole(judge(written, {"count": count(3, 3)}, **fields))
    assert not is_whole(judge(written, {}, **fields))
    assert not is_whole(judge(written, {"count": count(3, 3), "place": place("Osh", "KG", 40.5, 72.8)}, **fields))
    assert is_whole(judge(written, {}))
