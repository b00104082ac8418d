"""Reading articles from files: a text file is one article, a `.jsonl` file has one a line.

The text is kept exactly as decoded, line ends included, so that character offsets mean the same everywhere. Whatever
cannot be used is one `InputError` that names the file, and the line where there is one.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from eventmap.errors import InputError
from eventmap.model import Article
from eventmap.paragraphs import is_heading, paragraph_bounds
from eventmap.textfiles import Refuse, json_object, json_type, read_jsonl, read_text, refuse

TEXT_SUFFIXES = (".txt", ".text", ".md")
MAX_BYTES = 20_000_000

_MAX_HEADLINE = 150
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_articles(path: str | Path, published: dt.date | None = None, refused: Refuse = refuse) -> list[Article]:
    """The articles in the file at `path`, in order.

    A `.jsonl` file has one object a line: `id` and `text`, and if known `title`, `published` (ISO date), `source`,
    `url` and `credit`; other keys are left alone. A text file (`.txt`, `.text`, `.md` or no suffix) is one article
    with the file's stem for its id; a `.json` file of the same stem beside it may hold the other fields. An article
    without a title gets its first paragraph for one, if that looks like a headline.

    Args:
        path: the file.
        published: the date of publication of a text file, whatever its `.json` file says, and of those articles in a
            `.jsonl` file that give none.
        refused: told of each line of a `.jsonl` file that cannot be used, and of each date there that is none; the
            other lines, and the article without its date, are read all the same, if it does not raise. By default it
            does, and nothing is returned in part.

    Raises:
        InputError: the file cannot be read or used, or what `refused` raises.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        return _read_jsonl_articles(path, published, refused)
    if suffix and suffix not in TEXT_SUFFIXES:
        raise InputError(f"{path}: files of the kind {suffix} are not read; give {', '.join(TEXT_SUFFIXES)} or .jsonl.")
    text = read_text(path, MAX_BYTES)
    if not text.strip():
        raise InputError(f"{path} is empty." if not text else f"{path} has no text in it, only blanks.")
    article = Article(path.stem, text)
    sidecar = path.with_suffix(".json")
    if suffix and sidecar.is_file():
        where = f"{sidecar}, which describes {path.name},"
        article = replace(article, **_details(json_object(read_text(sidecar, MAX_BYTES), where), where))
    return [_titled(replace(article, published=published or article.published))]


def article_from_record(record: dict[str, Any], where: str, undated: Refuse = refuse) -> Article:
    """The article that a JSON object holds, as in a `.jsonl` file.

    Args:
        record: the object.
        where: its place, which errors name.
        undated: told of a date of publication that is none; the article has none then, if this does not raise.

    Raises:
        InputError: `id` or `text` is missing or blank, or a field is of the wrong type, or what `undated` raises.
    """
    for key in ("id", "text"):
        if key not in record:
            raise InputError(f'{where} has no "{key}".')
        if not isinstance(record[key], str):
            raise InputError(f'{where}: "{key}" must be text in quotes, not {json_type(record[key])}.')
        if not record[key].strip():
            raise InputError(f'{where}: "{key}" is blank.')
        _refuse_surrogates(record[key], f'{where}: "{key}"')
    if len(record["text"]) > MAX_BYTES:
        raise InputError(f'{where}: "text" is longer than {MAX_BYTES // 10**6} million characters, the limit.')
    return replace(Article(record["id"], record["text"]), **_details(record, where, undated))


def parse_date(text: str) -> dt.date:
    """The day of an ISO 8601 date ("2022-09-28") or date and time ("2022-09-28T21:30:00Z", the day as written).

    Raises:
        InputError: `text` is anything else.
    """
    try:
        if not _ISO_DATE.fullmatch(text.strip()):
            raise ValueError
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise InputError(f"“{text}” is not a date: write it as year-month-day, like 2022-09-28.") from None


def _read_jsonl_articles(path: Path, published: dt.date | None, refused: Refuse) -> list[Article]:
    articles: dict[str, Article] = {}
    lines: dict[str, str] = {}
    faults = 0

    def fault(error: InputError) -> None:
        nonlocal faults
        faults += 1
        refused(error)

    for where, record in read_jsonl(path, fault):
        try:
            article = article_from_record(record, where, fault)
            if article.id in articles:
                raise InputError(f'{where}: the id "{article.id}" was given before, in {lines[article.id]}.')
        except InputError as error:
            fault(error)
            continue
        articles[article.id] = _titled(replace(article, published=article.published or published))
        lines[article.id] = where.rpartition(", ")[2]
    if not articles and not faults:
        raise InputError(f"{path} is empty.")
    return list(articles.values())


def _details(record: dict[str, Any], where: str, undated: Refuse = refuse) -> dict[str, Any]:
    """The fields of an article beside its id and text, those that are given."""
    details: dict[str, Any] = {}
    for key in ("title", "published", "source", "url", "credit"):
        value = record.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            raise InputError(f'{where}: "{key}" must be text in quotes, not {json_type(value)}.')
        _refuse_surrogates(value, f'{where}: "{key}"')
        if value.strip():
            details[key] = value.strip()
    if "published" in details:
        try:
            details["published"] = parse_date(details["published"])
        except InputError as error:
            undated(InputError(f'{where}: "published": {error}'))
            del details["published"]
    return details


def _refuse_surrogates(text: str, where: str) -> None:
    found = _SURROGATE.search(text)
    if found:
        raise InputError(f"{where} has half of a character (a lone surrogate) at character {found.start() + 1}.")


def _titled(article: Article) -> Article:
    """An article without a title gets its first paragraph, if that looks like a headline with more text below it."""
    bounds = paragraph_bounds(article.text[: 20 * _MAX_HEADLINE])
    if article.title or len(bounds) < 2:
        return article
    first = " ".join(article.text[slice(*bounds[0])].lstrip("#").split())
    return replace(article, title=first) if is_heading(first, _MAX_HEADLINE) else article
