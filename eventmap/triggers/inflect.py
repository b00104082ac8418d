"""The written forms of English verbs and nouns, from their lemma.

Patterns are matched by form, so that a word counts whatever part of speech the parser gave it: the small model often
takes the verb of a headline for a name and leaves it without a lemma. A form too many ("shooted") does no harm.
"""

from __future__ import annotations

import functools
import re

# base: other forms, where they are not made by rule
_IRREGULAR_VERBS = {
    line.split()[0]: frozenset(line.split()[1:])
    for line in (
        "be is are was were been being am", "beat beaten", "become became", "begin began begun", "bid bade bidden",
        "bleed bled", "blow blew blown", "break broke broken", "bring brought", "build built", "burn burnt",
        "burst", "buy bought", "catch caught", "choose chose chosen", "come came", "cut", "deal dealt", "die dying",
        "dig dug", "do did done does", "draw drew drawn", "drive drove driven", "eat ate eaten", "fall fell fallen",
        "feel felt", "fight fought", "find found", "flee fled", "fly flew flown", "forbid forbade forbidden",
        "freeze froze frozen", "get got gotten", "give gave given", "go went gone goes", "grow grew grown",
        "hang hung", "have had has", "hide hid hidden", "hit", "hold held", "hurt", "keep kept", "lay laid",
        "lead led", "leave left", "let", "lie lay lain lying", "lose lost", "make made", "meet met",
        "overrun overran", "overtake overtook overtaken", "overthrow overthrew overthrown", "pay paid", "put",
        "quit", "retake retook retaken", "ride rode ridden", "rise rose risen", "run ran", "say said", "seek sought",
        "sell sold", "send sent", "set", "shake shook shaken", "shed", "shoot shot", "shut", "sink sank sunk",
        "sit sat", "slay slew slain", "spill spilt", "split", "spread", "stand stood", "steal stole stolen",
        "stick stuck", "strike struck stricken", "sweep swept", "swim swam swum", "take took taken",
        "tear tore torn", "tell told", "throw threw thrown", "undergo underwent undergone", "wear wore worn",
        "win won", "withdraw withdrew withdrawn", "withstand withstood", "wound", "write wrote written",
    )
}  # fmt: skip
_IRREGULAR_NOUNS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "crisis": "crises", "police": "police",
    "gunman": "gunmen", "policeman": "policemen", "serviceman": "servicemen", "fisherman": "fishermen",
    "militiaman": "militiamen", "thief": "thieves", "knife": "knives", "life": "lives", "wife": "wives",
    "fireman": "firemen", "tribesman": "tribesmen", "clergyman": "clergymen", "schoolchild": "schoolchildren",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "spokesman": "spokesmen", "businessman": "businessmen",
    "congressman": "congressmen", "assemblyman": "assemblymen", "passer": "passers",
}  # fmt: skip
_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
_BRITISH = re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$")


def spellings(word: str) -> frozenset[str]:
    """`word` and its American spelling where it ends in -ise, -isation or -iser ("mobilise", "mobilize")."""
    return frozenset({word, _BRITISH.sub(r"iz\1", word)})


def _plain_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


@functools.cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb: base, third person, past, participles; in lower case, both spellings."""
    forms: set[str] = set()
    for base in spellings(lemma):
        forms |= {base, _plain_s(base)}
        stem = base[:-1] if base.endswith("e") else base
        forms.add((base if base.endswith("ee") else stem) + "ing")
        if base.endswith("y") and base[-2:-1] not in "aeiou":
            forms.add(base[:-1] + "ied")
        else:
            forms.add(stem + "ed")
        if _DOUBLED.search(base):
            forms |= {base + base[-1] + "ing", base + base[-1] + "ed"}
        if base in _IRREGULAR_VERBS:
            forms |= _IRREGULAR_VERBS[base]
    return frozenset(forms)


@functools.cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun; in lower case, both spellings."""
    forms: set[str] = set()
    for base in spellings(lemma):
        forms |= {base, _IRREGULAR_NOUNS.get(base) or _plain_s(base)}
    return frozenset(forms)
