"""Dates agree within their precision; without one, the day of publication stands in."""

import pytest

from eventmap.incidents.times import agreement, gap_of_publication, span


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ({"date": "2026-03-02"}, {"date": "2026-03-02"}, "same_day"),
        ({"date": "2026-03-02"}, {"date": "2026-03-01/2026-03-07"}, "same_week"),
        ({"date": "2026-03-02"}, {"date": "2026-03-01/2026-03-31"}, "same_month"),
        ({"date": "2026-03-02"}, {"date": "2026-01-01/2026-12-31"}, "same_time"),
        ({"date": "2026-03-02"}, {"date": "2026-03-03"}, "next_day"),
        ({"date": "2026-03-02"}, {"date": "2026-03-03/2026-03-09"}, "next_days"),
        ({"date": "2026-03-02"}, {"date": "2026-03-05"}, "next_days"),
        ({"date": "2026-03-02"}, {"date": "2026-03-06"}, None),
        ({"published": "2026-03-02"}, {"published": "2026-03-03"}, "published_together"),
        ({"published": "2026-03-02"}, {"published": "2026-03-06"}, "published_near"),
        ({"published": "2026-03-02"}, {"published": "2026-03-16"}, "published_weeks"),
        ({"published": "2026-03-02"}, {"published": "2026-03-17"}, "published_apart"),
        ({"published": "2026-03-02"}, {}, "unknown"),
        ({"date": "2026-03-02"}, {}, "unknown"),
        ({"date": "2026-03-02"}, {"published": "2026-03-01"}, "out_of_time"),
        ({"date": "2026-03-02"}, {"published": "2026-03-04"}, "in_time"),
        ({"date": "2026-03-02"}, {"published": "2026-03-09"}, "week_after"),
        ({"date": "2026-03-02"}, {"published": "2026-04-01"}, "month_after"),
        ({"date": "2026-03-02"}, {"published": "2026-04-02"}, "out_of_time"),
        ({"date": "2026-02-01/2026-03-02"}, {"published": "2026-03-02"}, "same_time"),
        ({"date": "2026-02-01/2026-03-02"}, {"published": "2026-03-09"}, "out_of_time"),
    ],
)
def test_two_dates(tell, a, b, level):
    assert (agreement(tell(**a), tell("b", **b)), agreement(tell("b", **b), tell(**a))) == (level, level)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [("2026-03-02", "2026-03-05", "near"), ("2026-03-02", "2026-03-16", "weeks"),
     ("2026-03-02", "2026-05-01", "months"), ("2026-03-02", "2026-06-01", "apart"), ("2026-03-02", None, None)],
)  # fmt: skip
def test_how_far_apart_stories_of_dated_events_are(tell, a, b, level):
    one, other = (tell(date="2026-03-02", published=day) for day in (a, b))
    assert gap_of_publication(one, other) == level
    assert gap_of_publication(tell(published=a), other) is None


def test_the_days_on_which_an_event_is_looked_for(tell):
    dated, published, neither = tell(date="2026-03-02"), tell(published="2026-03-02"), tell()
    first, last = span(dated)
    assert (last - first, span(published) == (first - 30, first), span(neither)[0] < first - 700_000) == (0, True, True)
