import itertools
import textwrap

import pytest

from eventmap.paragraphs import MAX_PARAGRAPH, is_heading, paragraph_bounds

FIRST = (
    "Dock workers in the port of Varna walked out on Monday after talks about their pay broke down, and the union said "
    "that about 300 of its members had joined. Two ships waited outside the harbour. Police watched from the quay."
)
SECOND = (
    "The company called the strike unlawful and asked a court to stop it, while the mayor offered to bring both sides "
    "to the town hall for a second round of talks before the end of the week, as he had done in the spring."
)


def paragraphs(text: str) -> list[str]:
    bounds = paragraph_bounds(text)
    assert all(text[start:end].strip() == text[start:end] for start, end in bounds)
    assert all(earlier[1] <= later[0] for earlier, later in itertools.pairwise(bounds))
    return [" ".join(text[start:end].split()) for start, end in bounds]


def test_a_line_is_a_paragraph_and_blanks_around_it_are_not_part_of_it():
    text = "A headline without a stop\n\n  The first sentence. \t\nThe second one.\r\n\r\n \u2028Third."
    assert paragraphs(text) == ["A headline without a stop", "The first sentence.", "The second one.", "Third."]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [58, 72, 79, 100])
def test_hard_wrapped_paragraphs_parted_by_blank_lines_are_whole(width: int, newline: str):
    text = "\n\n".join(textwrap.fill(part, width) for part in ("Strike in Varna", FIRST, SECOND, FIRST))
    assert paragraphs(text.replace("\n", newline)) == ["Strike in Varna", FIRST, SECOND, FIRST]


def test_hard_wrapped_paragraphs_marked_by_indentation_are_parted():
    text = "\n".join(textwrap.fill(part, 66, initial_indent="    ") for part in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_a_finished_sentence_ends_a_paragraph_where_no_blank_line_can():
    wrapped = "\n".join(textwrap.fill(part, 70) for part in (SECOND, SECOND))
    assert paragraphs(wrapped) == [SECOND, SECOND]


def test_a_long_line_that_goes_on_in_lower_case_was_broken_inside_a_sentence():
    text = (
        "Protesters gathered outside the parliament in Podgorica on\nSunday.\n"
        "The crowd, which had grown all through the day,\nthen left."
    )
    assert paragraphs(text) == [
        "Protesters gathered outside the parliament in Podgorica on",
        "Sunday.",
        "The crowd, which had grown all through the day, then left.",
    ]


def test_short_lines_headlines_and_lists_stay_apart():
    verse = "rain on the square\nand nobody left\nto hear the speech"
    headlines = (
        "Court Orders Retrial of Three Officers in Windhoek\nFarmers Block Roads Near Lusaka for Third Day\nTwo Killed"
    )
    listed = "The ministry named the districts that the flood had reached by Friday\n- upper town\n- lower town"
    assert len(paragraphs(verse)) == len(paragraphs(headlines)) == len(paragraphs(listed)) == 3


def test_one_web_address_does_not_hide_the_wrapping():
    lines = textwrap.fill(" ".join([FIRST, SECOND] * 4), 70).splitlines()
    text = "\n".join([*lines, "", "Source:", "https://news.example/" + "a" * 150])
    assert paragraphs(text) == [" ".join([FIRST, SECOND] * 4), "Source:", "https://news.example/" + "a" * 150]


def test_an_endless_line_is_cut_at_spaces_and_nothing_but_spaces_is_lost():
    text = "word " * 5_000
    pieces = paragraphs(text)
    assert max(map(len, pieces)) <= MAX_PARAGRAPH
    assert " ".join(pieces) == text.strip()
    assert [len(piece) for piece in paragraphs("x" * 12_000)] == [5_000, 5_000, 2_000]


@pytest.mark.parametrize("text", ["", " \n\t\r\n "])
def test_nothing_has_no_paragraphs(text: str):
    assert paragraph_bounds(text) == []


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("The long march", True),
        ("Who gave the order?", True),
        ("The long march.", False),
        ("He said: “The long march.”", False),
        ("https://news.example/march", False),
        ("The long march to the far border", False),
        ("", False),
    ],
)
def test_a_heading_is_short_and_has_no_final_stop(paragraph: str, heading: bool):
    assert is_heading(paragraph, 30) is heading
