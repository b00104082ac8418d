"""From events to incidents: whole results, how right they are on the made-up stories, and what never happens."""

import random

import pytest

from eventmap import event_types
from eventmap.errors import InputError
from eventmap.incidents import Incident, match

from .retold import found_pairs, matched, tellings, true_pairs


def ids(incidents: list[Incident], sure: bool = True) -> list[list[str]]:
    return [[r.event for r in i.reports] for i in incidents if i.sure is sure and len(i.reports) > 1]


def test_the_incidents_of_the_stories():
    incidents = matched("tuning")
    assert ids(incidents) == [
        ["bus-1/1", "bus-2/1", "bus-3/1"],
        ["farmers-1/1", "farmers-2/1", "farmers-3/1"],
        ["farmers-4/1", "farmers-3/2"],
        ["flood-1/1", "flood-3/1", "flood-2/1"],
        ["mosque-1/1", "mosque-3/1", "mosque-2/1"],
        ["pupils-1/1", "pupils-2/1"],
        ["shelling-1/1", "shelling-2/1"],
        ["spring-1/1", "spring-2/1"],
    ]
    assert ids(incidents, sure=False) == [
        ["farmers-1/1", "farmers-2/1", "farmers-3/1", "farmers-near-1/1"],
        ["mosque-1/1", "mosque-3/1", "mosque-2/1", "mosque-4/1"],
        ["shelling-1/1", "shelling-3/1", "shelling-2/1"],
    ]


@pytest.mark.parametrize(
    ("part", "sure", "right", "found", "true"),
    [
        ("tuning", True, 16, 16, 27),
        ("tuning", False, 21, 24, 27),
        ("check", True, 9, 9, 17),
        ("check", False, 13, 13, 17),
    ],
)
def test_how_many_pairs_are_right(part, sure, right, found, true):
    wanted, got = true_pairs(part), found_pairs(matched(part), sure)
    assert (len(got & wanted), len(got), len(wanted)) == (right, found, true)


def test_the_order_of_the_events_makes_no_difference():
    types, told = event_types.load(), tellings("tuning") + tellings("check")
    expected = [incident.record(types) for incident in match(told, types)]
    random.Random(3).shuffle(told)
    assert [incident.record(types) for incident in match(told, types)] == expected


def test_the_same_reports_have_the_same_id_beside_other_stories(tell):
    told = [tell("a", date="2026-03-02"), tell("b", date="2026-03-02")]
    other = tell("c", date="2026-03-02", type="election")
    alone, beside = (match(these, event_types.load()) for these in (told, [*told, other]))
    assert [incident.id for incident in beside if len(incident.reports) == 2] == [alone[0].id]
    assert len({incident.id for incident in beside}) == 2


def test_two_events_of_one_story_are_never_one(tell):
    told = [tell(id="1", date="2026-03-02"), tell(id="2", date="2026-03-02"), tell("b", date="2026-03-02")]
    incidents = match(told, event_types.load())
    assert [[report.key for report in incident.reports] for incident in incidents] == [
        [("a", "1"), ("b", "b1")],
        [("a", "2")],
    ]


def test_every_event_is_in_just_one_sure_incident():
    told = tellings("tuning") + tellings("check")
    found = [report.key for i in match(told, event_types.load()) if i.sure for report in i.reports]
    assert sorted(found) == sorted(telling.key for telling in told)


def test_a_proposal_names_the_incidents_that_it_would_join():
    incidents = matched("tuning")
    by_id = {incident.id: [report.event for report in incident.reports] for incident in incidents if incident.sure}
    proposal = next(incident for incident in incidents if not incident.sure)
    assert [by_id[name] for name in proposal.joins] == [
        ["farmers-1/1", "farmers-2/1", "farmers-3/1"],
        ["farmers-near-1/1"],
    ]


def test_an_event_given_twice_is_named(tell):
    with pytest.raises(InputError, match=r"^The event a1 of the article a was given twice\.$"):
        match([tell(), tell()], event_types.load())


def test_no_events_are_no_incidents():
    assert match([], event_types.load()) == []
