"""The tagger, and how words become what it takes."""

import numpy as np

from eventmap.toponyms.features import gazetteer_values, known_stretches
from eventmap.toponyms.tagger import BEGINS, CONTINUES, OUTSIDE, Batch, tagger
from eventmap.toponyms.words import words_of


def tag(gazetteer, text):
    words = words_of(text)
    return words, tagger().tag(words, text, gazetteer_values(words, known_stretches(words, text, gazetteer)))


def test_places_are_marked_and_other_words_are_not(gazetteer):
    words, scores = tag(gazetteer, "Heavy rain fell on Buenos Aires, officials said.")
    labels = dict(zip([word.text for word in words], np.argmax(scores[:, :3], axis=1).tolist(), strict=True))

    assert (labels["Buenos"], labels["Aires"]) == (BEGINS, CONTINUES)
    assert {label for word, label in labels.items() if word not in {"Buenos", "Aires"}} == {OUTSIDE}


def test_scores_of_labels_are_log_probabilities(gazetteer):
    _, scores = tag(gazetteer, "Snow closed roads near Almaty, Kazakhstan.")
    assert np.allclose(np.exp(scores[:, :3]).sum(axis=1), 1.0, atol=1e-3)


def test_words_of_sentences_without_names_are_outside(gazetteer):
    words, scores = tag(gazetteer, "it rained all night.")
    assert scores.shape == (len(words), 4)
    assert set(np.argmax(scores[:, :3], axis=1).tolist()) == {OUTSIDE}


def test_no_text_no_scores():
    assert tagger().tag([], "", []).shape == (0, 4)


def test_a_batch_is_padded_and_knows_where_words_begin():
    batch = Batch([[((7, 8), 1, 3), ((9,), 2, 0)], [((5,), 1, 1)]])

    assert batch.ids.tolist() == [[101, 7, 8, 9, 102], [101, 5, 102, 0, 0]]
    assert batch.mask.tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
    assert batch.features[:, :, 0].tolist() == [[0, 1, 1, 2, 0], [0, 1, 0, 0, 0]]
    assert batch.features[:, :, 1].tolist() == [[0, 3, 3, 0, 0], [0, 1, 0, 0, 0]]
    assert batch.heads == [[1, 3], [1]]
