"""Whether a text says that something happened: asserted, planned, denied, or not said at all.

A trigger is followed up the parse: each governor may turn the statement ("plan to", "failed to", "threat of", "if").
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from eventmap.events.syntax import SUBJECTS, ancestors, is_negated
from eventmap.lexicon import words

Modality = Literal["asserted", "planned", "not_said"]

_PLANS = words("planning_verbs")
_PLANS_OBJECT = words("planning_object_verbs")
_UNREAL = words("unreal_verbs")
_HALTS = words("halting_verbs")
_PLAN_NOUNS = words("planning_nouns")
_UNREAL_NOUNS = words("unreal_nouns")
_UNREAL_MODALS = words("unreal_modals")
_PERHAPS = frozenset({"may", "might", "must"})  # "may have been killed" is told as likely
_FUTURE = words("future_modals")
_CONDITIONS = words("conditions")
_IMPLIES = words("implicative_verbs")
_SLOGANS = words("slogan_verbs")
# "a march against air strikes", "protested over killings": what it is about is told elsewhere, if it happened.
_TOPIC = frozenset({"against", "over", "about"})
_ABOUT = words("speaking_out")


def modality(trigger: Token, quoted: bool) -> Modality:
    """What the text says of the event at `trigger`; `quoted` tells that the word stands inside a quotation."""
    planned = False
    below: Token | None = None
    for node in ancestors(trigger):
        if is_negated(node) and not _is_correction(node):
            return "not_said"
        if node.pos_ in {"VERB", "AUX"}:
            if _is_conditional(node):
                return "not_said"
            aux = {child.lower_ for child in node.children if child.dep_ == "aux"}
            if aux & _UNREAL_MODALS and not ("have" in aux and aux & _PERHAPS):
                return "not_said"
            if aux & _FUTURE or _is_going_to(node):
                planned = True
        if below is not None:
            verdict = _turned_by(node, below, quoted)
            if verdict == "not_said":
                return "not_said"
            planned = planned or verdict == "planned"
        below = node
    return "planned" if planned else "asserted"


def _turned_by(node: Token, below: Token, quoted: bool) -> Modality:
    """What `node` makes of its dependent `below`."""
    lemma = node.lemma_.lower()
    if node.pos_ == "ADP" and node.lower_ in _TOPIC and node.head.lemma_.lower() in _ABOUT:
        return "not_said"
    if lemma == "rule" and any(child.lower_ == "out" for child in node.children):
        return "not_said"
    if lemma == "have" and below.dep_ == "xcomp" and any(child.lower_ == "yet" for child in node.children):
        return "not_said"
    if node.pos_ in {"NOUN", "PROPN"}:
        if lemma in _PLAN_NOUNS and below.dep_ in {"acl", "prep", "relcl"}:
            return "planned"
        if lemma in _UNREAL_NOUNS and (below.dep_ == "acl" or below.lower_ in {"of", "for", "against", "to"}):
            return "not_said"
        return "asserted"
    if node.pos_ not in {"VERB", "AUX", "ADJ"}:
        return "asserted"
    if quoted and lemma in _SLOGANS:
        return "not_said"
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in below.children)
    if below.dep_ in {"xcomp", "ccomp", "dobj", "prep", "pcomp", "advcl", "acl"} | SUBJECTS:
        if lemma in _UNREAL and below.dep_ not in SUBJECTS | {"advcl"}:
            return "asserted" if below.dep_ == "dobj" and lemma in _HALTS else "not_said"
        if lemma in _PLANS and infinitive and below.dep_ in {"xcomp", "ccomp", "advcl"}:
            return "planned"
        if lemma in _PLANS_OBJECT and below.dep_ == "dobj":
            return "planned"
    if infinitive and below.dep_ in {"advcl", "xcomp", "ccomp"} and lemma not in _IMPLIES | _PLANS:
        return "not_said" if below.dep_ == "advcl" else "asserted"
    return "asserted"


def _is_conditional(node: Token) -> bool:
    marks = {child.lower_ for child in node.children if child.dep_ in {"mark", "advmod"}}
    return bool(marks & _CONDITIONS)


def _is_going_to(node: Token) -> bool:
    return (
        node.lemma_ == "go"
        and node.tag_ == "VBG"
        and any(child.dep_ == "xcomp" for child in node.children)
        and any(child.lemma_ == "be" for child in node.children if child.dep_ == "aux")
    )


def _is_correction(node: Token) -> bool:
    """ "not only", "no fewer than": negations that deny nothing."""
    words = {child.lower_ for child in node.children if child.dep_ in {"neg", "det", "advmod"}}
    return "only" in words or "fewer" in words or "less" in words
