"""What a story only recalls in passing: "since the 1994 genocide", "known for the 1999 siege", "jailed in 2009"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from eventmap.events.syntax import ancestors, children
from eventmap.lexicon import words

_BEFORE = words("background_prepositions")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_YEARS = frozenset({"year", "decade", "century"})


def is_background(trigger: Token) -> bool:
    """Whether the trigger names an event of the past that the text takes as known and does not tell."""
    return _is_dated_name(trigger) or _is_of_a_life(trigger) or _is_counted_from(trigger)


def _is_dated_name(noun: Token) -> bool:
    """ "Since the 1994 genocide", "survived the 2004 tsunami": a noun called by its year, and not what is told of."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    called = [child for child in children(noun, "compound", "nummod", "amod", "nmod") if _YEAR.fullmatch(child.text)]
    if not called or noun.dep_ not in {"pobj", "dobj", "compound", "conj", "poss"}:
        return False
    return noun.dep_ != "pobj" or noun.head.lower_ in _BEFORE


def _is_of_a_life(verb: Token) -> bool:
    """ "Ivan Petrov, who was jailed in 2009, …": a year in a clause about a person."""
    for node in ancestors(verb):
        if (
            node.dep_ in {"relcl", "acl"}
            and node.head.pos_ in {"NOUN", "PROPN"}
            and node.head.dep_ in {"nsubj", "appos"}
        ):
            dated = any(
                _YEAR.fullmatch(noun.text) for prep in children(node, "prep") for noun in children(prep, "pobj")
            )
            return dated and node.head.ent_type_ == "PERSON"
    return False


def _is_counted_from(trigger: Token) -> bool:
    """ "Twenty years after the bombings", "nine years after he was shot": what a time is counted from."""
    since = [trigger.head] if trigger.dep_ == "pobj" else []
    for node in ancestors(trigger):
        if node.dep_ == "advcl":
            since += children(node, "mark")
            break
    return any(_follows_years(word) for word in since if word.lower_ in {"after", "since"})


def _follows_years(word: Token) -> bool:
    before = word.doc[word.i - 1] if word.i > 0 else None
    return before is not None and before.lemma_.lower() in _YEARS and before.tag_ == "NNS"
