"""Claims, denials and who makes them."""

import pytest

SENTENCES = [
    # (text, status, sources, denied by)
    ("Rebels captured a bridge near Kherson, the army said.", "reported", ("army",), ()),
    ("The army denied that its planes had bombed a market in Omdurman.", "denied", (), ("army",)),
    ("The government rejected reports that police had shot a man in Conakry.", "denied", (), ("government",)),
    (
        "Rebels said they had shot down a helicopter near Donetsk, a claim denied by the defence ministry.",
        "denied",
        ("Rebels",),
        ("defence ministry",),
    ),
    ("The opposition alleges that 200 people were detained in Harare.", "claimed", ("opposition",), ()),
    ("Dozens of people were reportedly abducted in Maputo.", "claimed", (), ()),
    ("Unions plan to strike in Dakar next Thursday.", "planned", (), ()),
]


@pytest.mark.parametrize(("text", "status", "sources", "denied_by"), SENTENCES)
def test_who_says_so_and_who_denies_it(read, text, status, sources, denied_by):
    (event,) = read(text).events

    assert (event.status, event.sources, event.denied_by) == (status, sources, denied_by)


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
