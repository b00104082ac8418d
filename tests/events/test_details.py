"""How many an event concerns, and when it was."""

import pytest

TRAPS = [
    # (text, the count, if any)
    ("A 25-year-old man was stabbed in Leeds.", (1, 1)),
    ("After rents rose by 80 percent, students rallied in Toulouse.", None),
    ("Farmers rallied in Toulouse for 48 hours.", None),
    ("Thieves looted shops worth £25,000 in Leeds.", None),
    ("Farmers on 40 tractors rallied in Toulouse at 5 p.m.", None),
    ("Nobody was hurt when a warehouse burned down in Rotterdam.", (0, 0)),
]


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_ages_shares_hours_and_money_are_no_counts_of_people(read, text, expected):
    (event,) = read(text).events
    people = event.count if event.count and event.count.unit == "people" else None

    assert (people and (people.low, people.high)) == expected


def test_the_day_of_the_report_is_not_the_day_of_the_event(read):
    (event,) = read("The BBC reported on Monday that three people had died in Nairobi on Sunday.").events
    (undated,) = read("Three people have died in Nairobi, the BBC reported on Monday.").events

    assert str(event.date and event.date.start) == "2024-05-12"
    assert undated.date is None
