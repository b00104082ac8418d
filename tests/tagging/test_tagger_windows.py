"""Windows of a paragraph for the event tagger."""

from eventmap.tagging.windows import MAX_PIECES, windows


def test_whole_sentences_are_packed_while_they_fit():
    sizes = [1] * 100 + [1] * 26 + [1] * 50
    assert windows(sizes, [0, 100, 126]) == [(0, 126), (126, 176)]


def test_a_sentence_longer_than_a_window_is_cut_where_the_window_is_full():
    sizes = [2] * 70 + [1] * 10
    assert windows(sizes, [0, 70]) == [(0, 63), (63, 80)]


def test_a_word_of_many_pieces_goes_to_the_next_window():
    assert windows([MAX_PIECES - 1, 6, 1], [0]) == [(0, 1), (1, 3)]


def test_no_words_no_windows():
    assert windows([], []) == []
