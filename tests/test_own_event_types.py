"""A user's own event types: the pages follow the file, and a mistake in it is one sentence."""

import json
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from eventmap import paths

STORY = "A dust devil wrecked twelve stalls in Gaborone on Monday. Thousands marched in Oslo on Tuesday."
DUST_DEVIL = """
  - id: dust_devil
    label: Dust devil
    category: disaster
    colour: "#0072B2"
    acled: {event_type: null, sub_event_type: null}
    plover: null
    case2021: null
    description: A whirl of dust.
    patterns:
      - {noun: dust devil, strength: 0.9}
"""


@pytest.fixture
def event_types_file(tmp_path, monkeypatch):
    """A copy of the event types for a user to edit, and one story."""
    record = {"id": "s", "text": STORY, "title": "Monday and Tuesday", "published": "2024-05-16"}
    (tmp_path / "stories.jsonl").write_text(json.dumps(record))
    monkeypatch.setattr(paths, "ARTICLES", tmp_path)
    mine = tmp_path / "event_types.yaml"
    shutil.copy(paths.EVENT_TYPES, mine)
    monkeypatch.setattr(paths, "EVENT_TYPES", mine)
    return mine


def opened():
    app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=60)
    app.run()
    assert not app.exception
    return app


def events(app):
    return list(app.dataframe[0].value["Event"])


def test_the_pages_follow_a_new_type_and_a_new_label(event_types_file, gazetteer):
    before = opened()
    assert "Protest" in events(before)
    assert "Dust devil" not in events(before)
    text = event_types_file.read_text()
    assert text.count("    label: Protest\n") == 1
    event_types_file.write_text(text.replace("    label: Protest\n", "    label: Manifestation\n") + DUST_DEVIL)

    assert sorted(events(opened())) == ["Dust devil", "Manifestation"]


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ('colour: "#0072B2"', "colour: bluish", "“bluish” is not a colour like #0072B2"),
        ("{noun: dust devil, strength: 0.9}", "{noun: dust devil, strenght: 0.9}", "strenght"),
        ("category: disaster\n    colour", "category: whirls\n    colour", "there is no category “whirls”"),
    ],
)
def test_a_mistake_is_named_by_line_and_key(event_types_file, wrong, right, told):
    text = event_types_file.read_text()
    mistaken = DUST_DEVIL.replace(wrong, right)
    assert mistaken != DUST_DEVIL
    event_types_file.write_text(text + mistaken)
    key = right.split(":")[0].strip("{ ") if "strenght" not in right else "strenght"
    line = (text + mistaken)[: (text + mistaken).rindex(key)].count("\n") + 1

    app = opened()

    (error,) = app.error
    assert told in error.value
    assert f"line {line}" in error.value
    assert not app.dataframe
