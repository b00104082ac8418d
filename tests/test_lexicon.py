"""The closed word lists, and what is said of a damaged file."""

import pytest

from eventmap import lexicon, paths
from eventmap.errors import DataError


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """Puts another lexicon in the place of the product's own."""

    def put(text: str) -> None:
        (tmp_path / "lexicon.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(paths, "DATA", tmp_path)
        lexicon._lists.cache_clear()

    yield put
    monkeypatch.undo()
    lexicon._lists.cache_clear()


def test_a_list_of_the_product():
    assert {"say", "report"} <= lexicon.words("reporting_verbs")


def test_every_word_is_text_in_lower_case():
    for name, words in lexicon._lists().items():
        assert words, name
        assert [word for word in words if word != word.lower() or word != word.strip()] == [], name


def test_words_of_a_list(lists):
    lists('verbs: [say, "on"]\nempty: []')

    assert lexicon.words("verbs") == {"say", "on"}
    assert lexicon.words("empty") == frozenset()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("verbs: [say]", "lexicon.yaml has no list “nouns”"),
        ("nouns: [yes, 3]", "lexicon.yaml: “nouns” must be a list of words"),
        ("nouns: say", "lexicon.yaml: “nouns” must be a list of words"),
        ("nouns: [say", "lexicon.yaml cannot be read: "),
    ],
)
def test_a_damaged_lexicon_is_named(lists, text, message):
    lists(text)

    with pytest.raises(DataError) as caught:
        lexicon.words("nouns")

    assert str(caught.value).startswith(message)


def test_a_missing_lexicon_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "DATA", tmp_path)
    lexicon._lists.cache_clear()
    try:
        with pytest.raises(DataError, match=r"^lexicon\.yaml cannot be read: "):
            lexicon.words("nouns")
    finally:
        monkeypatch.undo()
        lexicon._lists.cache_clear()
