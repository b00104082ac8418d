"""Finding the counts of a parsed paragraph: numbers with their modifiers and the noun they count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from eventmap.counts import alone, join, numerals, persons, traps
from eventmap.counts.fate import fate
from eventmap.counts.mention import CountMention
from eventmap.counts.nouns import Noun, counted
from eventmap.counts.numerals import Numeral, word_set
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

_STARTS = frozenset(("a", "an", "half", *numerals.UNITS, *numerals.TENS))
_DETERMINERS = word_set("the these those his her its their our your")
_PRONOUNS = word_set("them us you whom these those")
_MORE = word_set("more other additional further extra")
# These are limits before a figure and prepositions before a small number in words ("clashes over two deaths").
_PREPOSITIONS = frozenset((("over",), ("under",), ("above",), ("below",)))
_LONGEST_OWNER = 4
_SHARES = word_set(
    "half most some many few majority percent % third quarter each any minority proportion two-thirds cent"
)


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with the words around it that open, close or weaken it; tokens `start:end`."""

    number: Numeral
    start: int
    end: int
    low: int | None
    high: int | None
    vague: bool


def find_counts(doc: Doc) -> list[CountMention]:
    """The counts of people and things in a parsed paragraph, in order.

    Args:
        doc: a paragraph parsed by `eventmap.nlp.parse`.

    Returns:
        One mention for each quantity, with offsets into `doc.text`. Numbers that count nothing (dates, ages, money,
        measures, scores, names) are left out. Coordinated counts of people ("12 soldiers and 30 civilians") are one
        mention that adds them up.
    """
    view = View(doc)
    starts = _STARTS | {phrase[0] for phrase in quantities().vague}
    found: list[CountMention] = []
    i = 0
    while i < len(view):
        word = view.words[i]
        mention = None
        following = i + 1
        number = None
        if word[0].isdigit() or word in starts:
            number = numerals.read(view.words, i, quantities().vague)
        if number is not None:
            mention, following = _read(view, _spanning(view, number))
        else:
            mention = persons.read(view, i)
        if mention is not None:
            found.append(mention)
            following = max(following, mention.token_end)
        i = max(following, i + 1)
    return [_with_fate(view, mention) for mention in join.join(view, found)]


def _with_fate(view: View, mention: CountMention) -> CountMention:
    governor = view.doc[mention.root].head.i
    told = fate(view, mention.token_start, mention.token_end, mention.root, of_people=mention.is_people)
    return replace(mention, fate=told.role if told else None, governor=told.governor if told else governor)


def _read(view: View, number: Numeral) -> tuple[CountMention | None, int]:
    """The count that `number` gives, if any, and the token to go on from."""
    beyond = traps.skip(view, number)
    if beyond is not None:
        return None, beyond
    quantity = _modified(view, number)
    if _is_share(view, quantity.start):
        return None, quantity.end
    if view.word(quantity.end) == "of":
        return _partitive(view, quantity)
    if view.word(quantity.end) == "-" and view.word(quantity.end + 1) == "strong":
        end = quantity.end + 2
        return _mention(view, quantity, None, end, people=True, head=alone.head(view, number)), end
    one = number.low == number.high == 1
    noun = counted(view, quantity.end, singular=one)
    if noun is not None and not noun.is_people and (one or traps.no_thing(view, noun)):
        return None, noun.end
    if traps.in_a_name(view, number, noun):
        return None, quantity.end
    if noun is not None:
        return _mention(view, quantity, noun, noun.end), noun.end
    state = alone.state(view, quantity.end)
    collective = _collective_start(view, quantity.start) is not None
    toll = alone.toll_role(view, number)
    role = toll if state is None else quantities().states[view.words[state]]
    if role or collective or alone.counts_people(view, number, quantity.end):
        end = quantity.end if state is None else state + 1
        head = alone.head(view, number)
        return _mention(view, quantity, None, end, people=True, role=role, head=head, toll=toll is not None), end
    return None, quantity.end


def _spanning(view: View, number: Numeral) -> Numeral:
    """“between 20 and 30” and “from 20 to 30 people” as one number; of “rose from 5 to 9” the last."""
    start = number.start - 1
    joint = {"between": "and", "from": "to"}.get(view.word(start))
    if joint is None or view.word(number.end) != joint or number.end + 1 >= len(view):
        return number
    second = numerals.read_exact(view.words, number.end + 1)
    if second is None:
        return number
    if joint == "to" and _changed(view, start):
        return second
    return Numeral(start, second.end, number.low, second.high) if second.high > number.low else number


def _changed(view: View, start: int) -> bool:
    """Whether "from" at token `start` tells what a figure was before it changed."""
    token = view.doc[start]
    return any(node.lemma_.lower() in quantities().changes for node in (token.head, token.head.head))


def _modified(view: View, number: Numeral) -> _Quantity:
    known = quantities()
    start, end = number.start, number.end
    bound = "as_given"
    while phrase := view.ends_with(start, known.before):
        if phrase in _PREPOSITIONS and number.high <= 10 and view.words[number.start].isalpha():
            break
        start -= len(phrase)
        bound = known.before[phrase] if bound == "as_given" else bound
    end += view.word(end) == "-" and view.word(end + 1) == "plus"
    if phrase := view.starts_with(end, known.after):
        end += len(phrase)
        bound = known.after[phrase]
    end += view.word(end) in _MORE
    low = None if bound == "at_most" else number.low
    high = None if bound == "at_least" else number.high
    return _Quantity(number, start, end, low, high, number.vague or bound == "about")


def _is_share(view: View, start: int) -> bool:
    """Whether the number is a whole of which only a share is meant ("half of the 200 passengers")."""
    start -= view.word(start - 1) in _DETERMINERS
    return view.word(start - 1) == "of" and view.word(start - 2) in _SHARES


def _partitive(view: View, quantity: _Quantity) -> tuple[CountMention | None, int]:
    """“dozens of people”, “12 of them”, “two of the wounded”, “three of the 12 hostages”."""
    i = quantity.end + 1
    number = quantity.number
    part = view.word(i) in _DETERMINERS
    one = number.low == number.high == 1
    if view.word(i) in _PRONOUNS and not view.tag(i + 1).startswith(("N", "J", "CD")):
        end = i + 1
        noun = counted(view, end)
        mention = _mention(
            view, quantity, noun, noun.end if noun else end, people=True, part=True, head=alone.head(view, number)
        )
        return (None if one else mention), end
    i += part
    i = _past_owner(view, i) if part else i
    whole = numerals.read_exact(view.words, i) if i < len(view) else None
    if whole is not None:
        i = whole.end
    noun = counted(view, i)
    if one:
        return None, noun.end if noun else i
    if noun is not None:
        if not noun.is_people and traps.no_thing(view, noun):
            return None, noun.end
        return _mention(view, quantity, noun, noun.end, part=part), noun.end
    role = quantities().states.get(view.word(i))
    if part and (role or whole):
        end = i + bool(role)
        return _mention(
            view, quantity, None, end, people=True, part=True, role=role, head=alone.head(view, number)
        ), end
    return None, i


def _past_owner(view: View, i: int) -> int:
    """Past “city's” in "4,000 of the city's 60,000 residents", where a number follows."""
    owned = next((j for j in range(i, min(i + _LONGEST_OWNER, len(view))) if view.tag(j) == "POS"), None)
    return owned + 1 if owned is not None and view.tag(owned + 1) == "CD" else i


def _collective_start(view: View, start: int) -> int | None:
    """The first token of “a large crowd of” that ends before token `start`."""
    if view.word(start - 1) != "of" or view.word(start - 2) not in quantities().collectives:
        return None
    start -= 2
    while view.tag(start - 1) in ("JJ", "NN", "VBG"):
        start -= 1
    return start - (view.tag(start - 1) in ("DT", "PRP$"))


def _mention(
    view: View,
    quantity: _Quantity,
    noun: Noun | None,
    end: int,
    *,
    people: bool = False,
    part: bool = False,
    role: str | None = None,
    head: int = -1,
    toll: bool = False,
) -> CountMention:
    counts_people = people or noun is None or noun.is_people
    collective = _collective_start(view, quantity.start) if counts_people else None
    start = quantity.start if collective is None else collective
    announced = view.ends_with(start, quantities().part_of) is not None
    if noun is not None:
        stated = alone.state(view, end) if noun.is_people else None
        role = noun.role or (None if stated is None else quantities().states[view.words[stated]])
    low, high = quantity.low, quantity.high
    first, last = view.chars(start, end)
    return CountMention(
        start_char=first,
        end_char=last,
        token_start=start,
        token_end=end,
        quantity=(first, view.chars(quantity.start, quantity.end)[1]),
        noun=view.chars(noun.start, noun.end) if noun else None,
        low=low,
        high=high,
        head=noun.head if noun and not (people and part) else head,
        root=view.doc[start:end].root.i,
        unit="people" if people or noun is None else noun.unit,
        is_people=counts_people,
        role_hint=role,
        part_of=part or announced,
        vague=quantity.vague,
        zero=low == high == 0,
        toll=toll,
    )
