"""Reading a file of gold: toponyms, events and labels of snippets, each line with what it has.

A line with `mentions` is gold for toponyms (see `eventmap.evaluation`), one with `events` for events (see
`eventmap.evaluation.events`), one with `label` for the type of a snippet (see `eventmap.evaluation.snippets`). A file
may mix them, and a line may have more than one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventmap import event_types
from eventmap.articles import article_from_record
from eventmap.errors import InputError
from eventmap.evaluation.corpus import AnnotatedArticle, mentions_of
from eventmap.evaluation.events.gold import EventArticle, event_article
from eventmap.evaluation.snippets import Snippet, snippet
from eventmap.model import Article
from eventmap.textfiles import Refuse, read_jsonl, refuse


@dataclass(frozen=True, slots=True)
class GoldFile:
    """What a file has of each sort of gold, in its order; `name` is the file's without the suffix."""

    name: str
    toponyms: tuple[AnnotatedArticle, ...] = ()
    events: tuple[EventArticle, ...] = ()
    snippets: tuple[Snippet, ...] = ()


def read_gold(path: str | Path, refused: Refuse = refuse) -> GoldFile:
    """The gold of a file.

    Args:
        path: the file.
        refused: told of each line that cannot be used; the others are read all the same, if it does not raise.

    Raises:
        InputError: the file cannot be read, no line of it can be used, or what `refused` raises.
        DataError: the event types, which a line refers to, are damaged.
    """
    lines: dict[str, GoldFile] = {}
    for where, record in read_jsonl(path, refused):
        try:
            # The places of an article need no date, and a bad one makes no difference to them.
            dated = "events" in record or "label" in record
            article = article_from_record(record, where, refuse if dated else lambda error: None)
            if article.id in lines:
                raise InputError(f'{where}: the id "{article.id}" was given before.')
            lines[article.id] = _line(record, article, where)
        except InputError as error:
            refused(error)
    if not lines:
        raise InputError(f"{path} has no annotated article that can be used.")
    return GoldFile(
        Path(path).stem,
        tuple(one for line in lines.values() for one in line.toponyms),
        tuple(one for line in lines.values() for one in line.events),
        tuple(one for line in lines.values() for one in line.snippets),
    )


def _line(record: dict[str, Any], article: Article, where: str) -> GoldFile:
    """What a line has of each sort of gold, under the id of its article."""
    if not any(key in record for key in ("mentions", "events", "label")):
        raise InputError(f'{where} has no list of "mentions" or "events", and no "label".')
    return GoldFile(
        article.id,
        (AnnotatedArticle(article, tuple(mentions_of(record, article.text, where))),) if "mentions" in record else (),
        (event_article(record, article, event_types.load(), where),) if "events" in record else (),
        (snippet(record, article, where),) if "label" in record else (),
    )
