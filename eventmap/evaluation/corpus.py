"""Annotated toponyms, those of gold and those of predictions; the package's docstring has the format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventmap.errors import InputError
from eventmap.model import Article
from eventmap.textfiles import Refuse, json_type, read_jsonl, refuse

_GEONAMES_ID = re.compile(r"[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A toponym of an article, as an annotator or a program has it.

    `id` is its GeoNames id, `key` the gazetteer's own id where it has no such id (`area:…`); `lat` and `lon` are
    None together, `kind` is "" and `confidence` None where not given.
    """

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    id: str | None = None
    kind: str = ""
    confidence: float | None = None
    key: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and its gold mentions."""

    article: Article
    mentions: tuple[Annotation, ...]


def read_predictions(
    path: str | Path, articles: Sequence[AnnotatedArticle], refused: Refuse = refuse
) -> dict[str, list[Annotation]]:
    """The mentions that a program found in each of `articles`, by article id; other articles' are passed over.

    Args:
        path: a file as `geoparse` writes it.
        articles: what the offsets count in.
        refused: told of each line that cannot be used and of each article that has none.

    Raises:
        InputError: the file cannot be read, or what `refused` raises.
    """
    texts = {annotated.article.id: annotated.article.text for annotated in articles}
    found: dict[str, list[Annotation]] = {}
    for where, record in read_jsonl(path, refused):
        name = record.get("id")
        if isinstance(name, str) and name in texts:
            try:
                found[name] = distinct(mentions_of(record, texts[name], where))
            except InputError as error:
                refused(error)
                del texts[name]
    for name in texts:
        if name not in found:
            refused(InputError(f'{path} has no line for the article "{name}".'))
    return found


def mentions_of(record: Mapping[str, Any], text: str, where: str) -> list[Annotation]:
    """The `mentions` of a JSON object, in its order.

    Raises:
        InputError: there are none, or one of them cannot be used; `where` and its number are named.
    """
    mentions = record.get("mentions")
    if not isinstance(mentions, list):
        raise InputError(f'{where} has no list of "mentions".')
    return [_annotation(value, text, f"{where}: mention {number}") for number, value in enumerate(mentions, 1)]


def distinct(mentions: Sequence[Annotation]) -> list[Annotation]:
    """The mentions without those that have the same span as a later one."""
    return list({mention.span: mention for mention in mentions}.values())


def _annotation(value: Any, text: str, where: str) -> Annotation:
    if not isinstance(value, dict):
        raise InputError(f"{where} must be a JSON object in braces, not {json_type(value)}.")
    start, end = value.get("start"), value.get("end")
    if not (type(start) is int and type(end) is int and 0 <= start < end <= len(text)):
        raise InputError(f'{where} has no "start" and "end" that lie in the text.')
    lat, lon = value.get("lat"), value.get("lon")
    if not (lat is None and lon is None) and not (_within(lat, -90, 90) and _within(lon, -180, 180)):
        raise InputError(f'{where}: "lat" and "lon" must be degrees, or null, both of them.')
    id_ = value.get("geonameid")
    if id_ is not None and not (type(id_) in (int, str) and _GEONAMES_ID.fullmatch(str(id_))):
        raise InputError(f'{where}: "geonameid" must be a GeoNames id, like "3143244", or null.')
    confidence = value.get("confidence")
    if not (confidence is None or _within(confidence, 0, 1)):
        raise InputError(f'{where}: "confidence" must be a number from 0 to 1.')
    kind, key = value.get("kind"), value.get("id")
    return Annotation(
        start,
        end,
        lat,
        lon,
        str(id_) if id_ is not None else None,
        kind if isinstance(kind, str) else "",
        confidence,
        key if isinstance(key, str) and ":" in key else None,
    )


def _within(value: Any, low: float, high: float) -> bool:
    return type(value) in (int, float) and low <= value <= high
