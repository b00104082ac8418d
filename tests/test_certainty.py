import pytest

from eventmap.certainty import UNCERTAIN_BELOW, is_uncertain, percent, place_name, sureness


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "very sure · 100 %"),
        (0.9, "very sure · 90 %"),
        (0.72, "fairly sure · 72 %"),
        (0.5, "more likely than not · 50 %"),
        (0.4999, "uncertain · 49 %"),
        (0.0, "uncertain · 0 %"),
    ],
)
def test_how_sure_a_place_is_in_words_and_as_a_number(confidence, words):
    assert sureness(confidence) == words


def test_words_number_and_name_agree_on_what_is_uncertain():
    for confidence in (step / 1000 for step in range(1001)):
        uncertain = is_uncertain(confidence)
        assert uncertain == (percent(confidence) < 100 * UNCERTAIN_BELOW)
        assert uncertain == sureness(confidence).startswith("uncertain")
        assert place_name("Elbow", confidence) == ("Elbow (uncertain)" if uncertain else "Elbow")


def test_decimal_fractions_keep_their_number():
    assert [percent(number / 100) for number in range(101)] == list(range(101))
