"""What two quotations have in common: names of people, organisations and sites, and words. No model is asked."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from eventmap import paths
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.tables import read_table
from eventmap.incidents.rules import Rules
from eventmap.incidents.telling import Telling

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n“\"(])[\s“”\"'‘’(]*$")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDING = re.compile(r"(?:ings?|ers?|ed|es|s|ly)$")
_MIN_NAME, _MIN_WORD, _MIN_STEM = 3, 3, 3
_FEW_WORDS = 3
_COUNTRY_COLUMNS = "iso2 geonameid name lat lon population continent capital neighbours names"
_MOST, _MANY, _SOME = 0.6, 0.35, 0.15


def names(telling: Telling, rules: Rules) -> frozenset[str]:
    """The words of names in the quotation, folded: without the place, the sources and the words for peoples.

    A name is a word with a capital inside a sentence, or at its start if the next word has one as well. A heading
    that has capitals throughout gives none.
    """
    text = telling.words
    found = list(_WORD.finditer(text))
    capital = [match[0][0].isupper() for match in found]
    long = [match[0][0].isupper() for match in found if len(match[0]) > _MIN_NAME]
    if sum(long) > len(long) / 2 and len(long) > _FEW_WORDS:
        return frozenset()
    known = _countries() | rules.stop_words | _said(telling)
    kept = set()
    for i, match in enumerate(found):
        starts = _SENTENCE_END.search(text, max(0, match.start() - 8), match.start()) is not None
        goes_on = i + 1 < len(found) and capital[i + 1] and text[match.end() : found[i + 1].start()] == " "
        word = _folded(match[0])
        if capital[i] and (not starts or goes_on) and len(word) >= _MIN_NAME and word not in known:
            kept.add(word)
    return frozenset(kept)


def words(telling: Telling, rules: Rules) -> frozenset[str]:
    """The stems of the words of the quotation, without common words, the trigger and the place."""
    known = rules.stop_words | _said(telling) | {_folded(word) for word in _WORD.findall(telling.trigger)}
    folded = (_folded(word) for word in _WORD.findall(telling.words))
    return frozenset(_stem(word) for word in folded if len(word) >= _MIN_WORD and word not in known)


def names_agreement(a: Collection[str], b: Collection[str]) -> str | None:
    """The level of the part "names"; None where one of the two names nobody and nothing."""
    if not a or not b:
        return None
    common = len(frozenset(a) & frozenset(b))
    return "several" if common > 1 else "one" if common else "other"


def words_agreement(a: frozenset[str], b: frozenset[str]) -> str | None:
    """The level of the part "words", by the overlap coefficient; None where one of the two is too short to tell."""
    shorter = min(len(a), len(b))
    if shorter < _FEW_WORDS:
        return None
    share = len(a & b) / shorter
    if not share:
        return "none"
    return "most" if share >= _MOST else "many" if share >= _MANY else "some" if share >= _SOME else "few"


def _said(telling: Telling) -> set[str]:
    """The words of the place and the sources, which other parts compare or which say nothing about the incident."""
    parts = [*telling.sources]
    if telling.spot:
        parts += [telling.spot.name, telling.spot.admin1]
    return {_folded(word) for part in parts for word in _WORD.findall(part)}


def _folded(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word))


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _MIN_STEM else word


@functools.cache
def _countries() -> frozenset[str]:
    """The words of countries' names and of their peoples and things ("Russian"), folded."""
    peoples = read_table(paths.GAZETTEER_TABLES / "demonyms.tsv", "target words")
    countries = read_table(paths.GAZETTEER_TABLES / "countries.tsv", _COUNTRY_COLUMNS)
    spoken = [word for line in peoples for word in line.many("words")] + [line.text("name") for line in countries]
    return frozenset(_folded(word) for phrase in spoken for word in _WORD.findall(phrase))
