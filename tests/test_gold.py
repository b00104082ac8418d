"""The project's own gold for events can be used, and the scores on it do not fall under their floors."""

import json
from collections import Counter

import pytest
from gold.measure import FLOORS, GOLD, floors, measure, raised, traps

from eventmap.evaluation.goldfile import read_gold
from eventmap.gazetteer import Gazetteer


def test_every_line_is_valid_gold_with_an_id_of_its_own():
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    read = read_gold(GOLD)
    assert [one.article.id for one in read.events] == [json.loads(line)["id"] for line in lines]
    assert len({one.article.text for one in read.events}) == len(lines) >= 72


def test_every_text_tests_known_traps_and_every_trap_has_two_texts_or_more():
    told = [trap for one in read_gold(GOLD).events for trap in one.tests]
    assert all(one.tests for one in read_gold(GOLD).events)
    assert set(told) == set(traps()) == set(floors()["traps"])
    assert min(Counter(told).values()) >= 2


@pytest.fixture(scope="module")
def measured(gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    return measure(gazetteer)


@pytest.mark.parametrize("part", ["all", "traps"])
def test_no_score_falls_under_its_floor(measured, part: str):
    under = {name: value for name, value in measured[part].items() if value < floors()[part][name]["floor"]}
    assert under == {}


def test_floors_are_raised_to_a_little_under_what_is_measured_and_never_lowered():
    shown = raised({part: dict.fromkeys(entries, 1.0) for part, entries in floors().items()})
    assert "  detection F1: {measured: 1.000, floor: 0.98}\n" in shown
    assert "  sport: {judged: [], measured: 1.000, floor: 0.95}\n" in shown
    lowest = {part: dict.fromkeys(entries, 0.0) for part, entries in floors().items()}
    assert raised(lowest) == FLOORS.read_text(encoding="utf-8")
