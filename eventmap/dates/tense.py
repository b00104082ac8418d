"""Whether the sentence around a date speaks of something still to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventmap.counts.numerals import word_set
from eventmap.dates.words import MONTHS, WEEKDAYS

_MODALS = word_set("will 'll ’ll wo shall would may might could should must")
# What is planned, and the heads of an infinitive that is still to happen ("is due to open on Monday").
_PLANS = word_set("schedule plan expect slate set due plan propose intend forecast")
_AHEAD = word_set(
    "set due schedule expect plan slate likely intend go hope want vow promise decide agree order ask call"
)
# Verbs that take what is planned as their object ("they plan a march on Friday"); the second set with a month only,
# because with a day it is the day of the promise.
_PLANNING = word_set("plan intend expect prepare anticipate")
_PROMISING = _PLANNING | word_set("promise pledge vow propose schedule announce call set")
# A timetable is told in the present ("the trial opens on Monday"), but for headings, which tell what has happened so.
_TIMETABLE = word_set(
    "open begin start close end resume expire take face vote meet go fly travel run play visit hold host"
)
_UPCOMING = word_set("upcoming forthcoming coming ahead")
_PRESENT = word_set("is are 's ’s am 're ’re")
_CLIMB = 6


def is_future(token: Token) -> bool:
    """Whether the verb that governs a date token points ahead ("will vote on Sunday", "is due to open on 5 May")."""
    doc = token.doc
    if any(doc[i].lower_ in _UPCOMING for i in range(max(0, token.i - 3), token.i)):
        return True
    if token.i and doc[token.i - 1].lower_ == "later":
        return True
    if token.head.lower_ == "for" and token.dep_ == "pobj" and token.lower_ in WEEKDAYS:
        return True
    verb = token
    for _ in range(_CLIMB):
        if verb.lower_ == "due" and verb != token:
            return True
        if verb.head == verb or (verb.pos_ in ("VERB", "AUX") and verb != token):
            break
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    if words & _MODALS and "have" not in words:
        return True
    if verb.lemma_.lower() in _PLANS and verb.tag_ == "VBN":
        return not words & {"was", "were", "had", "been"}
    if "to" in words:
        return (verb.head.lemma_.lower() in _AHEAD or _is_to(verb)) and "have" not in words
    if _planned_object(verb, token):
        return True
    if verb.tag_ in ("VBZ", "VBP") and token.head.lower_ in ("until", "till"):
        return True
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLE and _is_sentence(doc):
        return _is_own(verb, token)
    # The present speaks of plans only where a named day is its own ("is meeting on Monday", "the deadline is 5 May").
    own = _is_own(verb, token)
    if verb.tag_ == "VBG":
        return own and bool(words & _PRESENT)
    return own and verb.text in ("is", "are") and verb.pos_ == "AUX"


def _is_sentence(doc: Doc) -> bool:
    """Whether the paragraph ends as a sentence does, and no heading."""
    return doc[-1].text[-1:] in {".", "”", '"'} or (doc[-1].is_space and len(doc) > 1 and doc[-2].text == ".")


def _is_own(verb: Token, token: Token) -> bool:
    """Whether a named day depends on the verb itself."""
    return verb in (token.head, token.head.head) and token.pos_ in ("PROPN", "NUM")


def _is_to(verb: Token) -> bool:
    """“are to march”, “the vote, to be held”."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_.lower() == "be" and verb.head.tag_ in ("VBZ", "VBP")
    return verb.dep_ in ("acl", "relcl") and any(child.lower_ == "be" for child in verb.children)


def _planned_object(verb: Token, token: Token) -> bool:
    """Whether the date follows the object of a verb of planning ("has promised elections in November")."""
    is_month = token.lower_ in MONTHS
    if verb.lemma_.lower() not in (_PROMISING if is_month else _PLANNING):
        return False
    return any(child.dep_ == "dobj" and child.i < token.i for child in verb.children)
