import datetime as dt
from dataclasses import replace

import pytest
from mapsample import EVENTS, UNCERTAIN

from eventmap.model import Count, DateRange, Figure, Mention, Span
from eventmap.wording import (
    count_phrase,
    date_phrase,
    figure_phrase,
    not_placed_phrase,
    range_phrase,
    status_phrase,
    where_phrase,
    why_phrase,
)


@pytest.mark.parametrize(
    ("low", "high", "phrase"),
    [
        (261000, None, "at least 261,000"),
        (None, 1000000, "up to 1,000,000"),
        (0, 40, "up to 40"),
        (200, 999, "200–999"),
        (400, 400, "400"),
        (0, 0, "none"),
        (None, None, "number unknown"),
    ],
)
def test_ranges(low, high, phrase):
    assert range_phrase(low, high) == phrase


@pytest.mark.parametrize(
    ("start", "end", "precision", "phrase"),
    [
        ("2024-05-14", "2024-05-14", "day", "14 May 2024"),
        ("2024-05-14", "2024-05-16", "day", "14–16 May 2024"),
        ("2024-05-30", "2024-06-02", "day", "30 May – 2 June 2024"),
        ("2023-12-30", "2024-01-02", "day", "30 December 2023 – 2 January 2024"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2024-02-01", "2024-04-30", "month", "February 2024 – April 2024"),
        ("2024-02-01", "2024-04-16", "month", "1 February – 16 April 2024"),
        ("2022-01-01", "2022-12-31", "year", "2022"),
        ("2022-01-01", "2023-12-31", "year", "2022–2023"),
    ],
)
def test_dates(start, end, precision, phrase):
    date = DateRange(dt.date.fromisoformat(start), dt.date.fromisoformat(end), precision, "")
    assert date_phrase(date) == phrase


@pytest.mark.parametrize(
    ("changes", "phrase"),
    [
        ({"status": "reported"}, "Reported"),
        ({"status": "denied"}, "Denied"),
        ({"status": "denied", "denied_by": ("the mayor", "the army")}, "Denied by the mayor and the army"),
        ({"status": "planned", "denied_by": ("the mayor",)}, "Planned"),
    ],
)
def test_statuses(changes, phrase):
    assert status_phrase(replace(EVENTS[0], **changes)) == phrase


def test_counts_of_people_and_of_things():
    assert count_phrase(Count(6500, None, "people", "called_up", "")) == "at least 6,500 called up"
    assert count_phrase(Count(3, 3, "vehicles", "destroyed", "")) == "3 vehicles destroyed"


def test_a_further_figure_says_who_gives_it_and_how():
    words = Span(0, 2, "40")
    killed = Figure(40, 40, "people", "killed", words)
    assert figure_phrase(killed) == "40 killed"
    assert figure_phrase(replace(killed, sources=("rebels", "the Red Cross"))) == (
        "40 killed, according to rebels and the Red Cross"
    )
    assert figure_phrase(replace(killed, sources=("rebels",), status="claimed")) == (
        "40 killed, according to rebels (claimed)"
    )
    assert figure_phrase(replace(killed, low=12, high=None, part=True)) == "of them at least 12 killed"


def test_a_label_says_where_and_whether_that_is_uncertain():
    assert [where_phrase(event) for event in (EVENTS[1], UNCERTAIN[1], EVENTS[5])] == [
        "Zadar",
        "Zadar (uncertain)",
        "Not on the map",
    ]


def test_why_names_the_words_once():
    assert why_phrase("Zadar", "the only place of this name") == "“Zadar”, the only place of this name"
    assert why_phrase("Croatian", "“Croatian” is the adjective of Croatia") == "“Croatian” is the adjective of Croatia"
    assert why_phrase("Zadar", "") == "“Zadar”"


def test_a_name_without_a_place_says_why_and_what_it_could_be():
    lost = Mention(0, 4, "Brod", "place", None, "", None, None, None, "", "", 0.0, "none fits", (("1", "Brod, BA"),))
    assert not_placed_phrase(lost) == "none fits; could be Brod, BA"
    assert not_placed_phrase(replace(lost, why="", alternatives=())) == "not in the gazetteer"
