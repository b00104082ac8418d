"""Tellings of one event are joined; events that differ in place, date, figure or type are kept apart."""

import pytest
from told import rows

ONE_EVENT = [
    # A heading and the body that repeats it.
    (
        "Earthquake kills 12 in Guatemala\n\n"
        "An earthquake killed 12 people in Guatemala on Thursday, officials said. Houses were destroyed.",
        [("natural_disaster", "Guatemala", (12, 12, "killed"), "2024-05-09", ("officials",), "reported")],
    ),
    (
        "Teachers' strike in Peru\n\nTeachers in Peru went on strike on Monday. They want higher pay.",
        [("strike", "Peru", None, "2024-05-13", (), "reported")],
    ),
    # A sentence that goes on about the event of the one before it.
    (
        "Farmers rallied in Toulouse on Monday. The rally ended at noon, police said.",
        [("protest", "Toulouse", None, "2024-05-13", ("police",), "reported")],
    ),
]
SEVERAL_EVENTS = [
    # Places.
    (
        "Farmers rallied in Toulouse on Monday.\n\nFarmers rallied in Lyon on Monday.",
        [
            ("protest", "Toulouse", None, "2024-05-13", (), "reported"),
            ("protest", "Lyon", None, "2024-05-13", (), "reported"),
        ],
    ),
    # Dates.
    (
        "Farmers rallied in Toulouse on Monday.\n\nFarmers rallied in Toulouse on 3 May.",
        [
            ("protest", "Toulouse", None, "2024-05-13", (), "reported"),
            ("protest", "Toulouse", None, "2024-05-03", (), "reported"),
        ],
    ),
    # Figures.
    (
        "About 300 farmers rallied in Toulouse.\n\nAbout 9,000 farmers rallied in Toulouse.",
        [
            ("protest", "Toulouse", (300, 300, "participants"), None, (), "reported"),
            ("protest", "Toulouse", (9000, 9000, "participants"), None, (), "reported"),
        ],
    ),
    # What happened, and what is planned.
    (
        "Farmers rallied in Toulouse.\n\nFarmers will rally in Toulouse on Sunday.",
        [
            ("protest", "Toulouse", None, None, (), "reported"),
            ("protest", "Toulouse", None, "2024-05-19", (), "planned"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE_EVENT + SEVERAL_EVENTS)
def test_events_of_several_tellings(read, text, expected):
    assert rows(read(text)) == expected


def test_the_passage_of_a_joined_event_spans_its_tellings(read):
    text = "Farmers rallied in Toulouse on Monday. The rally ended at noon, police said. It was dry."

    (event,) = read(text).events

    assert event.quote == text.removesuffix(" It was dry.")


def test_the_fuller_telling_gives_the_passage_not_the_heading(read):
    text = "Teachers' strike in Peru\n\nTeachers in Peru went on strike on Monday."

    (event,) = read(text).events

    assert event.quote == "Teachers in Peru went on strike on Monday."
