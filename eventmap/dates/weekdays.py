"""Days told from the day of publication: "yesterday", "on Monday", "last Wednesday", "overnight", "the weekend"."""

from __future__ import annotations

import datetime as dt
import re

from eventmap.counts.numerals import word_set
from eventmap.dates import periods
from eventmap.dates.periods import Period
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.words import WEEKDAY, WEEKDAYS, pattern, weekday_number

PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night|lunchtime|midnight|noon)\b)?"
STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
# Words that make a weekday part of a name, or a habit, before and after it.
_NAMES_BEFORE = word_set(
    "black bloody good super cyber ash palm maundy shrove sheffield freaky easter whit every each most"
)
_NAMES_AFTER = word_set(
    "times telegraph mirror mail express post herald independent world sport roast school league lunch best brunch"
)


def _plain_day(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.day is None:
        return None
    words = match.group().lower()
    if words.startswith("overnight"):
        return Period(anchor.day - dt.timedelta(days=1), anchor.day, "day")
    if words == "the day before yesterday":
        return periods.day(anchor.day, -2)
    if words == "the day after tomorrow":
        return periods.day(anchor.day, 2)
    if words.startswith(("yesterday", "last night")):
        return periods.day(anchor.day, -1)
    return periods.day(anchor.day, int(words.startswith("tomorrow")))


def _weekday_night(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“overnight into Tuesday” ends on that day, “overnight on Monday” begins on it."""
    if anchor.day is None:
        return None
    day = periods.nearest_weekday(anchor.day, weekday_number(match["weekday"]), future=anchor.future)
    before = match["into"] is not None or (day == anchor.day and not anchor.future)
    start = day - dt.timedelta(days=1) if before else day
    return Period(start, start + dt.timedelta(days=1), "day")


def _weekday_alone(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.day is None:
        return None
    number = weekday_number(match["weekday"])
    if match["which"]:
        return periods.day(periods.week(anchor.day, STEPS[match["which"]]).start, number)
    return periods.day(periods.nearest_weekday(anchor.day, number, future=anchor.future))


def _weekday_guard(match: re.Match[str], site: Site) -> bool:
    if site.word_before() in _NAMES_BEFORE or site.word_after() in _NAMES_AFTER:
        return False
    return site.first.ent_type_ not in ("WORK_OF_ART", "PERSON") or site.word_before() in ("on", "since", "last")


def weekend(match: re.Match[str], anchor: Anchor) -> Period | None:
    """The weekend that is now, else the last one, or the next one of what is to come."""
    if anchor.day is None:
        return None
    own = periods.weekend(anchor.day)
    return own if anchor.future or own.start <= anchor.day else periods.weekend(anchor.day, -1)


def _week_of_weekday(match: re.Match[str], anchor: Anchor) -> Period | None:
    """“a week ago Monday”."""
    if anchor.day is None:
        return None
    nearest = periods.nearest_weekday(anchor.day, weekday_number(match["weekday"]), future=False)
    return periods.day(nearest, -7)


def weekday_from(day: dt.date, weekday: int, which: str, future: bool) -> dt.date:
    """The weekday that “last”, “next”, “this”, “past” or “coming” means on `day`."""
    if which in ("last", "next"):
        return periods.far_weekday(day, weekday, future=which == "next")
    if which.endswith("past"):
        return periods.nearest_weekday(day - dt.timedelta(days=1), weekday, future=False)
    if which.endswith("coming"):
        return periods.nearest_weekday(day + dt.timedelta(days=1), weekday, future=True)
    return periods.nearest_weekday(day, weekday, future=future)


RULES = (
    Rule(
        first_words("today", "tonight", "yesterday", "tomorrow", "overnight", "last", "this", "the"),
        pattern(
            r"(?i:the day before yesterday|the day after tomorrow|last night|this (?:morning|afternoon|evening)"
            rf"|(?:yesterday|tomorrow){PART_OF_DAY}|today|tonight|overnight)\b(?! (?:on |into )?{WEEKDAY})"
        ),
        _plain_day,
    ),
    Rule(
        first_words("overnight"),
        pattern(rf"(?i:overnight) (?:on |(?P<into>into ))?(?P<weekday>{WEEKDAY})"),
        _weekday_night,
    ),
    Rule(first_words("a"), pattern(rf"(?i:a week ago) (?:on )?(?P<weekday>{WEEKDAY})"), _week_of_weekday),
    Rule(
        first_words(more=WEEKDAYS),
        pattern(rf"(?P<weekday>{WEEKDAY}){PART_OF_DAY}(?: (?:of )?(?P<which>this|last|next) week\b)?"),
        _weekday_alone,
        _weekday_guard,
    ),
    Rule(first_words("the"), pattern(r"(?i:the weekend)\b(?! of)"), weekend),
)
