"""Single people without a number, to whom something is done: "the mayor", "Juan Perez", "him", "she and her son"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from eventmap.counts import CountMention, is_one_person, together
from eventmap.counts.nouns import role_of
from eventmap.events.syntax import ancestors, coordinated

# Nouns that say who people are, not what happened to them.
_NEUTRAL = frozenset({None, "participants", "called_up"})
# Nobody lists more people than this by name; hostile text may.
_LONGEST_LIST = 40


def patients(argument: Token, counts: Collection[CountMention]) -> CountMention | None:
    """The people whom an argument names one by one, as one count; None where the words leave their number open.

    Args:
        argument: the head word of an argument, or of one of several coordinated ones.
        counts: the counts of its sentence, which those of its list are taken from.
    """
    whole = _whole(argument, counts)
    if whole is not None:
        return whole
    found: list[CountMention] = []
    among_people = argument.tag_ == "NNS" and role_of(argument)[0]
    for token in _listed(argument):
        counted = next((m for m in counts if _covers(m, token)), None)
        mention = counted or is_one_person(token, among_people=among_people)
        if mention is None or not mention.is_people or mention.part_of:
            return None
        found += [mention] if mention not in found else []
    if len({mention.role_hint for mention in found} - _NEUTRAL) > 1:  # "40 cases and 12 deaths"
        return None
    return together(argument.doc, found)


def _listed(argument: Token) -> list[Token]:
    """The heads of the people listed: coordinated ones, and "the poet A. B., the teacher C. D. and her son"."""
    listed = coordinated(argument)
    if len(listed) > 1:
        return listed if len(listed) <= _LONGEST_LIST else []
    names = [child for child in argument.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if not names:
        return listed
    if argument.tag_ == "NNS":  # "the journalists Ana Reyes and Omar Diaz"
        return coordinated(names[0])
    others = _named_after(names[0])
    return [argument, *others] if len(others) > 1 else listed


def _named_after(name: Token) -> list[Token]:
    """The people whom the parser hangs on the name before them: each is a noun with a name of its own, or the last."""
    found: list[Token] = []
    for child in name.children:
        named = [below for below in child.children if below.dep_ == "appos" and below.pos_ == "PROPN"]
        if child.dep_ == "appos" and child.pos_ == "NOUN" and named:
            found += [child, *_named_after(named[0])]
        elif child.dep_ == "conj":
            found.append(child)
    return found


def _covers(mention: CountMention, token: Token) -> bool:
    listed = bool(mention.parts) and mention.token_start <= token.i < mention.token_end
    return listed or token.i in {mention.head, mention.root}


def _whole(argument: Token, counts: Collection[CountMention]) -> CountMention | None:
    """The count that a list of names stands beside ("two sisters, Ana and Rosa, …")."""
    for node in ancestors(argument):
        if node.dep_ not in {"appos", "conj"}:
            return None
        if node.dep_ == "appos":
            return next((mention for mention in counts if node.head.i in {mention.head, mention.root}), None)
    return None
