"""Names of months, weekdays and units, as words and as pieces of regular expressions."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
# Short forms of weekdays are words of their own ("sun", "sat"): they count only beside a date ("Wed, Sept 21").
SHORT_WEEKDAYS = {
    short: WEEKDAYS[name]
    for name in WEEKDAYS
    for short in {
        name[:3],
        *((name[:4],) if name[0] == "t" else ()),
        *(("thur", "thurs") if name == "thursday" else ()),
    }
}

_FULL = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT = [name for name in MONTHS if name not in _FULL]


def _cased(names: list[str]) -> str:
    return "|".join(form for name in names for form in (name.capitalize(), name.upper()))


MONTH = rf"(?:(?:{_cased(_FULL)})\b|(?:{_cased(_SHORT)})\b\.?)"
FULL_MONTH = rf"(?:{_cased(_FULL)})\b"
WEEKDAY = rf"(?:{_cased(list(WEEKDAYS))})\b"
UNIT = r"(?:hour|day|night|week|month|year)s?\b"
_SMALL_WORDS = (
    "an? one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty several"
)
SMALL = rf"(?:\d{{1,3}}|{_SMALL_WORDS.replace(' ', '|')}|(?:a )?few|(?:a )?couple(?: of)?)\b"
# The words that `SMALL` can begin with.
NUMBERS = frozenset((*_SMALL_WORDS.split(" ")[1:], "0", "a", "an", "few", "couple"))
YEAR = r"(?:19|20)\d\d(?![\d%]|[,.]\d)"

_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
]
# Days of the month in words, the longer ones first, as an alternation needs them.
ORDINALS = {
    **{f"twenty-{word}": number for number, word in enumerate(_ONES, start=21)},
    "thirty-first": 31,
    "thirtieth": 30,
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
}

SPACE = r"[ \u00a0]"


def pattern(source: str) -> re.Pattern[str]:
    """Compile a rule: a space in it stands for one space or no-break space; names are matched as they are cased."""
    return re.compile(source.replace(" ", SPACE))


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0, by its name or abbreviation."""
    name = name.rstrip(".").lower()
    return WEEKDAYS[name] if name in WEEKDAYS else SHORT_WEEKDAYS[name]
