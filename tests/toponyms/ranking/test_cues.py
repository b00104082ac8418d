"""What the words beside a name call it."""

import pytest

from eventmap.toponyms.ranking.cues import cue_of

TEXTS = [
    ("He was tried in [Polk] County.", "county"),
    ("He was tried in [Polk County].", "county"),
    ("Roads in [Polk], Lake and Marion counties are closed.", "county"),
    ("Roads in the [Irkutsk] region are closed.", "region"),
    ("Roads in the state of [Georgia] are closed.", "region"),
    ("Roads in the Republic of [Georgia] are closed.", "nation"),
    ("They left the town of [Bend] on foot.", "city"),
    ("They swam in the [Hudson] River.", "water"),
    ("A [Paris] University student wrote it.", "body"),
    ("They live in [Paris].", ""),
    ("[Paris]", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_cue_of(text, expected):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")

    assert cue_of(plain, start, end) == expected
