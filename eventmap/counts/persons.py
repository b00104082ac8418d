"""Counts without a number: "a man" (one), "both men" (two), "no one" and "no injuries" (none)."""

from __future__ import annotations

from eventmap.counts import alone
from eventmap.counts.mention import CountMention
from eventmap.counts.nouns import Noun, counted
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

_ARTICLES = frozenset(("a", "an", "another"))
_NOBODY = frozenset(("nobody", "none", "no-one", "noone"))
_SINGULAR = ("NN", "NNP")
_AFTER_WITHOUT = frozenset(("causing", "any", "further", "reported", "reports", "of"))
_HARM = frozenset(("killed", "injured", "casualties"))
_POSSESSIVES = frozenset(("her", "his", "their"))
_SUBJECT = ("nsubj", "nsubjpass")


def read(view: View, i: int) -> CountMention | None:
    """The count without a number that starts at token `i`, if there is one."""
    word = view.words[i]
    if word == "another" and alone.state(view, i + 1) == i + 1:  # "one man killed and another wounded"
        return mention(view, i, i + 1, Noun(i + 1, i + 2, i, "people", True, quantities().states[view.words[i + 1]]), 1)
    if word in _ARTICLES:
        return _one(view, i, i + 1)
    if word == "both":
        return _both(view, i)
    if word in _NOBODY or (word, view.word(i + 1)) == ("no", "one") or view.words[i : i + 3] == ["no", "-", "one"]:
        return _nobody(view, i)
    if word == "no":
        return _no(view, i, i + 1)
    if word == "neither" and view.word(i + 1) == "of":
        return _nobody(view, i)
    if word == "without":
        return _without(view, i)
    if word == "not" and view.words[i + 1 : i + 3] in (["a", "single"], ["one", "single"]):
        return _no(view, i, i + 3)
    if (
        view.doc[i].is_sent_start
        and word in quantities().headline
        and view.tag(i + 1) not in ("NN", "NNS", "NNP", "POS")
    ):
        return mention(view, i, i, Noun(i, i + 1, i, "people", True, quantities().people.get(word)), 1)
    return None


def one_of_theirs(view: View, i: int) -> CountMention | None:
    """“her son” as one person, where token `i` is the possessive."""
    return _one(view, i, i + 1) if view.word(i) in _POSSESSIVES else None


def mention(view: View, start: int, quantity_end: int, noun: Noun, value: int) -> CountMention:
    """A count of people with the words from token `start` to the end of the noun."""
    first, last = view.chars(start, noun.end)
    return CountMention(
        start_char=first,
        end_char=last,
        token_start=start,
        token_end=noun.end,
        quantity=(first, view.chars(start, quantity_end)[1] if quantity_end > start else first),
        noun=view.chars(noun.start, noun.end),
        low=value,
        high=value,
        head=noun.head,
        root=view.doc[start : noun.end].root.i,
        unit="people",
        is_people=True,
        role_hint=noun.role,
        part_of=view.ends_with(start, quantities().part_of) is not None,
        zero=value == 0,
    )


def _one(view: View, start: int, i: int) -> CountMention | None:
    noun = counted(view, i, singular=True) or _aged(view, i)
    if noun is None or not noun.is_people or view.tag(noun.head) not in (*_SINGULAR, "JJ"):
        return None
    token = view.doc[noun.head]
    plural_only = token.lower_ in quantities().plural_only and token.lower_ not in quantities().pairs
    if plural_only or view.tag(noun.end) == "POS" or view.word(noun.end) == "-":
        return None
    if token.dep_ in ("attr", "poss") or (token.dep_ == "appos" and token.head.pos_ == "PROPN"):
        return None  # "he is a teacher", "a man's car", "John Smith, a teacher": no one is counted
    if token.dep_ == "pobj" and token.head.lower_ in ("as", "like"):
        return None
    return mention(view, start, i, noun, 2 if token.lower_ in quantities().pairs else 1)


def _aged(view: View, i: int) -> Noun | None:
    """“25-year-old” as a person, where no noun follows."""
    words = view.words[i : i + 5]
    if len(words) == 5 and words[1:] == ["-", "year", "-", "old"]:
        return Noun(i, i + 5, i + 4, "people", True, None)
    return None


def _both(view: View, i: int) -> CountMention | None:
    start = i + 1 + (view.word(i + 1) in ("the", *_POSSESSIVES))
    noun = counted(view, start)
    if noun is not None:
        joined = view.word(noun.end) == "and"  # "both teachers and students"
        return (
            mention(view, i, i + 1, noun, 2) if noun.is_people and not joined and view.tag(noun.head) != "NNP" else None
        )
    end = i + 1 + 2 * (view.words[i + 1 : i + 3] in (["of", "them"], ["of", "whom"]))
    if view.doc[i].dep_ in _SUBJECT:
        return _pronoun(view, i, end, 2)
    return None


def _nobody(view: View, i: int) -> CountMention | None:
    end = i + {"no": 2}.get(view.words[i], 1) + (view.word(i + 1) == "-")
    if view.words[end : end + 1] == ["of"]:
        start = end + 1 + (view.word(end + 1) in ("the", "those", "these"))
        start += view.tag(start) == "CD"
        noun = counted(view, start)
        if noun is not None:
            return mention(view, i, end, noun, 0) if noun.is_people else None
        end = start if view.word(end + 1) in ("them", "those", "the") else end
    elif view.words[i] == "none" and view.doc[i].dep_ not in _SUBJECT:
        return None
    return _pronoun(view, i, end, 0)


def _no(view: View, start: int, i: int) -> CountMention | None:
    noun = counted(view, i, singular=True)
    if noun is None or not noun.is_people or view.tag(noun.end) == "POS":
        return None
    return mention(view, start, i, noun, 0)


def _without(view: View, i: int) -> CountMention | None:
    """“without casualties”: nobody was harmed."""
    start = i + 1
    while view.word(start) in _AFTER_WITHOUT:
        start += 1
    noun = counted(view, start, singular=True)
    harm = noun is not None and noun.is_people and noun.role in _HARM
    return mention(view, i, start, noun, 0) if noun is not None and harm else None


def _pronoun(view: View, start: int, end: int, value: int) -> CountMention:
    first, last = view.chars(start, end)
    root = view.doc[start:end].root.i
    return CountMention(
        start_char=first,
        end_char=last,
        token_start=start,
        token_end=end,
        quantity=(first, last),
        noun=None,
        low=value,
        high=value,
        head=root,
        root=root,
        unit="people",
        is_people=True,
        zero=value == 0,
    )
