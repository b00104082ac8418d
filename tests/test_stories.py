from pathlib import Path

import pytest

from eventmap.errors import InputError
from eventmap.stories import list_stories


def test_stories_are_listed_newest_first_and_undated_last(tmp_path: Path):
    (tmp_path / "old.txt").write_text("Old news.")
    (tmp_path / "old.json").write_text('{"published": "2019-01-01"}')
    (tmp_path / "more.jsonl").write_text(
        '{"id": "new", "text": "New.", "published": "2024-01-01"}\n{"id": "undated", "text": "?"}'
    )
    (tmp_path / "README.html").write_text("not a story")
    stories = [(story.id, story.text) for story in list_stories(tmp_path)]
    assert stories == [("new", "New."), ("old", "Old news."), ("undated", "?")]


def test_the_stories_that_come_with_the_product_can_be_read_and_credited():
    stories = list_stories()
    assert stories
    assert all(story.title and story.published and story.url and story.credit for story in stories)


def test_two_stories_with_one_id_are_refused(tmp_path: Path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.jsonl").write_text('{"id": "a", "text": "Another."}')
    with pytest.raises(InputError, match=r'b\.jsonl: another file in .* holds an article with the same id, "a"'):
        list_stories(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="none cannot be read: No such file or directory"):
        list_stories(tmp_path / "none")
