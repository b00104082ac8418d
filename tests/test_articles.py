import datetime as dt
import json
import re
import textwrap
from pathlib import Path

import pytest

from eventmap import articles
from eventmap.articles import article_from_record, parse_date, read_articles
from eventmap.errors import InputError
from eventmap.model import Article

STORY = "Ferry Workers Strike in Split\r\n\r\nAbout 200 people marched on Monday.\r\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path | str, **options: dt.date) -> str:
    with pytest.raises(InputError) as caught:
        read_articles(path, **options)
    return str(caught.value)


def test_a_text_file_is_one_article_kept_as_it_is(tmp_path: Path):
    path = write(tmp_path / "split.txt", STORY)
    assert read_articles(path) == [Article("split", STORY, title="Ferry Workers Strike in Split")]


def test_the_file_beside_it_says_more(tmp_path: Path):
    path = write(tmp_path / "split.txt", STORY)
    details = {"title": "Strike!", "published": "2023-05-02", "source": "news.example", "url": "https://news.example/1"}
    write(tmp_path / "split.json", json.dumps({**details, "credit": "News, 2 May 2023", "url_seen": 1, "source": " "}))
    assert read_articles(path) == [
        Article("split", STORY, "Strike!", dt.date(2023, 5, 2), None, "https://news.example/1", "News, 2 May 2023")
    ]
    assert read_articles(str(path), dt.date(2020, 1, 1))[0].published == dt.date(2020, 1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_give_the_same_text(tmp_path: Path, encoding: str):
    text = "Взрыв в Одессе\n\nНикто не пострадал, сообщили “власти”. 🚒"
    assert read_articles(write(tmp_path / "a.md", text.encode(encoding)))[0].text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Flood   Hits Beira\nThree bridges are gone.", "Flood Hits Beira"),
        ("What Now for the Miners?\n\nNobody knows.", "What Now for the Miners?"),
        ("Three bridges are gone.\n\nThe river rose.", None),
        ("Only one line", None),
        ("word " * 40 + "\n\nThe river rose.", None),
        ("https://news.example/a b\n\nThe river rose.", None),
        (textwrap.fill("The flood took bridges and the railway line to Beira, " * 3, 55) + ".\n\nIt rose.", None),
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title(tmp_path: Path, text: str, title: str | None):
    assert read_articles(write(tmp_path / "a.txt", text))[0].title == title
    line = json.dumps({"id": "a", "text": text})
    assert read_articles(write(tmp_path / "a.jsonl", line))[0].title == title


def test_each_line_of_a_jsonl_file_is_an_article(tmp_path: Path):
    lines = [
        {"id": "a", "text": "One\u2028line.", "title": "A", "published": "2024-02-29T23:59:00+03:00", "mentions": []},
        {"id": "b", "text": "  <b>Two</b>\n", "title": None, "source": "", "url": "https://x.example"},
    ]
    content = "\r\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\r\n\r\n"
    assert read_articles(write(tmp_path / "two.jsonl", content), dt.date(2020, 1, 1)) == [
        Article("a", "One\u2028line.", "A", dt.date(2024, 2, 29)),
        Article("b", "  <b>Two</b>\n", None, dt.date(2020, 1, 1), None, "https://x.example"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", "", "{} is empty."),
        ("a.txt", " \n\t", "{} has no text in it, only blanks."),
        ("a.jsonl", "\n\n", "{} is empty."),
        ("a.txt", b"PK\x03\x04\x00\x00", "{} is not a text file: it holds binary data; save its text as UTF-8."),
        ("a.txt", b"One\nTwo \x93quoted\x94", "{} is not valid UTF-8 at byte offset 8 (line 2); save it as UTF-8."),
        ("a.txt", b"\xef\xbb\xbfOne \xff", "{} is not valid UTF-8 at byte offset 7 (line 1); save it as UTF-8."),
        ("a.txt", b"\xff\xfea\x00b", "{} is not valid UTF-16 at byte offset 4 (line 1); save it as UTF-8."),
        ("a.pdf", "x", "{}: files of the kind .pdf are not read; give .txt, .text, .md or .jsonl."),
        ("a.jsonl", '\n{"b": ', "{}, line 2 is not valid JSON: Expecting value at character 7."),
        ("a.jsonl", "[" * 100_000, "{}, line 1 is not JSON that can be used: too deep, or a number too long."),
        ("a.jsonl", "1" * 5000, "{}, line 1 is not JSON that can be used: too deep, or a number too long."),
        ("a.jsonl", '["a"]', "{}, line 1 must be a JSON object in braces, not a list."),
        ("a.jsonl", '\n{"text": "x"}', '{}, line 2 has no "id".'),
        ("a.jsonl", '{"id": "a"}', '{}, line 1 has no "text".'),
        ("a.jsonl", '{"id": 7, "text": "x"}', '{}, line 1: "id" must be text in quotes, not a number.'),
        ("a.jsonl", '{"id": "a", "text": null}', '{}, line 1: "text" must be text in quotes, not null.'),
        ("a.jsonl", '{"id": "a", "text": " "}', '{}, line 1: "text" is blank.'),
        ("a.jsonl", '{"id": "a", "text": "x", "url": []}', '{}, line 1: "url" must be text in quotes, not a list.'),
        (
            "a.jsonl",
            '{"id": "a", "text": "x", "published": "2 May"}',
            '{}, line 1: "published": “2 May” is not a date: write it as year-month-day, like 2022-09-28.',
        ),
        (
            "a.jsonl",
            '{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}',
            '{}, line 2: the id "a" was given before, in line 1.',
        ),
        (
            "a.jsonl",
            '{"id": "a", "text": "x\\ud83d"}',
            '{}, line 1: "text" has half of a character (a lone surrogate) at character 2.',
        ),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_that_says_where(tmp_path: Path, name: str, content: str | bytes, sentence: str):
    path = write(tmp_path / name, content)
    assert refusal(path) == sentence.replace("{}", str(path))


def test_a_bad_file_beside_a_text_is_named(tmp_path: Path):
    path, beside = write(tmp_path / "a.txt", STORY), write(tmp_path / "a.json", "[]")
    assert refusal(path) == f"{beside}, which describes a.txt, must be a JSON object in braces, not a list."


def test_what_is_no_file_is_refused(tmp_path: Path):
    assert refusal(tmp_path / "none.txt") == f"{tmp_path / 'none.txt'} does not exist."
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert refusal(folder) == f"{folder} is a folder, not a file."
    assert refusal("a\0b.txt") == "a\0b.txt cannot be read: embedded null byte."


def test_too_large_a_file_is_refused_with_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(articles, "MAX_BYTES", 3_000_000)
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(3_000_001)
    assert refusal(path) == f"{path} is larger than 3 MB, the limit for one file."
    with pytest.raises(InputError, match=re.escape('here: "text" is longer than 3 million characters, the limit.')):
        article_from_record({"id": "a", "text": "x" * 3_000_001}, "here")


@pytest.mark.parametrize("text", ["2022-09-28", " 2022-09-28 ", "2022-09-28 10:15", "2022-09-28T23:59:59Z"])
def test_iso_dates_are_read(text: str):
    assert parse_date(text) == dt.date(2022, 9, 28)


@pytest.mark.parametrize(
    "text", ["28.09.2022", "2022-13-01", "2022-02-30", "2022-W39", "20220928", "2022-09-28Tea", ""]
)
def test_other_dates_are_refused(text: str):
    with pytest.raises(InputError) as caught:
        parse_date(text)
    assert str(caught.value) == f"“{text}” is not a date: write it as year-month-day, like 2022-09-28."
