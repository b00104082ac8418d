"""What is counted of events, and the scores that follow."""

from collections import Counter

from eventmap import event_types
from eventmap.evaluation.events.matching import match
from eventmap.evaluation.events.scores import FieldScore, Scores, Tally, judgements, scores, tallies, total


def matched(gold, events):
    return match(gold, events, event_types.load())


def test_each_type_has_its_tally(written, count):
    told = {"low": 30, "high": 30}
    gold = [
        written.gold("protest", "marched in Osh", count=None),
        written.gold("excessive_force arrest", "detained 30 people", count=told, place=None),
        written.gold("arson", "houses burned", optional=True, count=None),
        written.gold("deaths", "in Naryn"),
    ]
    events = [
        written.event("riot", "marched", confidence=0.4),
        written.event("arrest", "detained", count=count(30, 30), confidence=0.9),
        written.event("arson", "burned", confidence=0.3),
        written.event("flight", "Naryn", confidence=0.2),
    ]
    found = matched(gold, events)
    assert tallies(found) == {
        "deaths": Tally(gold=1),
        "flight": Tally(found=1),
        "protest": Tally(gold=1),
        "riot": Tally(found=1),
        "excessive_force": Tally(1, 1, 1, 1, Counter(("count", "place")), Counter(("count", "place"))),
    }
    assert sorted(judgements(found)) == [(0.2, False), (0.4, False), (0.9, True)]


def test_a_mark_in_the_wrong_place_is_no_right_one(written, place):
    gold = [written.gold("protest", "marched in Osh", place=None, count=None)]
    events = [written.event("protest", "marched", place=place("Osh", "KG", 40.5, 72.8))]
    found = matched(gold, events)
    assert judgements(found) == [(0.8, False)]
    assert tallies(found) == {"protest": Tally(1, 1, 1, 0, Counter(("count", "place")), Counter(["count"]))}


def test_a_clean_text_has_all_and_nothing_more():
    assert Tally().is_clean
    assert Tally(2, 2, 2, 2).is_clean
    assert [Tally(2, 2, 2, 1).is_clean, Tally(2, 3, 2, 2).is_clean, Tally(3, 2, 2, 2).is_clean] == [False] * 3


def test_scores_follow_from_the_sum():
    summed = total([Tally(3, 2, 2, 1, Counter(place=2), Counter(place=1)), Tally(1, 2), Tally()])
    assert summed == Tally(4, 4, 2, 1, Counter(place=2), Counter(place=1))
    none = FieldScore(0, 0, None)
    fields = dict.fromkeys(("place", "count", "role", "date", "sources", "status"), none)
    assert scores(summed) == Scores(
        4, 4, 2, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, fields | {"place": FieldScore(2, 1, 0.5)}
    )
    assert scores(Tally()) == Scores(0, 0, 0, 0, None, None, None, None, None, None, fields)
