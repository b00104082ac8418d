"""What a sentence says of the thing that one of its words names: that it happened, is planned, or neither."""

import pytest

from eventmap.events.modality import modality

ASSERTED = [
    ("Workers marched through Leeds.", "marched"),
    ("Workers may have marched through Leeds.", "marched"),
    ("Workers were forced to march through Leeds.", "march"),
    ("Workers managed to march through Leeds.", "march"),
    ("Workers began to march through Leeds.", "march"),
    ("Soldiers came to attack Leeds.", "attack"),
    ("Police stopped a march in Leeds.", "march"),
    ("Not only did workers march in Leeds, they sang.", "march"),
    ("No fewer than 300 workers marched through Leeds.", "marched"),
]
PLANNED = [
    ("Workers plan to march through Leeds.", "march"),
    ("Workers will march through Leeds.", "march"),
    ("Workers are going to march through Leeds.", "march"),
    ("Workers announced plans for a march through Leeds.", "march"),
    ("They planned a march through Leeds.", "march"),
    ("The union vowed to strike in June.", "strike"),
]
NOT_SAID = [
    ("Workers did not march through Leeds.", "march"),
    ("Workers never marched through Leeds.", "marched"),
    ("There was no attack in Leeds.", "attack"),
    ("Workers might march through Leeds.", "march"),
    ("If workers march through Leeds, shops will close.", "march"),
    ("Unless workers march through Leeds, nothing will change.", "march"),
    ("Workers threatened to march through Leeds.", "march"),
    ("Workers refused to march through Leeds.", "march"),
    ("Workers failed to march through Leeds.", "march"),
    ("The union asked workers to march through Leeds.", "march"),
    ("The threat of a march hung over Leeds.", "march"),
    ("The union denied that workers marched in Leeds.", "marched"),
    ("Workers feared that soldiers would attack Leeds.", "attack"),
    ("It is unclear whether workers marched in Leeds.", "marched"),
    ("Rumours of an attack spread in Leeds.", "attack"),
]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        *((*case, "asserted") for case in ASSERTED),
        *((*case, "planned") for case in PLANNED),
        *((*case, "not_said") for case in NOT_SAID),
    ],
)
def test_modality_of_a_word(parsed, sentence, word, expected):
    doc = parsed(sentence)

    assert modality(next(token for token in doc if token.text == word), quoted=False) == expected


def test_a_slogan_tells_nothing_and_a_quoted_witness_tells(parsed):
    slogan = parsed("The crowd chanted “Stop the war and free the prisoners!”")
    witness = parsed("“They attacked the school at dawn,” she said.")

    assert modality(next(t for t in slogan if t.text == "free"), quoted=True) == "not_said"
    assert modality(next(t for t in witness if t.text == "attacked"), quoted=True) == "asserted"
