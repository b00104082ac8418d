"""Finding the dates of a parsed paragraph: single expressions, spans between two of them, and "since".

The grammar is our own: a table of patterns, tried only at words that a date can begin with. A general date parser tries
many languages and formats on every word, which costs some hundred times more and reads weekdays and "May" too freely.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from eventmap.dates import absolute, relative, seasons, weekdays
from eventmap.dates.mention import DateMention, Relation
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor, Rule, Site
from eventmap.dates.tense import is_future
from eventmap.model import DateRange

_WORD = re.compile(r"[^\W\d_]+|\d+")
_INDEX: dict[str, list[Rule]] = defaultdict(list)
for _rule in (*absolute.RULES, *weekdays.RULES, *relative.RULES, *seasons.RULES):
    for _first in _rule.first:
        _INDEX[_first].append(_rule)

# Between two dates of one span: "Monday to Wednesday"; the loose ones make a span only of days that follow each other.
_JOINT = re.compile(r"\s?[-–—]\s?|,?\s(?:to|through|until|till)\s(?:the\s)?")
_LOOSE_JOINT = re.compile(r"(,)\s|\s?/\s?|,?\s(?:and|into)\s(?:on\s)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\s+(?:at\s+least\s+|as\s+early\s+as\s+|(?:early|late|mid)[\s-]+|the\s+(?:start|beginning|end|middle)\s+of\s+)?$",
    re.I,
)
_RELATIONS: dict[str, Relation] = {
    "until": "until", "till": "until", "before": "before", "after": "after", "by": "by", "following": "after",
}  # fmt: skip
_SINCE_REACH = 12
# Any day will do to ask whether an expression names a date at all; this one has every day of the year behind it.
_PROBE = Anchor(dt.date(2020, 12, 31))


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule that matched, before its value is known."""

    rule: Rule
    match: re.Match[str]
    token: Token

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def read(self, anchor: Anchor | None) -> Period | None:
        """The period meant, None where the anchor has no such day ("28–29 February") or is needed and unknown."""
        try:
            return None if self.rule.duration else self.rule.read(self.match, anchor)
        except (ValueError, OverflowError):
            return None


def find_dates(doc: Doc, published: dt.date | None) -> list[DateMention]:
    """The dates and durations of a parsed paragraph, in order.

    Args:
        doc: a paragraph parsed by `eventmap.nlp.parse`.
        published: the day that relative expressions ("last Wednesday", "5 May") are counted from, if known.

    Returns:
        Mentions with offsets into `doc.text`. Without a year a day is the last one not after publication, or the next
        one where the sentence speaks of what is to come. “Sunday and Monday” is one span.
    """
    starts = [token.idx for token in doc]
    found = _scan(doc, starts)
    mentions = []
    i = 0
    while i < len(found):
        group = _group(doc.text, found, i)
        i += len(group)
        mentions.append(_mention(doc, starts, group, published))
    return [mention for mention in mentions if mention is not None]


def _scan(doc: Doc, starts: list[int]) -> list[_Found]:
    text = doc.text
    found = []
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
            found.append(_Found(rule, match, doc[after - 1]))
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
        if not rule.duration:
            rule.read(match, _PROBE)
    except (ValueError, KeyError, OverflowError):
        return False
    return True


def _group(text: str, found: list[_Found], i: int) -> list[_Found]:
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


def _follows(first: _Found, second: _Found, *, next_day: bool) -> bool:
    """Whether the second expression, read as the later one, names the same kind of period as the first."""
    if first.rule.duration or second.rule.duration:
        return False
    later = second.read(_PROBE)
    earlier = first.read(Anchor(later.start)) if later else None
    if later is None or earlier is None or earlier.precision != later.precision or earlier.start >= later.start:
        return False
    return not next_day or (first.rule is second.rule and (later.start - earlier.end).days == 1)


def _mention(doc: Doc, starts: list[int], group: list[_Found], published: dt.date | None) -> DateMention | None:
    start, end = group[0].start, group[-1].end
    period = _resolve(group, published)
    since = _since(doc, group[0])
    relation: Relation = ""
    if since is not None:
        start, relation = since, "since"
        if period is not None:
            if published is None or period.start > published:
                period = None
            else:
                period = Period(period.start, published, period.precision)
    else:
        index = bisect_right(starts, start) - 1
        relation = _RELATIONS.get(doc[index - 1].lower_, "") if index else ""
    value = None if period is None else DateRange(period.start, period.end, period.precision, doc.text[start:end])
    return DateMention(
        start_char=start,
        end_char=end,
        token_start=bisect_right(starts, start) - 1,
        token_end=bisect_left(starts, end),
        value=value,
        relation=relation,
        duration=group[0].rule.duration,
    )


def _resolve(group: list[_Found], published: dt.date | None) -> Period | None:
    """First to last day of the group. What is past is read from its end, what is to come from its beginning."""
    if group[0].rule.duration:
        return None
    future = published is not None and is_future(group[0].token)
    anchor = None if published is None else Anchor(published, future)
    periods: list[Period] = []
    for found in group if future else reversed(group):
        period = found.read(anchor)
        if period is None:
            return None
        periods.append(period)
        anchor = Anchor(period.start, future)
    return Period(min(p.start for p in periods), max(p.end for p in periods), periods[0].precision)


def _since(doc: Doc, found: _Found) -> int | None:
    """Where the "since" begins that governs the expression, in words or through the sentence, or None."""
    written = _SINCE.search(doc.text, max(0, found.start - 40), found.start)
    if written is not None:
        return written.start()
    token = found.token
    for _ in range(_SINCE_REACH):
        if token.head is token:
            return None
        marks = [child for child in token.children if child.dep_ == "mark" and child.lower_ == "since"]
        since = token if token.lower_ == "since" else marks[0] if marks else None
        if since is not None and since.idx < found.start and found.token.i - since.i <= _SINCE_REACH:
            start: int = since.idx
            return start
        token = token.head
    return None
