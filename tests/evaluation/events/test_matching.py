"""Which event stands for which gold event."""

from eventmap import event_types
from eventmap.evaluation.events.matching import match
from eventmap.model import Span

OSH = {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25}


def matched(gold, events):
    """The pairs, as places in the two lists and whether the type is right, then what is left of both."""
    found = match(gold, events, event_types.load())
    pairs = {(gold.index(one.gold), events.index(one.event), one.typed) for one in found.matches}
    return pairs, [gold.index(one) for one in found.missed], [events.index(one) for one in found.spurious]


def test_type_and_passage_make_a_pair(written):
    gold = [written.gold("protest", "marched in Osh"), written.gold("riot arrest", "detained 30 people")]
    events = [written.event("arrest", "detained"), written.event("protest", "marched")]
    assert matched(gold, events) == ({(0, 1, True), (1, 0, True)}, [], [])


def test_another_passage_makes_none(written):
    gold = [written.gold("protest", "marched in Osh")]
    assert matched(gold, [written.event("protest", "detained")]) == (set(), [0], [0])


def test_a_further_passage_of_an_event_is_as_good(written):
    second = written.event("protest", "detained")
    event = written.event("protest", "marched", passages=(Span(second.start, second.end, second.quote),))
    assert matched([written.gold("protest", "detained 30 people")], [event]) == ({(0, 0, True)}, [], [])


def test_a_wrong_type_stands_for_words_of_its_category_or_with_its_trigger(written):
    gold = [written.gold("protest", "in Osh on Monday")]
    assert matched(gold, [written.event("riot", "marched")]) == ({(0, 0, False)}, [], [])
    assert matched(gold, [written.event("flight", "marched")]) == (set(), [0], [0])
    assert matched([written.gold("protest", "marched in Osh")], [written.event("flight", "marched")]) == (
        {(0, 0, False)},
        [],
        [],
    )


def test_the_trigger_in_the_quote_decides_before_the_fields(written, place):
    gold = [written.gold("protest", "marched"), written.gold("protest", "in Osh on Monday", place=OSH)]
    events = [
        written.event("protest", "marched", place=place("Osh", "KG", 40.5, 72.8)),
        written.event("protest", "Monday"),
    ]
    assert matched(gold, events) == ({(0, 0, True), (1, 1, True)}, [], [])


def test_among_equals_the_fields_decide(written, place, count):
    gold = [
        written.gold("protest", "marched in Osh", place=OSH, count=None),
        written.gold("protest", "Hundreds marched", place=None, count={"low": 200, "high": 999}),
    ]
    events = [
        written.event("protest", "marched", count=count(200, 999)),
        written.event("protest", "marched", place=place("Osh", "KG", 40.5, 72.8)),
    ]
    assert matched(gold, events) == ({(0, 1, True), (1, 0, True)}, [], [])


def test_as_many_as_can_be_are_found(written):
    """The first event fits both gold events, the second only one: both are found all the same."""
    gold = [written.gold("protest riot", "marched in Osh"), written.gold("protest", "Hundreds marched")]
    events = [written.event("protest", "marched"), written.event("riot", "marched")]
    assert matched(gold, events) == ({(0, 1, True), (1, 0, True)}, [], [])


def test_optional_gold_gets_what_is_left_and_nothing_of_another_type(written):
    gold = [
        written.gold("protest", "marched in Osh", optional=True),
        written.gold("protest", "Hundreds marched"),
    ]
    assert matched(gold, [written.event("protest", "marched")]) == ({(1, 0, True)}, [], [])
    assert matched(gold[:1], [written.event("protest", "marched")]) == ({(0, 0, True)}, [], [])
    assert matched(gold[:1], [written.event("riot", "marched")]) == (set(), [], [0])
    assert matched(gold[:1], []) == (set(), [], [])
