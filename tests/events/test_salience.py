"""Which words tell an event and which only name a topic, and which sentences go on about the event before them."""

import pytest
from told import row, rows

TOPICS = [
    "The film is about a strike.",
    "She teaches the history of war crimes trials.",
    "A law on kidnapping was debated for years.",
]


@pytest.mark.parametrize("text", TOPICS)
def test_a_topic_is_no_event(read, text):
    assert rows(read(text)) == []


FOLLOWED = [
    # (text, how much of it is the passage, sources)
    (
        "About 300 women rallied in Kabul. They chanted slogans against the ban, AFP reported. It rained.",
        "They chanted slogans against the ban, AFP reported.",
        ("AFP",),
    ),
    (
        "A man set himself on fire in Tbilisi. According to Interpress, the man had lost his job. It rained.",
        "According to Interpress, the man had lost his job.",
        ("Interpress",),
    ),
    (
        "Two men were shot dead in Karachi. Dawn reported that the gunmen escaped. It rained.",
        "Dawn reported that the gunmen escaped.",
        ("Dawn",),
    ),
]


@pytest.mark.parametrize(("text", "last", "sources"), FOLLOWED)
def test_the_next_sentence_gives_a_source_where_it_points_back(read, text, last, sources):
    (event,) = read(text).events

    assert event.quote == text[: text.index(last) + len(last)]
    assert event.sources == sources


NOT_FOLLOWED = [
    # Nothing points back.
    "About 300 women rallied in Kabul. The currency fell, AFP reported.",
    # Nobody is named and nobody quoted.
    "About 300 women rallied in Kabul. They were tired.",
    # Another paragraph.
    "About 300 women rallied in Kabul.\n\nThey were tired, AFP reported.",
]


@pytest.mark.parametrize("text", NOT_FOLLOWED)
def test_a_sentence_about_something_else_is_no_part_of_the_passage(read, text):
    (event,) = read(text).events

    assert (event.quote, row(event)[4]) == ("About 300 women rallied in Kabul.", ())


def test_what_two_people_met_at_is_no_second_event(read):
    (event,) = read("Ministers condemned the war at a summit in Doha.").events

    assert row(event)[:2] == ("condemnation", "Doha")


def test_the_dead_of_a_blast_are_counted_with_it(read):
    (event,) = read("Twelve people died in a bomb blast in Mosul.").events

    assert row(event)[1:3] == ("Mosul", (12, 12, "killed"))
    assert event.type != "deaths"
