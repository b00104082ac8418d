"""Tellings of one event are joined, with all their passages; events that differ are kept apart."""

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


# (paragraphs, how many of the first ones tell the one event besides its quotation)
TOLD_AGAIN = [
    # By a definite noun of its type, or a general one.
    ["A car bomb killed nine people in Mosul on Monday.", "The blast tore through a market."],
    [
        "Two men were shot dead in Leeds on Monday.",
        "Police said the attack was planned.",
        "The shooting lasted minutes.",
    ],
    ["Thousands marched in Lima on Monday.", "Protesters chanted slogans.", "The demonstration ended at noon."],
    # By a name.
    [
        "Gunmen shot dead Amina Bello in Kaduna on Sunday.",
        "She was 54 and had two sons.",
        "Bello was shot dead as she left a mosque, police said.",
    ],
    # By a figure, for all that stands between.
    [
        "A fire in Dhaka killed 52 people on Monday.",
        "The factory made shoes for export.",
        "Its owner is abroad.",
        "Relatives of the 52 people who died in the fire wept.",
    ],
    # The dead of an event, before it and after it.
    ["A ferry sank off Sumatra on Monday.", "At least 30 people died."],
]


@pytest.mark.parametrize("paragraphs", TOLD_AGAIN)
def test_an_event_told_again_is_one_event(read, paragraphs):
    text = "\n\n".join(paragraphs)

    events = [event for event in read(text).events if event.start == 0]

    assert len(events) == 1
    assert len(read(text).events) == 1
    for passage in events[0].passages:
        assert passage.text == text[passage.start : passage.end]
        assert passage.text in paragraphs[1:]


def test_further_passages_are_in_the_order_of_the_text_and_outside_the_quotation(read):
    text = (
        "Bomb kills nine in Mosul\n\nA car bomb killed nine people in Mosul on Monday, police said.\n\n"
        "The blast tore through a market.\n\nThe victims were shoppers."
    )

    (event,) = read(text).events

    assert event.quote == "A car bomb killed nine people in Mosul on Monday, police said."
    assert [passage.text for passage in event.passages] == [
        "Bomb kills nine in Mosul",
        "The blast tore through a market.",
        "The victims were shoppers.",
    ]


APART = [
    # Marked as another one, or done to another.
    ["A bomb exploded in Kabul on Monday.", "A second bomb exploded near the station, killing two people."],
    ["Gunmen attacked a bus in Jos on Monday.", "In another attack, gunmen killed two guards in Jos."],
    ["A man was stabbed in Leeds on Monday.", "Another man was stabbed in Leeds on Monday."],
    ["Police arrested Ivan Petrov in Minsk on Monday.", "Police arrested Olga Sidorova in Minsk on Monday."],
    # Another place or another time.
    ["A bomb killed nine people in Kabul on Monday.", "Separately, a bomb killed two people in Herat."],
    ["Two people died in a factory fire in Dhaka on Monday.", "Last month nine died in a factory fire in Dhaka."],
    # Numbers that nobody but the text gives.
    ["About 300 farmers rallied in Toulouse.", "About 9,000 farmers rallied in Toulouse."],
]


@pytest.mark.parametrize("paragraphs", APART)
def test_another_event_stays_another(read, paragraphs):
    text = "\n\n".join(paragraphs)

    assert [event.quote for event in read(text).events] == paragraphs


def test_what_goes_on_after_another_event_is_named_in_passing_is_of_the_main_one(read):
    text = (
        "A suicide bomber killed nine people in Kabul on Monday.\n\n"
        "The attack came a week after a bombing in Herat killed four people.\n\nThe victims included two nurses."
    )

    main, earlier = read(text).events

    assert [(figure.low, figure.part) for figure in main.figures] == [(9, False), (2, True)]
    assert [(figure.low, figure.part) for figure in earlier.figures] == [(4, False)]
