"""Which events are compared: no likely pair is missed, and few others are looked at."""

import itertools

from eventmap import event_types
from eventmap.incidents import load
from eventmap.incidents.pairs import candidates
from eventmap.incidents.score import Scorer

from .conftest import KISUMU
from .retold import tellings


def test_every_likely_pair_of_the_stories_is_compared():
    scorer = Scorer(tellings("tuning") + tellings("check"), event_types.load(), load())
    every = itertools.combinations(range(len(scorer.tellings)), 2)
    likely = {pair for pair in every if scorer.value(*pair) >= scorer.rules.never}
    compared = list(candidates(scorer))
    assert likely - set(compared) == set()
    assert len(compared) == len(set(compared)) < 4 * len(likely)


def test_places_across_the_180th_meridian_are_neighbours(tell):
    places = [{**KISUMU, "id": f"p{lon}", "lat": -16.8, "lon": lon} for lon in (179.95, -179.95, 178.0)]
    told = [tell(str(number), place=place, date="2026-03-02") for number, place in enumerate(places)]
    assert list(candidates(Scorer(told, event_types.load(), load()))) == [(0, 1)]


def test_an_uncertain_place_is_compared_at_its_other_readings(tell):
    unsure = {**KISUMU, "id": "9", "lat": 50.0, "confidence": 0.4, "candidates": [{"id": KISUMU["id"]}]}
    told = [tell("a", date="2026-03-02"), tell("b", date="2026-03-02", place=unsure)]
    assert list(candidates(Scorer(told, event_types.load(), load()))) == [(0, 1)]


def test_what_everybody_has_in_common_is_no_reason_to_compare(tell):
    def pairs(size):
        told = [tell(f"a{number:03}", date="2026-03-02", place=None, quote="Drums.") for number in range(size)]
        return len(list(candidates(Scorer(told, event_types.load(), load()))))

    assert (pairs(20), pairs(100)) == (190, 210)


def test_times_that_do_not_meet_are_not_compared(tell):
    told = [tell("a", date="2026-03-02"), tell("b", date="2026-03-06"), tell("c", published="2026-04-10")]
    assert list(candidates(Scorer(told, event_types.load(), load()))) == []
