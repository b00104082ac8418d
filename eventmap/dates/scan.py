"""Where the rules of the date grammar match a paragraph, and which matches belong together as one span."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from eventmap.dates import absolute, narrative, relative, seasons, weekdays, years
from eventmap.dates.parts import Part, part_before
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor, Rule, Site

_WORD = re.compile(r"[^\W\d_]+|\d+")
_INDEX: dict[str, list[Rule]] = defaultdict(list)
for _rule in (*absolute.RULES, *years.RULES, *weekdays.RULES, *narrative.RULES, *relative.RULES, *seasons.RULES):
    for _first in _rule.first:
        _INDEX[_first].append(_rule)

# Between two dates of one span: "Monday to Wednesday"; the loose ones make a span only of days that follow each other.
_JOINT = re.compile(r"\s?[-–—]\s?|,?\s(?:to|through|until|till)\s(?:the\s)?")
_LOOSE_JOINT = re.compile(r"(,)\s|\s?/\s?|,?\s(?:and|into)\s(?:on\s)?")
_COORDINATED = re.compile(r"(?:,| and| or)[^.;:]{0,40}")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
# Any day will do to ask whether an expression names a date at all; this one has every day of the year behind it.
_PROBE = Anchor(dt.date(2020, 12, 31))


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matched, before its value is known.

    Attributes:
        token: its last word.
        sentence: the index of the first token of its sentence.
        part: words before it that narrow it ("early June").
    """

    rule: Rule
    match: re.Match[str]
    token: Token
    sentence: int
    part: Part | None

    @property
    def start(self) -> int:
        return self.part.start if self.part else self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def read(self, anchor: Anchor) -> Period | None:
        """The period meant, None where there is no such day ("28–29 February") or what it counts from is unknown."""
        try:
            period = None if self.rule.duration or self.rule.shift else self.rule.read(self.match, anchor)
        except (ValueError, OverflowError):
            return None
        return self.part.of(period) if period and self.part else period


def scan(doc: Doc, starts: list[int]) -> list[Found]:
    """The matches of a paragraph, in order and without overlap; `starts` are the first characters of its tokens."""
    text = doc.text
    found: list[Found] = []
    sentences = [i for i, token in enumerate(doc) if token.is_sent_start]
    end = 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < end:
            continue
        key = "0" if word.group()[0].isdigit() else word.group().lower()
        for rule in _INDEX.get(key, ()):
            match = rule.pattern.match(text, at)
            if match is None or not _stands_alone(text, match):
                continue
            index = bisect_right(starts, at) - 1
            after = bisect_left(starts, match.end())
            site = Site(doc, doc[index], doc[index - 1] if index else None, doc[after] if after < len(doc) else None)
            if not rule.guard(match, site) or not _possible(rule, match):
                continue
            part = None if rule.duration or rule.shift else part_before(text, at)
            sentence = sentences[bisect_right(sentences, index) - 1]
            found.append(Found(rule, match, doc[after - 1], sentence, part if part and part.start >= end else None))
            end = match.end()
            break
    return found


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether no figure, letter or decimal point runs on before or after the match."""
    start, end = match.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isalnum() and before not in "$£€#" and not after.isalnum()


def _possible(rule: Rule, match: re.Match[str]) -> bool:
    """Whether the match names a date that exists ("31 June" does not)."""
    try:
        if not (rule.duration or rule.shift):
            rule.read(match, _PROBE)
    except (ValueError, KeyError, OverflowError):
        return False
    return True


def span_from(text: str, found: Sequence[Found], i: int) -> Sequence[Found]:
    """The expressions from `i` on that make one span: "Sunday and Monday", "from March 3 to March 5"."""
    group = [found[i]]
    between = _BETWEEN.search(text, max(0, found[i].start - 20), found[i].start) is not None
    comma = False
    for first, second in pairwise(found[i:]):
        words = text[first.end : second.start]
        loose = None if between else _LOOSE_JOINT.fullmatch(words)
        if loose is None and not (_LOOSE_JOINT if between else _JOINT).fullmatch(words):
            break
        if not _follows(first, second, next_day=loose is not None):
            break
        group.append(second)
        comma = loose is not None and loose[1] is not None
    return group[:1] if comma else group  # "Friday, Saturday and Sunday", but not "yesterday, today"


def _follows(first: Found, second: Found, *, next_day: bool) -> bool:
    """Whether the second expression, read as the later one, names the same kind of period as the first."""
    if any(found.rule.duration or found.rule.shift for found in (first, second)):
        return False
    later = second.read(_PROBE)
    earlier = first.read(Anchor(later.start)) if later else None
    if later is None or earlier is None or earlier.precision != later.precision or earlier.start >= later.start:
        return False
    return not next_day or (first.rule is second.rule and (later.start - earlier.end).days == 1)


def year_after(text: str, found: Sequence[Found], i: int) -> Found | None:
    """The date at `i` if it gives its year to the one before it ("on 3 March and another on 7 April 2021")."""
    if not 0 < i < len(found) or not _lacks_year(found[i - 1]) or _lacks_year(found[i]) is not False:
        return None
    words = text[found[i - 1].end : found[i].start]
    return found[i] if _COORDINATED.fullmatch(words) else None


def _lacks_year(found: Found) -> bool | None:
    """Whether a day of a month is written without its year; None for what is no such day."""
    groups = found.match.groupdict()
    return groups["year"] is None and groups.get("which") is None if "month" in groups and "year" in groups else None
