"""Windows for the tagger: sentences that name something, as many as fit."""

from eventmap.toponyms.windows import MAX_PIECES, sentences, windows
from eventmap.toponyms.words import words_of


def texts(text, ranges):
    words = words_of(text)
    return [text[words[first].start : words[last - 1].end] for first, last in ranges]


def cut(text, size=1):
    words = words_of(text)
    return texts(text, windows(words, text, [size] * len(words), [0] * len(words)))


def test_sentences_end_at_stops_and_line_ends_but_not_at_abbreviations():
    text = "Fire in Porto\nThe St. John ward burnt. “It was hot.” Nobody in U.S. uniform came! Why?"
    assert texts(text, sentences(words_of(text), text)) == [
        "Fire in Porto",
        "The St. John ward burnt.",
        "“It was hot.”",
        "Nobody in U.S. uniform came!",
        "Why?",
    ]


def test_no_text_has_no_sentence_and_no_window():
    assert sentences([], "") == [] == windows([], "", [], [])


def test_sentences_that_name_nothing_are_left_out():
    assert cut("It rained a lot. She left for Porto. The road was wet. They came from Lima.") == [
        "She left for Porto.",
        "They came from Lima.",
    ]


def test_a_sentence_that_begins_with_a_known_name_is_read():
    words = words_of("Porto burns. Rain falls.")
    assert windows(words, "Porto burns. Rain falls.", [1] * 6, [7, 0, 0, 0, 0, 0]) == [(0, 3)]


def test_neighbours_share_a_window_as_long_as_they_fit():
    sentence = "We saw Porto and then saw Lima there today."
    assert cut(" ".join([sentence] * 4), size=7) == [f"{sentence}", f"{sentence}", f"{sentence}", f"{sentence}"]
    assert cut(" ".join([sentence] * 4), size=6) == [f"{sentence} {sentence}", f"{sentence} {sentence}"]


def test_a_sentence_longer_than_a_window_is_cut_and_nothing_is_lost():
    text = "We " + "saw Porto and " * 200
    words = words_of(text)
    ranges = windows(words, text, [1] * len(words), [0] * len(words))

    assert [first for first, _ in ranges[1:]] == [last for _, last in ranges[:-1]]
    assert (ranges[0][0], ranges[-1][1]) == (0, len(words))
    assert max(last - first for first, last in ranges) == MAX_PIECES
