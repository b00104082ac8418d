"""Whether the sentence around a date speaks of something still to come."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.counts.numerals import word_set

_MODALS = word_set("will 'll ’ll wo shall would may might could should must")
# What is planned, and the heads of an infinitive that is still to happen ("is due to open on Monday").
_PLANS = word_set("schedule plan expect slate set due plan propose intend forecast")
_AHEAD = word_set(
    "set due schedule expect plan slate likely intend go hope want vow promise decide agree order ask call"
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
    verb = token
    for _ in range(_CLIMB):
        if verb.head is verb or (verb.pos_ in ("VERB", "AUX") and verb is not token):
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
        return verb.head.lemma_.lower() in _AHEAD and not words & {"have"}
    if verb.tag_ in ("VBZ", "VBP") and token.head.lower_ in ("until", "till"):
        return True
    # The present speaks of plans only where a named day is its own ("is meeting on Monday", "the deadline is 5 May").
    own = verb in (token.head, token.head.head) and token.pos_ in ("PROPN", "NUM")
    if verb.tag_ == "VBG":
        return own and bool(words & _PRESENT)
    return own and verb.lower_ in ("is", "are") and verb.pos_ == "AUX"
