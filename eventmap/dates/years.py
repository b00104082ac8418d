"""Years and decades alone: "in 2014", "2019-21", "the 1990s"."""

from __future__ import annotations

import datetime as dt
import re

from eventmap.counts.numerals import reads_as_year, word_set
from eventmap.dates import periods
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.words import YEAR, pattern

_MID = re.compile(r"\b(?:early|mid|late)[-–]$", re.IGNORECASE)
_BEFORE_YEAR = word_set(
    "in since of during until till by from through throughout before after early late mid next between to and - – "
    "the a an ’s 's its their his her our around for year ( circa"
)
_AFTER_YEAR = word_set("gmt utc hours hrs bst local - km m metres meters miles tons tonnes")


def _decade(match: re.Match[str], anchor: Anchor) -> Period:
    first = int(match["decade"])
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "year")


def _year(match: re.Match[str], anchor: Anchor) -> Period:
    first = periods.year(int(match["year"]))
    if not match["last"]:
        return first
    last = int(match["year"][: 4 - len(match["last"])] + match["last"])
    if last < first.start.year:
        raise ValueError
    return Period(first.start, periods.year(last).end, "year")


def _year_guard(match: re.Match[str], site: Site) -> bool:
    if site.word_after() in _AFTER_YEAR:
        return False
    before = site.word_before()
    if before in ("-", "–") and not site.before_is_spaced() and not _MID.search(match.string, 0, match.start()):
        return False
    if match["last"] is None and not reads_as_year(match["year"], before, site.tag_after()):
        return False
    if before in ("", ".") or site.first.is_sent_start:
        return site.word_after() == "," or site.tag_after() in ("VBD", "VBZ", "MD")
    return before in _BEFORE_YEAR


RULES = (
    Rule(first_words("0"), pattern(r"(?P<decade>(?:19|20)\d0)[’']?s\b"), _decade),
    Rule(
        first_words("0"),
        pattern(r"(?P<year>(?:19|20)\d\d)[-–/](?P<last>(?:19|20)\d\d|\d\d)\b(?![-/.]\d)"),
        _year,
        _year_guard,
    ),
    Rule(first_words("0"), pattern(rf"(?P<year>{YEAR})(?P<last>\b\B)?\b"), _year, _year_guard),
)
