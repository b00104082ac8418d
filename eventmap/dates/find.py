"""Finding the dates of a story, paragraph by paragraph: what each expression means, and what was told before it.

The grammar is our own: a table of patterns, tried only at words that a date can begin with. A general date parser tries
many languages and formats on every word, which costs some hundred times more and reads weekdays and "May" too freely.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from eventmap.dates.mention import DateMention, Relation
from eventmap.dates.narrative import distant, leads_back
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor
from eventmap.dates.scan import Found, scan, span_from, year_after
from eventmap.dates.shifts import counted_from, dated_by, other_end
from eventmap.dates.tense import is_future
from eventmap.lexicon import words
from eventmap.model import DateRange

_SINCE = re.compile(
    r"\bsince\s+(?:at\s+least\s+|as\s+early\s+as\s+|(?:the\s+)?(?:early|late|mid)[\s-]+"
    r"|the\s+(?:start|beginning|end|middle)\s+of\s+)?$",
    re.I,
)
_EVE = re.compile(r"\beve\s+of\s+$", re.IGNORECASE)
_RELATIONS: dict[str, Relation] = {
    "until": "until", "till": "until", "before": "before", "after": "after", "by": "by", "following": "after",
}  # fmt: skip
_SINCE_REACH = 12
# "The next day" counts from a date told in its paragraph or in the two before it.
_TOLD_REACH = 2
_TOLD_KEPT = 8
_REPORTING = words("reporting_verbs") | words("claiming_verbs") | words("denying_verbs")


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that the story has told, where, and whether it is only the date on which something was said."""

    period: Period
    paragraph: int
    sentence: int
    said: bool


class DateReader:
    """Reads the dates of one story, whose paragraphs are given in order.

    Args:
        published: the day that relative expressions ("last Wednesday", "5 May") are counted from, if known.
        south: whether the story plays south of the equator, where summer begins in December.
    """

    def __init__(self, published: dt.date | None, *, south: bool = False) -> None:
        self._published = published
        self._south = south
        self._told: list[_Told] = []
        self._paragraph = 0

    def read(self, doc: Doc) -> list[DateMention]:
        """The dates and durations of the next paragraph, in order.

        Args:
            doc: a paragraph parsed by `eventmap.nlp.parse`.

        Returns:
            Mentions with offsets into `doc.text`. Without a year a day is of the year told just before or the last one
            not after publication, or the next one where the sentence speaks of what is to come. “Sunday and Monday” is
            one span. “The next day” follows the date told before it.
        """
        text = doc.text  # put together anew by spaCy each time that it is asked for
        starts = [token.idx for token in doc]
        found = scan(doc, starts)
        mentions: list[DateMention] = []
        i = 0
        while i < len(found):
            group = span_from(text, found, i)
            mentions.append(self._mention(doc, text, starts, found, i, group))
            i += len(group)
        self._paragraph += 1
        return mentions

    def _mention(
        self, doc: Doc, text: str, starts: list[int], found: Sequence[Found], i: int, group: Sequence[Found]
    ) -> DateMention:
        start, end = group[0].start, group[-1].end
        first = bisect_right(starts, start) - 1
        relation: Relation = _RELATIONS.get(doc[first - 1].lower_, "") if first else ""
        dates: Token | None = None
        if group[0].rule.shift:
            relation = ""
            period, dates = self._shifted(found, i)
        else:
            period = self._resolve(group, year_after(text, found, i + len(group)))
        origin = None
        since = None if group[0].rule.shift else _since(text, group[0])
        if since is not None:
            start, relation = since, "since"
            origin = _range(period, text[group[0].start : end])
            period = self._to_publication(period)
        elif period is not None and period.precision == "day" and _EVE.search(text, max(0, start - 10), start):
            day_before = period.start - dt.timedelta(days=1)
            period = Period(day_before, day_before, "day")
        if period is not None:
            self._remember(period, group[-1], relation)
        return DateMention(
            start_char=start,
            end_char=end,
            token_start=bisect_right(starts, start) - 1,
            token_end=bisect_left(starts, end),
            value=_range(period, text[start:end]),
            relation=relation,
            duration=group[0].rule.duration,
            origin=origin,
            dates_token=dates.i if dates is not None else None,
        )

    def _resolve(self, group: Sequence[Found], with_year: Found | None) -> Period | None:
        """First to last day of the group. What is past is read from its end, what is to come from its beginning."""
        if group[0].rule.duration:
            return None
        anchor = self._anchor(group[0].token)
        if with_year is not None and (dated := with_year.read(anchor)):
            anchor = Anchor(dated.start)
        periods: list[Period] = []
        for found in group if anchor.future else reversed(group):
            period = found.read(anchor)
            if period is None:
                return None
            periods.append(period)
            anchor = replace(anchor, day=period.start)
        return Period(min(p.start for p in periods), max(p.end for p in periods), periods[0].precision)

    def _anchor(self, token: Token) -> Anchor:
        future = self._published is not None and is_future(token)
        near = [told for told in reversed(self._told) if self._paragraph - told.paragraph <= _TOLD_REACH]
        happened = {(told.paragraph, told.sentence) for told in near if not told.said}
        kept = [told for told in near if not told.said or (told.paragraph, told.sentence) not in happened]
        return Anchor(self._published, future, tuple(told.period for told in kept), self._south)

    def _shifted(self, found: Sequence[Found], i: int) -> tuple[Period | None, Token | None]:
        """What “two days after …” means, and the word of what it dates, if that is what follows."""
        shift = found[i]
        counted = counted_from(found, i)
        if counted is not None:
            date = counted.read(self._anchor(counted.token))
            return (distant(shift.match, date, back=leads_back(shift.match)) if date else None), dated_by(shift)
        here = (self._paragraph, shift.sentence)
        in_sentence = any((told.paragraph, told.sentence) == here for told in self._told)
        return other_end(shift, self._anchor(shift.token), told_in_sentence=in_sentence)

    def _to_publication(self, period: Period | None) -> Period | None:
        if period is None or self._published is None or period.start > self._published:
            return None
        return Period(period.start, self._published, period.precision)

    def _remember(self, period: Period, found: Found, relation: Relation) -> None:
        verb = found.token
        while found.start <= verb.head.idx < found.end and verb.head != verb:
            verb = verb.head
        # A date before a noun ("the 10 May bombings") is mostly background, which a story does not go on from.
        if relation == "since" or verb.dep_ in {"compound", "nummod", "nmod"}:
            return
        for _ in range(_SINCE_REACH):
            if verb.head == verb or verb.pos_ == "VERB":
                break
            verb = verb.head
        said = verb.pos_ == "VERB" and verb.lemma_.lower() in _REPORTING
        self._told = [*self._told[-_TOLD_KEPT:], _Told(period, self._paragraph, found.sentence, said)]


def _range(period: Period | None, text: str) -> DateRange | None:
    return None if period is None else DateRange(period.start, period.end, period.precision, text)


def find_dates(doc: Doc, published: dt.date | None) -> list[DateMention]:
    """The dates and durations of one parsed paragraph by itself, in order; see `DateReader`."""
    return DateReader(published).read(doc)


def _since(text: str, found: Found) -> int | None:
    """Where the "since" begins that governs the expression, in words or through the sentence, or None."""
    written = _SINCE.search(text, max(0, found.start - 40), found.start)
    if written is not None:
        return written.start()
    token = found.token
    if all(word.lower_ != "since" for word in token.doc[max(0, token.i - _SINCE_REACH) : token.i]):
        return None
    for _ in range(_SINCE_REACH):
        if token.head == token:
            return None
        marks = [child for child in token.children if child.dep_ == "mark" and child.lower_ == "since"]
        since = token if token.lower_ == "since" else marks[0] if marks else None
        if since is not None and since.idx < found.start and found.token.i - since.i <= _SINCE_REACH:
            start: int = since.idx
            return start
        token = token.head
    return None
