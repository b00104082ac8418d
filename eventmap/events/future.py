"""The future in news: "will", "is going to", "is to meet", "is holding a vote next week", "said that it would"."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.events.syntax import children, dependents
from eventmap.lexicon import words

_FUTURE = words("future_modals")
_CONDITIONS = words("conditions")
_REPORTING = words("reporting_verbs")
_PAST = frozenset({"VBD", "VBN"})


def is_future(verb: Token) -> bool:
    """Whether the clause of `verb` tells of what is still to come."""
    aux = {child.lower_ for child in children(verb, "aux")}
    later = _would_later(verb, aux) or _is_arranged(verb)
    return bool(aux & _FUTURE) or later or _is_going_to(verb) or _is_to(verb)


def is_conditional(verb: Token) -> bool:
    """Whether the clause of `verb` is a condition ("if", "unless", "whether") or awaited ("will leave once …")."""
    marks = {child.lower_ for child in dependents(verb) if child.dep_ in {"mark", "advmod"}}
    awaited = bool(marks & {"once", "until"}) and verb.dep_ == "advcl" and is_future(verb.head)
    return awaited or bool(marks & _CONDITIONS)


def _is_going_to(node: Token) -> bool:
    return (
        node.lemma_ == "go"
        and node.tag_ == "VBG"
        and any(child.dep_ == "xcomp" for child in dependents(node))
        and any(child.lemma_ == "be" for child in dependents(node) if child.dep_ == "aux")
    )


def _is_to(node: Token) -> bool:
    """ "The two are to meet on Friday": what is to happen is planned."""
    to = any(child.lower_ == "to" for child in children(node, "aux"))
    return to and node.dep_ == "xcomp" and node.head.lemma_ == "be" and node.head.tag_ in {"VBZ", "VBP"}


def _is_arranged(node: Token) -> bool:
    """ "Is holding a vote next Wednesday": a present tense with a day to come."""
    present = node.tag_ in {"VBZ", "VBP"} or any(child.tag_ in {"VBZ", "VBP"} for child in children(node, "aux"))
    when = [word for child in children(node, "npadvmod", "advmod") for word in (child, *dependents(child))]
    return present and node.tag_ not in _PAST and any(word.lower_ in {"next", "tomorrow"} for word in when)


def _would_later(node: Token, aux: set[str]) -> bool:
    """ "Said that it would strike": the future of reported speech."""
    if (
        not aux & {"would", "'d", "’d"}
        or "have" in aux
        or any(is_conditional(clause) for clause in children(node, "advcl"))
    ):
        return False
    return (
        node.dep_ == "ccomp"
        and node.head.lemma_.lower() in _REPORTING - {"warn", "suggest"}
        and node.head.tag_ in _PAST
    )
