"""Word pieces of words."""

import pytest

from eventmap.encoder.pieces import Pieces

VOCABULARY = "\n".join(["[PAD]", "[UNK]", "yak", "##utsk", "##u", "y", "##a", "京", "北", "-", "sao", "x", "##x"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Yakutsk", ["yak", "##utsk"]),
        ("YAKU", ["yak", "##u"]),
        ("São", ["sao"]),
        ("北京", ["北", "京"]),
        ("-", ["-"]),
        ("Yakq", ["[UNK]"]),
        ("q", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("x" * 10_000, ["x", *["##x"] * 5]),
    ],
)
def test_pieces_of_a_word(word, expected):
    names = VOCABULARY.split("\n")
    assert [names[id_] for id_ in Pieces(VOCABULARY).of(word)] == expected
