"""Words of a text, and the stretches of them that may be a name."""

import pytest

from eventmap.toponyms.words import is_name_word, is_other_script, stretches, words_of


def names(text):
    words = words_of(text)
    return [text[words[first].start : words[last - 1].end] for first, last in stretches(words, text)]


def test_words_and_marks_have_their_offsets():
    text = "🙂 Kyiv’s port."
    assert [(word.text, text[word.start : word.end]) for word in words_of(text)] == [
        (mark, mark) for mark in ["🙂", "Kyiv", "’", "s", "port", "."]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they met in Porto.", ["Porto", "Porto."]),
        ("the Isle of Man coast", ["Isle", "Isle of Man", "Man"]),
        ("a Cox’s Bazar clinic", ["Cox", "Cox’s Bazar", "Bazar"]),
        ("near Aix-en-Provence, again", ["Aix", "Aix-en-Provence", "Provence"]),
        ("in U.S. courts", ["U", "U.", "U.S", "U.S.", "S", "S."]),
        ("Lima\n\nPeru", ["Lima", "Peru"]),
        ("The Hague", ["Hague"]),
        ("no name here", []),
    ],
)
def test_stretches_begin_and_end_with_a_name_word(text, expected):
    assert names(text) == expected


def test_a_long_run_of_capitals_gives_a_bounded_number_of_stretches():
    assert len(names("Aa " * 1_000)) <= 9 * 1_000


@pytest.mark.parametrize(
    ("word", "name", "foreign"),
    [("Lviv", True, False), ("lviv", False, False), ("Київ", True, True), ("город", False, True), ("北京", True, True)],
)
def test_which_words_are_written_as_names(word, name, foreign):
    assert (is_name_word(word), is_other_script(word)) == (name, foreign)
