"""Numbers without a noun: whether they count people ("killing 12", "12 dead", "the death toll rose to 120")."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.counts.nouns import WEEKDAYS
from eventmap.counts.numerals import Numeral
from eventmap.counts.quantities import quantities
from eventmap.counts.view import View

_SUBJECT = ("nsubj", "nsubjpass")
_OBJECT = ("dobj", "attr", "oprd", "appos", "npadvmod")
_STATE_TAGS = ("JJ", "VBN", "VBD", "VBG", "NN", "NNP", "RB")
# Before these the state is a verb that has an object ("bombers killed 10 people").
_OBJECT_TAGS = ("CD", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "WP")
# A toll of nothing in particular is one of deaths.
_BARE_TOLL = "killed"
_CLIMB = 5


def head(view: View, number: Numeral) -> int:
    """The token of the number that the sentence governs."""
    root: int = view.doc[number.start : number.end].root.i
    return root


def state(view: View, i: int) -> int | None:
    """The token at or after `i` that says what happened to the people counted before it ("12 dead", "9 shot dead")."""
    while view.word(i) in quantities().before_states and view.word(i + 1) in quantities().states:
        i += 1
    if view.word(i) not in quantities().states or view.tag(i) not in _STATE_TAGS:
        return None
    return None if view.tag(i + 1) in _OBJECT_TAGS or view.words[i + 1 : i + 3] == ["at", "least"] else i


def counts_people(view: View, number: Numeral, end: int) -> bool:
    """Whether the number is the subject or object of a verb whose subject or object is people."""
    if view.tag(end) in ("NN", "NNP", "POS") and view.word(end) not in WEEKDAYS:
        return False
    token = view.doc[head(view, number)]
    for _ in range(_CLIMB):
        colon = token.dep_ == "nummod" and ":" in view.words[number.end : token.head.i]  # "killed 12: eight women …"
        if token.dep_ != "conj" and not colon:
            break
        token = token.head
    verb = token.head
    if token.dep_ in _SUBJECT and verb.pos_ in ("VERB", "AUX"):
        return number.vague or verb.lemma_.lower() in quantities().people_verbs
    return token.dep_ in _OBJECT and verb.lemma_.lower() in quantities().people_verbs


def toll_role(view: View, number: Numeral) -> str | None:
    """The role of a number that a toll stands at, rises to or is ("the number of wounded to 45"), if any."""
    token = view.doc[head(view, number)]
    if token.dep_ not in ("pobj", "attr", "dobj", "npadvmod", "appos"):
        return None
    for _ in range(_CLIMB):
        token = token.head
        role = _toll(token)
        if role is None:
            nouns = (child for child in token.children if child.dep_ in (*_SUBJECT, "dobj"))
            role = next((role for noun in nouns if (role := _toll(noun))), None)
        if role or token.head is token or token.pos_ == "VERB":
            return role
    return None


def _toll(token: Token) -> str | None:
    """What a noun such as "death toll" or "number of wounded" counts: its role, None if it counts no people."""
    known = quantities()
    if token.pos_ == "VERB":
        return None
    near = [token, *(child for child in token.children if child.dep_ in ("compound", "amod"))]
    if token.lower_ in ("number", "toll", "figure", "total"):
        nouns = [noun for child in token.children if child.lower_ in ("of", "from") for noun in child.children]
        near += nouns + [verb for noun in nouns for verb in noun.children if verb.dep_ == "acl"]
    for noun in near:
        form = noun.lemma_.lower() if noun.lower_ not in known.states else noun.lower_
        if form not in known.toll_nouns:
            continue
        return known.states.get(form) or known.people.get(form)
    return _BARE_TOLL if token.lower_ == "toll" and token.dep_ != "compound" else None
