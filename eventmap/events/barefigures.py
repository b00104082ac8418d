"""Numbers of people that are said without a noun of their own: "organisers said 2,000", "rebels put the toll at 40".

They count what the figure before them counted, unless the words say it ("put the number of dead at 12").
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from eventmap.counts import CountMention, numerals, traps
from eventmap.counts.numerals import Numeral
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View
from eventmap.dates import DateMention
from eventmap.events.attribution import Attribution
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS
from eventmap.lexicon import words

_SAYING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")
_PUTTING = words("figure_verbs")
_UPDATING = words("updating_verbs")
_FIGURES = words("figure_nouns")
_LEADING = frozenset({"at", "to", "of", "from"})


@dataclass(frozen=True, slots=True)
class BareFigure:
    """A number without a noun: its range, its paragraph offsets and first token, and who gives it.

    `role` is "" where the words do not say what happened to those that it counts.
    """

    low: int | None
    high: int | None
    start_char: int
    end_char: int
    token: int
    role: str
    sources: tuple[str, ...]
    claimed: bool


def bare_figures(sentence: SentenceReading) -> list[BareFigure]:
    """The bare numbers of a sentence, in order, without those that are counts of something."""
    read: tuple[DateMention | CountMention, ...] = (*sentence.dates, *sentence.counts)
    known = {i for mention in read for i in range(mention.token_start, mention.token_end)}
    starts = [token.i for token in sentence.span if token.like_num and token.i not in known]
    if not starts:
        return []
    view = _view(sentence.span.doc)
    found: list[BareFigure] = []
    end = 0
    for start in starts:
        number = numerals.read(view.words, start, quantities().vague) if start >= end else None
        if number is not None:
            end = number.end
            bare = _read(view, number, sentence, found)
            found += [bare] if bare else []
    return found


@functools.lru_cache(maxsize=1)
def _view(doc: Doc) -> View:
    """The view of a paragraph, which all its sentences share."""
    return View(doc)


def _read(view: View, number: Numeral, sentence: SentenceReading, before: list[BareFigure]) -> BareFigure | None:
    if traps.skip(view, number) is not None or view.tag(number.end).startswith(("NN", "JJ", "CD")):
        return None
    doc = view.doc
    token: Token = doc[number.start : number.end].root
    start, low, high = _bounded(view, number)
    governor = _stated_by(token)
    names: tuple[str, ...]
    if before and (name := _elliptical(doc, start, number.end)):
        names, claimed, role = (name,), False, before[-1].role
    elif governor is not None:
        names, claimed = _said_by(governor, sentence)
        role = _role(governor)
    else:
        return None
    chars = view.chars(start, number.end)
    return BareFigure(low, high, *chars, start, role, names, claimed)


def _bounded(view: View, number: Numeral) -> tuple[int, int | None, int | None]:
    """Where the number starts with the words that bound it ("at least 40"), and its low and high."""
    start, bound = number.start, ""
    while phrase := view.ends_with(start, quantities().before):
        start -= len(phrase)
        bound = bound or quantities().before[phrase]
    return start, None if bound == "at_most" else number.low, None if bound == "at_least" else number.high


def _stated_by(token: Token) -> Token | None:
    """The verb that states the number as one of an event ("said 40", "put the toll at 40"), if any does."""
    governor = token.head
    if token.dep_ in {"dobj", "attr", "ccomp", "npadvmod"} and governor.pos_ == "VERB":
        return governor if governor.lemma_.lower() in _SAYING else None
    if token.dep_ != "pobj" or governor.lower_ not in _LEADING:
        return None
    node = governor.head
    if node.lower_ == "from" and node.dep_ == "prep":  # "rose from 5 to 9"
        node = node.head
    if node.pos_ in {"NOUN", "PROPN"} and node.lemma_.lower() in _FIGURES and node.head.pos_ == "VERB":
        return node.head  # "gave a figure of 300"
    about_figure = any(_is_figure(child) for child in node.children if child.dep_ in SUBJECTS | {"dobj"})
    return node if node.lemma_.lower() in _PUTTING | _UPDATING and about_figure else None


def _is_figure(noun: Token) -> bool:
    return any(word.lemma_.lower() in _FIGURES for word in (noun, *(c for c in noun.children if c.dep_ == "compound")))


def _role(governor: Token) -> str:
    """What the figure is said to count: "the number of dead", "the death toll"."""
    states, people = quantities().states, quantities().people
    for noun in governor.children:
        if noun.dep_ in SUBJECTS | {"dobj"} and _is_figure(noun):
            for word in noun.subtree:
                role = states.get(word.lower_) or people.get(word.lemma_.lower())
                if role and word.dep_ in {"compound", "amod", "pobj", "dobj", "nsubj", "nsubjpass"}:
                    return role
            if noun.lemma_.lower() == "toll":
                return "killed"
    return ""


def _said_by(governor: Token, sentence: SentenceReading) -> tuple[tuple[str, ...], bool]:
    """Who gives the number that `governor` states, and whether as a claim."""
    own = [given for given in sentence.attributions if given.governor == governor.i]
    if own:
        return _names(own)
    return (putters, False) if (putters := _put_by(governor)) else _names(narrowest(governor.i, sentence.attributions))


def givers(token: Token, sentence: SentenceReading) -> list[Attribution]:
    """Who gives the number at `token`: who puts it ("the army put the dead at 12"), else who vouches for the least."""
    governor = token.head.head if token.dep_ == "pobj" else token.head
    putters = _put_by(governor)
    whole = (sentence.span.start, sentence.span.end)
    return [Attribution(name, "reports", -1, whole) for name in putters] or narrowest(token.i, sentence.attributions)


def _put_by(verb: Token) -> tuple[str, ...]:
    """Who puts a figure ("police put the crowd at 300"), where `verb` is one for that."""
    if verb.lemma_.lower() not in _PUTTING or verb.pos_ != "VERB":
        return ()
    if not any(_is_figure(child) for child in verb.children if child.dep_ == "dobj"):
        return ()
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return tuple(name for subject in subjects if (name := _plain(subject)))


def narrowest(at: int, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Of the attributions that vouch for token `at`, those that vouch for least besides."""
    covering = [given for given in attributions if given.scope[0] <= at < given.scope[1]]
    least = min((given.scope[1] - given.scope[0] for given in covering), default=0)
    return [given for given in covering if given.scope[1] - given.scope[0] == least]


def _names(given: list[Attribution]) -> tuple[tuple[str, ...], bool]:
    names = tuple(dict.fromkeys(attribution.name for attribution in given if attribution.stance != "denies"))
    return names, any(attribution.stance == "claims" for attribution in given)


def _elliptical(doc: Doc, start: int, end: int) -> str:
    """Who says a number in a clause without a verb: "police said 300, organisers 2,000"; "" if it is none."""
    closed = end >= len(doc) or doc[end].is_punct or doc[end].lower_ in {"and", "or", "but", "while"}
    if not closed or start == 0:
        return ""
    at = start - 1
    at -= doc[at].lower_ in {"at", "about"}
    noun = doc[at]
    first = at
    while first > 0 and doc[first - 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN"} and not doc[first - 1].is_punct:
        first -= 1
    opened = first > 0 and (doc[first - 1].text in {",", ";"} or doc[first - 1].lower_ in {"and", "but", "while"})
    if noun.pos_ not in {"NOUN", "PROPN"} or not opened:
        return ""
    return doc[first : at + 1].text.removeprefix("the ")


def _plain(subject: Token) -> str:
    """The words of a source, without the article."""
    if subject.pos_ == "PRON":
        return ""
    words_ = [token for token in subject.subtree if token.i <= subject.i]
    text = str(subject.doc[words_[0].i : subject.i + 1].text)
    return text.removeprefix("the ").removeprefix("The ")
