"""Numbers that are no counts: years, ages, times, money, scores, ratios, and the numbers of roads and flights."""

from __future__ import annotations

from eventmap.counts.nouns import MONTHS, Noun
from eventmap.counts.numerals import SCALES, Numeral, read_exact, reads_as_year
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

_NAMES = frozenset(("ORG", "FAC", "LAW", "PRODUCT", "WORK_OF_ART", "LOC", "EVENT"))
_AFTER_AGE = frozenset((",", ".", ")", ";", "-", "–", "—", "of", "from", "who", "and", ""))
_LIMITS = frozenset(("under", "over", "above", "below"))
_DATING = frozenset(("last", "this", "next", "that", "past", "previous", "every", "each"))
_OLDEST = 110


def skip(view: View, number: Numeral) -> int | None:
    """The token to go on from if the number is no count whatever follows it, else None."""
    known = quantities()
    start, end = number.start, number.end
    before, after = view.word(start - 1), view.word(end)
    digits = view.words[start][0].isdigit()
    numbered = before in known.identifiers and view.word(start - 2) not in _DATING  # "last year 11 people …" counts
    if numbered or view.tag(start - 1) == "$":
        return end
    if digits and (_touches_word(view, start) or _digit(view.word(start - 1)) or _digit(after)):
        return end
    if after == ":" and not (view.touches(end) and _digit(view.word(end + 1))):
        return _ratio(view, number)
    if after in ("-", "–", "—", ":", "/") and view.touches(end - 1):
        return _after_hyphen(view, end)
    if end - start == 1 and reads_as_year(view.words[start], before, view.tag(end)):
        return end
    if _month_day(view, number) or _age(view, number):
        return end
    if _unit(view, end):
        return end + 1
    return _ratio(view, number)


def no_thing(view: View, noun: Noun) -> bool:
    """Whether the noun is a unit of time, money, length … ("two long days"), or a name ("Two Wills", "two T-72s")."""
    token = view.doc[noun.head]
    units = quantities().units
    if token.tag_ in ("NNPS", "NNP") or any(map(str.isdigit, token.text)):
        return True
    return token.lower_ in units or token.lemma_.lower() in units


def in_a_name(view: View, number: Numeral, noun: Noun | None) -> bool:
    """Whether the number is part of a name ("Group of Seven", "Boeing 737")."""
    if noun is not None and noun.is_people:
        return False
    token = view.doc[number.start]
    if token.ent_type_ in _NAMES and (token.ent_iob_ == "I" or view.capital(number.end)):
        return True
    if noun is not None or number.vague:
        return False
    group = view.word(number.start - 1) == "of" and view.capital(number.start) and view.capital(number.start - 2)
    return group or view.tag(number.start - 1) in ("NNP", "NNPS")


def _digit(word: str) -> bool:
    return word[:1].isdigit()


def _touches_word(view: View, start: int) -> bool:
    """Whether something is written in front of the figure without a space: "T-72", "U-17", "10:30"."""
    return (
        start > 0 and view.touches(start - 1) and view.word(start - 1) not in ("(", "[", "“", '"', "‘", "'", "—", "~")
    )


def _after_hyphen(view: View, end: int) -> int | None:
    """Past "3-1", "25-year-old" and "two-thirds"; None where the hyphen makes a count ("500-strong", "400-plus")."""
    after = view.word(end + 1)
    if after in ("strong", "plus") or view.word(end) == "—":
        return None
    end += 2
    while view.word(end) in ("-", "–", ":", "/") and view.touches(end - 1):
        end += 2
    return end


def _month_day(view: View, number: Numeral) -> bool:
    if number.low > 31 or number.end - number.start > 1 or not _digit(view.words[number.start]):
        return False
    after, before = number.end, number.start - 1
    if view.word(after).rstrip(".") in MONTHS and view.capital(after):
        return True
    if view.word(before).rstrip(".") not in MONTHS or not view.capital(before):
        return False
    return view.word(before - 1) != "in" and not _digit(view.word(before - 1))


def _age(view: View, number: Numeral) -> bool:
    start, end = number.start, number.end
    if number.low > _OLDEST or not _digit(view.words[start]):
        return False
    before = view.word(start - 1)
    if before == "(" and view.word(end) == ")":
        return True
    if before == "," and view.word(end) in _AFTER_AGE and view.word(end) != "and":
        return view.tag(start - 2) in ("NN", "NNP") or view.word(start - 2) == ")"
    if before in _LIMITS:
        return view.tag(start - 2) in ("NNS", "NN") and view.tag(end) not in ("JJ", "NN", "NNS", "VBN", "NNP")
    return False


def _unit(view: View, i: int) -> bool:
    word = view.word(i)
    return word in quantities().units and not (word == "second" and view.tag(i) == "JJ")


def _ratio(view: View, number: Numeral) -> int | None:
    """Past "one in five people" and "nine out of ten"."""
    end = number.end
    for words in (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")):
        if tuple(view.words[end : end + len(words)]) != words or end + len(words) >= len(view):
            continue
        second = read_exact(view.words, end + len(words))
        if second is None or second.low <= number.high:
            continue
        if len(words) > 1 or number.low == 1 or second.low in (10, 100, *SCALES.values()):
            return second.end
    return None
