"""The event tagger's lessons: how a line is read, and that all that are shipped can be read."""

import pytest

from eventmap import event_types
from training.events import lessons
from training.events.lessons import Lesson, read_lessons

TYPES = ("arrest", "protest")


def test_triggers_stand_in_braces_with_their_type(tmp_path, monkeypatch):
    monkeypatch.setattr(lessons, "LESSONS", tmp_path)
    (tmp_path / "a.txt").write_text(
        "# a comment\n\narrest\tPolice {detained|arrest} 30 at a {rally|protest}.\nnone\tA rally of shares.\n",
        encoding="utf-8",
    )

    assert read_lessons(TYPES) == [
        Lesson("Police detained 30 at a rally.", ("arrest",), ((7, 15, "arrest"), (24, 29, "protest"))),
        Lesson("A rally of shares.", ("none",), ()),
    ]


@pytest.mark.parametrize(
    "line", ["arrest Police {detained|arrest} 30.", "strike\tA walkout.", "arrest\tA {raid|flood}.", "none\tA {rally."]
)
def test_a_line_that_is_no_lesson_is_named(tmp_path, monkeypatch, line):
    monkeypatch.setattr(lessons, "LESSONS", tmp_path)
    (tmp_path / "a.txt").write_text(f"# one\n{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"^a.txt:2: not a lesson"):
        read_lessons(TYPES)


def test_all_lessons_can_be_read_and_none_stands_twice():
    found = read_lessons(event_types.load().types)
    assert len({lesson.text for lesson in found}) == len(found) > 1_000
