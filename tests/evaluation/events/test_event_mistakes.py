"""Every mistake in an event has a kind, with the words, what was said and what is right."""

import pytest

from eventmap import event_types
from eventmap.evaluation.events.matching import match
from eventmap.evaluation.events.mistakes import mistakes_of
from eventmap.evaluation.mistakes import Mistake

OSH = {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25}


def mistakes(article, events):
    return mistakes_of(article, match(article.events, events, event_types.load()))


def test_what_is_missed_too_many_or_of_another_type(written):
    article = written.article(
        {"types": ["protest", "riot"], "quote": "marched in Osh"},
        {"types": ["arrest", "protest_intervention"], "quote": "detained 30 people"},
        {"types": ["arson"], "quote": "houses burned", "optional": True},
    )
    events = [
        written.event("arrest", "detained"),
        written.event("arrest", "people"),
        written.event("mob_violence", "marched"),
        written.event("looting", "burned"),
    ]
    march, arrest, fire = written.text.split(". ")
    assert mistakes(article, events) == [
        Mistake("wrong type", "a1", "marched in Osh", "mob_violence", "protest or riot"),
        Mistake("found a second time", "a1", f"{arrest}.", "arrest", "nothing"),
        Mistake("spurious", "a1", fire, "looting", "nothing"),
    ]
    assert mistakes(article, events[2:]) == [
        Mistake("wrong type", "a1", "marched in Osh", "mob_violence", "protest or riot"),
        Mistake("missed", "a1", "detained 30 people", "nothing", "arrest or protest_intervention"),
        Mistake("spurious", "a1", fire, "looting", "nothing"),
    ]
    assert march in written.text


FIELDS = [
    ({"place": OSH}, {}, "place missing", "none", "Osh, city, KG"),
    ({"place": OSH}, {"place": "far"}, "wrong place", "Oslo, city, NO (1)", "Osh, city, KG"),
    ({"place": None}, {"place": "far"}, "place not in the text", "Oslo, city, NO (1)", "none"),
    ({"count": {"low": 3, "high": None}}, {}, "count missing", "none", "at least 3"),
    ({"count": {"low": 3, "high": 9}}, {"count": "four"}, "wrong count", "4 people (“words”)", "3–9"),
    ({"count": None}, {"count": "four"}, "count not told", "4 people (“words”)", "none"),
    (
        {"count": {"low": 4, "high": 4, "role": "killed"}},
        {"count": "four"},
        "wrong role of those counted",
        "participants",
        "killed",
    ),
    ({"date": ["2026-04-06"] * 2}, {}, "date missing", "none", "2026-04-06 to 2026-04-06"),
    (
        {"date": ["2026-04-06"] * 2},
        {"date": "later"},
        "wrong date",
        "2026-04-07 to 2026-04-07",
        "2026-04-06 to 2026-04-06",
    ),
    ({"date": None}, {"date": "later"}, "date not told", "2026-04-07 to 2026-04-07", "none"),
    ({"sources": ["police", "AFP"]}, {}, "sources missing", "none", "police; AFP"),
    ({"sources": ["AFP"]}, {"sources": ("TASS",)}, "wrong sources", "TASS", "AFP"),
    ({"sources": []}, {"sources": ("TASS",)}, "sources not told", "TASS", "none"),
    ({"status": "denied"}, {}, "wrong status", "reported", "denied"),
]


@pytest.mark.parametrize(("right", "said", "kind", "was", "should"), FIELDS, ids=[kind for _, _, kind, _, _ in FIELDS])
def test_each_field_has_its_kinds(written, place, count, day, right, said, kind, was, should):
    values = {"far": place("Oslo", "NO", 59.9, 10.7), "four": count(4, 4), "later": day("2026-04-07")}
    event = written.event("protest", "marched", **{name: values.get(value, value) for name, value in said.items()})
    quoted = {"types": ["protest"], "quote": "marched in Osh"}
    assert mistakes(written.article(quoted | right), [event]) == [Mistake(kind, "a1", "marched in Osh", was, should)]
    assert mistakes(written.article(quoted | right | {"optional": True}), [event]) == []
    assert mistakes(written.article(quoted), [event]) == []
