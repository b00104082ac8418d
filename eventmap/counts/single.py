"""Single people without a number: "the mayor", "Juan Perez", "him"; and lists of them as one count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from eventmap.counts.mention import CountMention
from eventmap.counts.nouns import role_of
from eventmap.counts.quantities import quantities

_SINGULAR_PRONOUNS = frozenset(("he", "she", "him", "her", "himself", "herself", "i", "me"))
# These name no particular person.
_OPEN = frozenset(("any", "every", "each", "no", "which", "what", "whatever", "whichever", "some", "either", "neither"))
_BEFORE = frozenset(("det", "compound", "amod", "poss", "nmod", "nummod"))
_AGE = ("year", "old")


def is_one_person(token: Token, *, among_people: bool = False) -> CountMention | None:
    """The one person whom `token` stands for, as a count of 1; None if it is not one person.

    Args:
        token: the head of a phrase.
        among_people: whether the words before it say that it names a person ("the journalists …"), so that any name is
            one, whatever the recogniser takes it for.
    """
    if token.tag_ == "PRP":
        return _mention(token) if token.lower_ in _SINGULAR_PRONOUNS else None
    if _is_one_of(token) or _is_aged(token):
        return _mention(token)
    if token.tag_ not in ("NN", "NNP") or any(child.lower_ in _OPEN for child in token.children):
        return None
    known = quantities()
    if token.lower_ in known.plural_only or token.lower_ in known.collectives:
        return None
    titled = any(child.dep_ == "compound" and role_of(child)[0] for child in token.children)
    unknown = token.ent_type_ == "" and not any(child.dep_ in ("det", "poss") for child in token.children)
    named = token.tag_ == "NNP" and (among_people or token.ent_type_ == "PERSON" or unknown or titled)
    return _mention(token) if named or role_of(token)[0] else None


def together(doc: Doc, mentions: Sequence[CountMention]) -> CountMention | None:
    """Several counts of people as one that adds them up, in the order of the text; None of none."""
    if len(mentions) < 2:
        return mentions[0] if mentions else None
    first, last = mentions[0], mentions[-1]
    lows, highs = [m.low for m in mentions], [m.high for m in mentions]
    return replace(
        first,
        end_char=last.end_char,
        token_end=last.token_end,
        noun=None,
        quantity=(first.start_char, last.end_char),
        low=None if None in lows else sum(low for low in lows if low is not None),
        high=None if None in highs else sum(high for high in highs if high is not None),
        role_hint=first.role_hint if len({m.role_hint for m in mentions}) == 1 else None,
        vague=any(m.vague for m in mentions),
        parts=tuple(part for m in mentions for part in (m.parts or (m,))),
    )


def _is_one_of(token: Token) -> bool:
    """“one of the protesters”, where something is done to that one."""
    part = token.i > 0 and token.nbor(-1).lower_ == ","  # "three people, one of them a child"
    return token.lower_ == "one" and not part and any(child.lower_ == "of" for child in token.children)


def _is_aged(token: Token) -> bool:
    """“the 27-year-old”."""
    words = [part.lower_ for part in token.doc[max(token.i - 2, 0) : token.i + 1] if part.lower_ != "-"]
    return token.lower_ == _AGE[1] and words[:1] == [_AGE[0]]


def _mention(token: Token) -> CountMention:
    before = [child.left_edge.i for child in token.lefts if child.dep_ in _BEFORE]
    start, end = min([*before, token.i]), token.i + 1
    first, last = token.doc[start].idx, token.idx + len(token)
    return CountMention(
        start_char=first,
        end_char=last,
        token_start=start,
        token_end=end,
        quantity=(first, first),
        noun=(first, last),
        low=1,
        high=1,
        head=token.i,
        root=token.i,
        unit="people",
        is_people=True,
        governor=token.head.i,
    )
