"""Whether a text says that something happened: asserted, planned, denied, or not said at all.

A trigger is followed up the parse: each governor may turn the statement ("plan to", "failed to", "threat of", "if").
Where the way leads out of a clause or a noun that is told as known ("nobody claimed the attack", "since rebels took
X"), what is above cannot unsay it.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from eventmap.events.background import is_background
from eventmap.events.denials import found_false
from eventmap.events.future import is_conditional, is_future
from eventmap.events.syntax import SUBJECTS, ancestors, children, dependents, is_negated
from eventmap.lexicon import words

Modality = Literal["asserted", "planned", "not_said"]

_PLANS = words("planning_verbs")
_PLANS_OBJECT = words("planning_object_verbs")
_UNREAL = words("unreal_verbs")
_UNREAL_FOR = words("unreal_prepositions")
_HALTS = words("halting_verbs")
_PLAN_NOUNS = words("planning_nouns")
_PLAN_ADJECTIVES = words("planning_adjectives")
_UNREAL_NOUNS = words("unreal_nouns")
_UNREAL_ADJECTIVES = words("unreal_adjectives")
_FICTIONS = words("fictions")
_UNREAL_MODALS = words("unreal_modals")
_PERHAPS = frozenset({"may", "might", "must"})  # "may have been killed" is told as likely
_FUTURE = words("future_modals")
_IMPLIES = words("implicative_verbs")
_SLOGANS = words("slogan_verbs")
_FACTIVE = words("factive_links")
# "a march against air strikes", "protested over killings": what it is about is told elsewhere, if it happened.
_TOPIC = frozenset({"against", "over", "about"})
_ABOUT = words("speaking_out")
_PROSECUTES = words("prosecuting_verbs")
_HABITUAL = words("habitual_adjectives")
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "those", "whoever", "someone", "people", "protesters"})
# A question mark further on belongs to something else.
_FARTHEST = 80
_TO_COME = frozenset({"following", "before", "until", "till", "ahead"})
_ALMOST = frozenset({"almost", "nearly", "narrowly"})
_SETTINGS = frozenset({"in", "during", "after", "at", "since", "following"})
_CLAIM_NOUNS = words("claim_nouns")
# Clauses with these tell what is known, whatever becomes of the clause above.
_KNOWN_MARKS = frozenset(
    {"after", "since", "because", "while", "when", "although", "though", "where", "as", "who", "how", "why"}
)
_DATING_MARKS = frozenset({"before", "after", "since", "when", "while"})
_QUESTION_WORDS = frozenset({"who", "whom", "how", "why", "where", "when"})
_PAST = frozenset({"VBD", "VBN"})
_AFFIRMING = frozenset({"did", "had", "was", "were"})


def modality(trigger: Token, quoted: bool) -> Modality:
    """What the text says of the event at `trigger`; `quoted` tells that the word stands inside a quotation."""
    if _is_asked(trigger) or _is_bidden(trigger, quoted) or is_background(trigger):
        return "not_said"
    planned = known = False
    below: Token | None = None
    for node in ancestors(trigger):
        if not known and _is_unsaid(node, below):
            return "not_said"
        if not known and node.pos_ in {"VERB", "AUX"}:
            aux = {child.lower_ for child in dependents(node) if child.dep_ == "aux"}
            if is_future(node):
                planned = True
            elif aux & _UNREAL_MODALS and not ("have" in aux and aux & _PERHAPS):
                return "not_said"
        if below is not None and not (known and _is_fact_about(node)):
            verdict = _turned_by(node, below, quoted)
            if verdict == "not_said" and (not known or node.lemma_.lower() in _FICTIONS):
                return "not_said"
            planned = planned or (verdict == "planned" and not known)
            if planned and node.lemma_.lower() in _PROSECUTES and below.dep_ == "prep":
                return "not_said"  # "charged with planning an attack"
        known = known or _is_known(node, trigger)
        below = node
    return "planned" if planned else "asserted"


def _is_unsaid(node: Token, below: Token | None) -> bool:
    """Whether a word of the way says by itself that the thing is not so: negated, conditional, nobody's doing."""
    if node.pos_ in {"VERB", "AUX"} and is_conditional(node):
        return True
    # "Nobody was hurt in a fire": there was a fire.
    if below is not None and below.dep_ == "prep" and below.lower_ in _SETTINGS:
        return any(child.lower_ == "any" for noun in children(below, "pobj") for child in dependents(noun))
    if is_negated(node) and not _is_correction(node):
        return True
    if node.pos_ == "VERB" and any(child.lower_ in _ALMOST for child in children(node, "advmod")):
        return True
    if node.pos_ in {"NOUN", "PROPN"}:
        false = node.lemma_.lower() in _CLAIM_NOUNS and node.dep_ in SUBJECTS and found_false(node.head) == node
        return false or any(child.lower_ in _UNREAL_ADJECTIVES for child in children(node, "amod"))
    others = [noun for noun in children(node, *SUBJECTS) if noun != below]
    return any(noun.lower_ in _NOBODY or (is_negated(noun) and not _is_correction(noun)) for noun in others)


def _is_known(node: Token, trigger: Token) -> bool:
    """Whether what stands below `node`, and `node` itself, is told as known: what governs it cannot unsay it."""
    if node.dep_ == "relcl":
        done = node.tag_ in _PAST or any(child.tag_ in _PAST for child in children(node, "aux", "auxpass"))
        return done and node.head.lower_ not in _ANYBODY
    if node.dep_ == "acl" and node.tag_ in {"VBN", "VBG"} and not children(node, "mark"):
        return (
            node.head.lemma_.lower() not in _UNREAL_NOUNS | _PLAN_NOUNS and node.lemma_.lower() not in _UNREAL | _PLANS
        )
    opening = {child.lower_ for child in dependents(node) if child.dep_ in {"mark", "advmod", "nsubj", "nsubjpass"}}
    if node.dep_ == "advcl":
        to_come = is_future(node.head) and node.tag_ in {"VBZ", "VBP"}  # "will leave when rebels attack"
        # "Why did nobody warn them before the flood came?": it came; but not "disarmed before it went off".
        dated = "before" in opening and node.tag_ in _PAST and (_is_unsaid(node.head, None) or _is_asked(node.head))
        return dated or (bool(opening & _KNOWN_MARKS) and not to_come)
    if node.dep_ in {"ccomp", "csubj", "pcomp"}:
        return bool(opening & _QUESTION_WORDS) and not is_conditional(node)
    if node != trigger or node.pos_ not in {"NOUN", "PROPN"} or not _is_definite(node):
        return False
    if node.dep_ != "pobj":
        return node.head.lemma_.lower() in _FACTIVE
    if node.head.lower_ in _TO_COME:
        return False
    above = node.head.head.lemma_.lower()
    return above not in _UNREAL_NOUNS | _PLAN_NOUNS and f"{above} {node.head.lower_}" not in _UNREAL_FOR


def _is_definite(noun: Token) -> bool:
    """Whether a noun is told as known ("Monday's bombing"), and is no deed yet to do ("the arrest of X")."""
    known = any(child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" for child in dependents(noun))
    return known and not any(child.lower_ == "of" for child in children(noun, "prep"))


def _is_fact_about(node: Token) -> bool:
    """Whether a governor cannot make a known thing untrue: all but tales and plays."""
    return node.lemma_.lower() not in _FICTIONS


def _turned_by(node: Token, below: Token, quoted: bool) -> Modality:
    """What `node` makes of its dependent `below`."""
    lemma = node.lemma_.lower()
    if node.pos_ == "ADP":
        return "not_said" if node.lower_ in _TOPIC and node.head.lemma_.lower() in _ABOUT else "asserted"
    if lemma == "have" and below.dep_ == "xcomp" and any(child.lower_ == "yet" for child in dependents(node)):
        return "not_said"
    if node.pos_ in {"NOUN", "PROPN"}:
        return _turned_by_noun(node, below, lemma)
    if node.pos_ not in {"VERB", "AUX", "ADJ"}:
        return "asserted"
    if (quoted and lemma in _SLOGANS) or any(noun.lemma_.lower() in _FICTIONS for noun in children(node, "nsubj")):
        return "not_said"
    if below.dep_ in SUBJECTS and any(child.lower_ in _HABITUAL for child in children(node, "acomp")):
        return "not_said"
    if below.dep_ == "prep":
        return "not_said" if f"{lemma} {below.lower_}" in _UNREAL_FOR else "asserted"
    return _turned_by_verb(node, below, lemma)


def _turned_by_noun(node: Token, below: Token, lemma: str) -> Modality:
    if lemma in _PLAN_NOUNS and below.dep_ in {"acl", "prep", "relcl"}:
        return "planned"
    if lemma in _UNREAL_NOUNS and (below.dep_ == "acl" or below.lower_ in {"of", "for", "against", "to", "about"}):
        return "not_said"
    return "not_said" if lemma in _FICTIONS and below.dep_ == "relcl" else "asserted"


def _turned_by_verb(node: Token, below: Token, lemma: str) -> Modality:
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in dependents(below))
    passive = below.dep_ == "nsubjpass"
    turned = below.dep_ in {"xcomp", "ccomp", "dobj", "pcomp", "acl"} or (passive and lemma not in _HALTS)
    # "X accused Y of it; Z denied the charge": two statements, though the parse hangs one on the other.
    turned = turned and not (below.i < node.i and children(node, "dobj"))
    if lemma in _UNREAL and turned and not (lemma == "call" and below.dep_ in {"ccomp", "dobj", "oprd"}):
        told = below.dep_ == "dobj" and lemma in _HALTS
        warned = below.dep_ == "ccomp" and lemma in {"warn", "fear", "suggest", "doubt"} and _is_past(below)
        return "asserted" if told or warned or (lemma == "fear" and passive) else "not_said"
    if lemma in _PLANS and infinitive and below.dep_ in {"xcomp", "ccomp", "advcl"}:
        return "planned"
    if lemma in _PLANS_OBJECT and below.dep_ == "dobj" and not children(node, "prt"):
        return "planned"
    if lemma in _PLANS_OBJECT and passive and lemma not in {"call", "set"}:
        return "planned"
    if infinitive and below.dep_ == "advcl" and lemma not in _IMPLIES | _PLANS:
        return "not_said"
    return "asserted"


def _is_past(verb: Token) -> bool:
    """Whether a clause tells of the past or of what is done: "warned that 40 people had died"."""
    return verb.tag_ in _PAST and not any(child.lower_ in _UNREAL_MODALS | _FUTURE for child in children(verb, "aux"))


def _is_correction(node: Token) -> bool:
    """ "Not only", "no fewer than": negations that deny nothing."""
    beside = [child for child in dependents(node) if child.dep_ in {"neg", "det", "advmod", "nummod"}]
    said = {word.lower_ for child in beside for word in (child, *dependents(child))} | {
        node.doc[child.i + 1].lower_ for child in beside if child.lower_ == "no"
    }
    return bool(said & {"only", "fewer", "less"})


def _is_asked(trigger: Token) -> bool:
    """Whether the trigger is what a question asks, not what it is dated by ("Why … before the flood?")."""
    for node in ancestors(trigger):
        marks = {child.lower_ for child in dependents(node) if child.dep_ in {"mark", "advmod"}}
        if node.dep_ == "advcl" and node.tag_ in _PAST and marks & _DATING_MARKS:
            return False
    for token in trigger.doc[trigger.i : min(trigger.sent.end, trigger.i + _FARTHEST)]:
        if token.text in {"?", ".", "!", "”", "“"}:
            return token.text == "?" and not _is_affirmed(token)
    return False


def _is_affirmed(question_mark: Token) -> bool:
    """Whether the sentence after a question says that it is so ("Two nurses say that they did")."""
    doc, start = question_mark.doc, question_mark.i + 1
    if start >= len(doc):
        return False
    for token in doc[start : min(doc[start].sent.end, start + _FARTHEST)]:
        if token.dep_ == "ccomp" and token.lower_ in _AFFIRMING:
            return all(child.dep_ in {"nsubj", "mark"} for child in dependents(token))
    return False


def _is_bidden(trigger: Token, quoted: bool) -> bool:
    """Whether the trigger stands in an order or a slogan ("Stop the bombing!"), which tells of nothing."""
    if not quoted:
        return False
    for node in ancestors(trigger):
        bare = node.tag_ == "VB" and not children(node, "aux", "nsubj", "nsubjpass", "mark")
        if bare and node.dep_ in {"ROOT", "ccomp", "parataxis"}:
            return True
    return False
