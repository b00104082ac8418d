"""What the tagger is told of each word beside its letters."""

from eventmap.toponyms.features import GAZETTEER_VALUES, SHAPES, gazetteer_values, known_stretches, shapes
from eventmap.toponyms.words import words_of


def test_how_words_are_written():
    words = words_of("In NATO's 3 McDonald B iPhone Київ город .")
    assert [SHAPES[index] for index in shapes(words)] == [
        "capitalised",
        "capitals",
        "punctuation",
        "lower case",
        "number",
        "mixed",
        "one capital",
        "camel",
        "name in another script",
        "another script",
        "punctuation",
    ]


def test_what_the_gazetteer_knows_of_words(gazetteer):
    text = "French troops left New York City for Mali and Zzyzzx."
    words = words_of(text)
    known = known_stretches(words, text, gazetteer)
    values = gazetteer_values(words, known)

    assert {text[words[a].start : words[b - 1].end] for a, b in known} >= {"French", "New York City", "York", "Mali"}
    told = {word.text: value for word, value in zip(words, values, strict=True)}
    assert told["troops"] == told["left"] == told["Zzyzzx"] == 0
    assert told["City"] == told["York"] == told["New"] + 1
    assert len({told["French"], told["New"], told["Mali"]}) == 3
    assert max(values) < GAZETTEER_VALUES
