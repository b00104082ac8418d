"""The stories that come with the product: the articles in `data/articles`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from eventmap import paths
from eventmap.articles import TEXT_SUFFIXES, read_articles
from eventmap.errors import InputError
from eventmap.model import Article


def list_stories(folder: Path | None = None) -> list[Article]:
    """The articles in `folder` (`data/articles` if not given), newest first, those without a date last.

    Raises:
        InputError: the folder is missing, a file in it cannot be read, or two articles have the same id.
    """
    folder = folder or paths.ARTICLES
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() in (*TEXT_SUFFIXES, ".jsonl"))
    except OSError as error:
        raise InputError(f"The stories in {folder} cannot be read: {error.strerror}.") from None
    stories: dict[str, Article] = {}
    for file in files:
        for article in read_articles(file):
            if article.id in stories:
                raise InputError(f'{file}: another file in {folder} holds an article with the same id, "{article.id}".')
            stories[article.id] = article
    return sorted(stories.values(), key=lambda story: (-(story.published or dt.date.min).toordinal(), story.id))
