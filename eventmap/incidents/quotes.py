"""What two quotations have in common: names of people, organisations and sites, and words. No model is asked."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from eventmap import paths
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.tables import read_table
from eventmap.incidents.rules import Rules
from eventmap.incidents.telling import Telling

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"(])[\s“”\"'‘’(]*$")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDING = re.compile(r"(?:ings?|ers?|ed|es|s|ly)$")
_MIN_LETTERS = 3
_BEFORE = 8
_FEW_WORDS = 4
_HEADING = 0.9
_COUNTRY_COLUMNS = "iso2 geonameid name lat lon population continent capital neighbours names"
_MOST, _MANY, _SOME = 0.6, 0.35, 0.15


@dataclass(frozen=True, slots=True)
class Gist:
    """What a quotation tells besides type, place, date and numbers.

    `names` are the words of names in it, folded, but for the place, the sources and the words for peoples; `words` the
    stems of its words, but for common ones, the trigger and the place.
    """

    names: frozenset[str]
    words: frozenset[str]


def gist(telling: Telling, rules: Rules) -> Gist:
    """The names and words of a telling's quotation and further passages.

    A name is a word with a capital inside a sentence, or at its start if the next word has one as well. A heading
    that has capitals throughout gives none.
    """
    text = telling.words
    found = list(_WORD.finditer(text))
    folded = [_folded(match[0]) for match in found]
    known = _said(telling)
    trigger = {_folded(word) for word in _WORD.findall(telling.trigger)}
    words = (word for word in folded if len(word) >= _MIN_LETTERS and word not in rules.stop_words)
    return Gist(
        names=frozenset(
            word
            for word in _capitalised(text, found, folded)
            if len(word) >= _MIN_LETTERS and not (word in known or word in _countries() or word in rules.stop_words)
        ),
        words=frozenset(_stem(word) for word in words if not (word in known or word in trigger)),
    )


def names_agreement(a: frozenset[str], b: frozenset[str]) -> str | None:
    """The level of the part "names"; None where one of the two names nobody and nothing."""
    if not a or not b:
        return None
    common = len(a & b)
    return "several" if common > 1 else "one" if common else "other"


def words_agreement(a: frozenset[str], b: frozenset[str]) -> str | None:
    """The level of the part "words", by the overlap coefficient; None where one of the two is too short to tell.

    The shorter is taken for at least four words long, so that one word in common is never most of it.
    """
    shorter = min(len(a), len(b))
    share = len(a & b) / max(shorter, _FEW_WORDS)
    if not share:
        return "none" if shorter > 1 else None
    return "most" if share >= _MOST else "many" if share >= _MANY else "some" if share >= _SOME else "few"


def _capitalised(text: str, found: list[re.Match[str]], folded: list[str]) -> Iterator[str]:
    capital = [match[0][0].isupper() for match in found]
    long = [upper for match, upper in zip(found, capital, strict=True) if len(match[0]) > _MIN_LETTERS]
    if len(long) >= _FEW_WORDS and sum(long) >= _HEADING * len(long):
        return
    for i, match in enumerate(found):
        if capital[i]:
            goes_on = i + 1 < len(found) and capital[i + 1] and text[match.end() : found[i + 1].start()] == " "
            if goes_on or not _SENTENCE_START.search(text, max(0, match.start() - _BEFORE), match.start()):
                yield folded[i]


def _said(telling: Telling) -> set[str]:
    """The words of the place and the sources, which other parts compare or which say nothing about the incident."""
    parts = [*telling.sources]
    if telling.spot:
        parts += [telling.spot.name, telling.spot.admin1]
    return {_folded(word) for part in parts for word in _WORD.findall(part)}


@functools.lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word))


@functools.lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _MIN_LETTERS else word


@functools.cache
def _countries() -> frozenset[str]:
    """The words of countries' names and of their peoples and things ("Russian"), folded."""
    peoples = read_table(paths.GAZETTEER_TABLES / "demonyms.tsv", "target words")
    countries = read_table(paths.GAZETTEER_TABLES / "countries.tsv", _COUNTRY_COLUMNS)
    spoken = [word for line in peoples for word in line.many("words")] + [line.text("name") for line in countries]
    return frozenset(_folded(word) for phrase in spoken for word in _WORD.findall(phrase))
