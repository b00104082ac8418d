"""Sentences as a reader sees them, and what stands in quotation marks."""

import pytest

from eventmap.sentences import in_quotation, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        # A quotation of several sentences stays with the words that say whose it is.
        (
            "“We will march. We will win. You will see,” she said. He left.",
            ["“We will march. We will win. You will see,” she said.", "He left."],
        ),
        ("«Мы идём. Мы победим», she said. He left.", ["«Мы идём. Мы победим», she said.", "He left."]),
        ("It cost 3.5 m. euros. He paid.", ["It cost 3.5 m. euros.", "He paid."]),
        (
            "Dr. Lee spoke. Mr. Smith left at 5 p.m. on Monday.",
            ["Dr. Lee spoke.", "Mr. Smith left at 5 p.m. on Monday."],
        ),
        ("   ", []),
    ],
)
def test_sentences(parsed, text, expected):
    assert [sentence.text for sentence in sentences(parsed(text))] == expected


def test_a_quotation_that_never_closes_does_not_swallow_the_rest(parsed):
    text = "“We will march. " + "The mayor left the town. " * 12

    found = sentences(parsed(text.strip()))

    assert " ".join(sentence.text for sentence in found) == text.strip()
    assert len(found) > 2
    assert max(sentence.text.count(".") for sentence in found) <= 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “stop now” and left.", ["stop", "now"]),
        ('"Stop", he said, "or go".', ["Stop", "or", "go"]),
        ("«Стой» and „halt” it said.", ["Стой", "halt"]),
        ("No quotation here.", []),
    ],
)
def test_words_in_quotation_marks(parsed, text, expected):
    doc = parsed(text)

    assert [token.text for token, quoted in zip(doc, in_quotation(doc), strict=True) if quoted] == expected
