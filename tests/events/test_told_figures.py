"""All figures of an event: by whom they are given, which is the main one, and which is a part of another."""

import pytest

from eventmap.model import Event

# (text, figures: low, high, role, sources, part)
FIGURES = [
    # Two sources in one sentence, with and without a verb for the second.
    (
        "Police said 300 people marched in Lyon, while organisers put the number at 2,000.",
        [(300, 300, "participants", ("Police",)), (2000, 2000, "participants", ("organisers",))],
    ),
    (
        "Police said 300 people marched in Lyon; organisers said 2,000.",
        [(300, 300, "participants", ("Police",)), (2000, 2000, "participants", ("organisers",))],
    ),
    (
        "Thousands marched in Warsaw on Saturday. Police put the turnout at 8,000, city officials at 20,000.",
        [
            (2000, 9999, "participants", ()),
            (8000, 8000, "participants", ("Police",)),
            (20000, 20000, "participants", ("city officials",)),
        ],
    ),
    # In a sentence, or a paragraph, that tells nothing else.
    (
        "Some 5,000 people joined the march in Porto, organisers said. Police estimated the crowd at 1,200.",
        [(5000, 5000, "participants", ("organisers",)), (1200, 1200, "participants", ("Police",))],
    ),
    (
        "A truck bomb went off in Mosul on Monday.\n\nThe army put the dead at 12; rebels said 40.",
        [(12, 12, "killed", ("army",)), (40, 40, "killed", ("rebels",))],
    ),
    (
        "A bomb killed 12 people in Kabul. The Taliban said 40 had died.",
        [(12, 12, "killed", ()), (40, 40, "killed", ("Taliban",))],
    ),
    (
        "Farmers rallied in Porto. About 2,000 people took part, police said.",
        [(2000, 2000, "participants", ("police",))],
    ),
    # The dead come before the injured; parts are parts.
    (
        "The blast killed 12 people in Kabul, including three children, and wounded 30.",
        [(12, 12, "killed", ()), (30, 30, "injured", ()), (3, 3, "killed", (), "part")],
    ),
    (
        "Gunmen attacked a bus near Jos, killing nine people. The dead included four children.",
        [(9, 9, "killed", ()), (4, 4, "killed", (), "part")],
    ),
    (
        "An earthquake injured 300 people in Chile on Monday.\n\nThe quake killed 24 people, officials said.",
        [(24, 24, "killed", ("officials",)), (300, 300, "injured", ())],
    ),
    # The newer figure is the main one.
    (
        "A fire in Porto killed five people on Monday.\n\nThe death toll has climbed to 31.",
        [(31, 31, "killed", ()), (5, 5, "killed", ())],
    ),
    (
        "A blast hit a market in Mosul on Monday.\n\nThe toll from the blast rose from 5 to 9, the ministry said.",
        [(9, 9, "killed", ("ministry",)), (5, 5, "killed", ("ministry",))],
    ),
    # What the story counts replaces the heading's word.
    (
        "Dozens feared dead after quake in Chile\n\nAt least 24 people died when an earthquake struck Chile on Monday.",
        [(24, None, "killed", ()), (24, 99, "killed", ())],
    ),
    # The same number twice is one figure, of both.
    (
        "A storm killed seven people in Haiti, police said.\n\nThe storm killed seven people, the Red Cross said.",
        [(7, 7, "killed", ("police", "Red Cross"))],
    ),
]


def figures(event: Event) -> list[tuple[object, ...]]:
    return [
        (figure.low, figure.high, figure.role, figure.sources, *(["part"] if figure.part else []))
        for figure in event.figures
    ]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_stand_side_by_side(read, text, expected):
    (event,) = read(text).events

    assert figures(event) == expected
    assert event.count == event.figures[0].count
    for figure in event.figures:
        assert figure.words.text == text[figure.words.start : figure.words.end]


NO_FIGURES = [
    "A bomb exploded in Kabul on 12 May. It was the 40th this year.",
    "Farmers rallied in Porto on Monday. Milk costs 40 cents a litre, they said.",
    "Farmers rallied in Porto. The minister said that 2,000 farms had closed.",
    "Farmers rallied in Porto. The mayor, 52, said no.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_other_numbers_are_no_figures_of_the_event(read, text):
    (event,) = read(text).events

    assert (event.figures, event.count) == ((), None)


def test_the_figures_of_a_heading_with_two_events_go_to_the_right_one(read):
    text = (
        "Storm kills 7 in Haiti; strike shuts ports in Peru\n\nDockers in Peru went on strike on Monday.\n\n"
        "A storm killed seven people in Haiti."
    )

    assert {event.type: figures(event) for event in read(text).events} == {
        "natural_disaster": [(7, 7, "killed", ())],
        "strike": [],
    }
