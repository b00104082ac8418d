"""The rules file: mistakes in it are named by line and key."""

import pytest

from eventmap import paths
from eventmap.errors import DataError
from eventmap.incidents.rules import LEVELS, load

TEXT = (paths.DATA / "incidents.yaml").read_text(encoding="utf-8")


def test_the_shipped_rules():
    rules = load()
    assert (rules.start, rules.never, rules.perhaps, rules.sure) == (-6, 0.2, 0.5, 0.8)
    assert rules.levels.keys() == {(part, name) for part, names in LEVELS.items() for name in names}
    level = rules.levels["date", "same_day"]
    assert (level.part, level.name, level.points, level.why) == ("date", "same_day", 4, "the same day")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("same_day: {points: 4,", "same_day: {points: four,", "key “points”: “four” is not a number"),
        ("same_day: {points: 4,", "same_day: {points: 40,", "key “points”: 40 is not between -30 and 30"),
        ("same_day: {points: 4, why: the same day}", "same_day: {points: 4}", "key “same_day”: “why” is missing"),
        ("same_day:", "every_day:", "key “every_day”: unknown key; known here are in_time, "),
        ("perhaps: 0.5", "perhaps: 0.9", "key “sure”: “never”, “perhaps” and “sure” must not fall, in this order"),
        ("start: -6\n", "", "key “file”: “start” is missing"),
    ],
)
def test_a_mistake_is_named(tmp_path, old, new, message):
    assert TEXT.count(old) == 1
    path = tmp_path / "incidents.yaml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(path)
    assert str(raised.value).startswith("incidents.yaml, line ")
    assert message in str(raised.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"^none\.yaml cannot be read"):
        load(tmp_path / "none.yaml")
