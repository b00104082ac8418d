"""The questions about a parse that the readers of events share."""

import pytest

from eventmap.events.syntax import ancestors, clause_head, coordinated, is_negated, subject, tree_distance

SENTENCE = "The mayor said that police and soldiers did not attack the crowd, fled and hid in Leeds."


@pytest.fixture
def word(parsed):
    doc = parsed(SENTENCE)
    return lambda text: next(token for token in doc if token.text == text)


def test_ancestors_lead_from_the_word_itself_to_the_root(word):
    assert [token.text for token in ancestors(word("soldiers"))] == ["soldiers", "police", "attack", "said"]


@pytest.mark.parametrize(
    ("text", "expected"), [("crowd", "attack"), ("attack", "attack"), ("mayor", "said"), ("not", "attack")]
)
def test_clause_head(word, text, expected):
    assert clause_head(word(text)) == word(expected)


def test_a_phrase_without_a_verb_is_headed_by_its_root(parsed):
    doc = parsed("Riots in Leeds")

    assert clause_head(doc[2]).text == "Riots"


def test_coordinated_words_in_the_order_of_the_text(parsed):
    doc = parsed("They met in York, Leeds and Hull.")
    names = {token.text: token for token in doc}

    assert [token.text for token in coordinated(names["Leeds"])] == ["York", "Leeds", "Hull"]
    assert [token.text for token in coordinated(names["met"])] == ["met"]


@pytest.mark.parametrize(("verb", "expected"), [("said", "mayor"), ("attack", "police"), ("fled", "police")])
def test_subject_is_shared_by_coordinated_verbs(word, verb, expected):
    assert subject(word(verb)) == word(expected)


def test_a_relative_clause_borrows_no_subject(parsed):
    doc = parsed("The mayor praised a march to stop the dam.")

    assert subject(next(token for token in doc if token.text == "march")) is None


def test_only_the_negated_word_is_negated(word):
    assert is_negated(word("attack"))
    assert not is_negated(word("fled"))


def test_tree_distance(word, parsed):
    assert tree_distance(word("police"), word("crowd")) == 2
    assert tree_distance(word("attack"), word("attack")) == 0
    two = parsed("He left. She stayed.")
    assert tree_distance(two[0], two[3]) == 99
