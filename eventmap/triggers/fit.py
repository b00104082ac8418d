"""How well a word fits the part of speech that a pattern asks for, the parser's mistakes allowed for."""

from __future__ import annotations

from eventmap.triggers.graph import Graph
from eventmap.triggers.index import Rule

OTHER_PART_OF_SPEECH = 0.85  # read against the parser's part of speech
_ATTRIBUTE = 0.5  # "the displaced people": a state, told in passing

_COMPOUND = frozenset({"compound", "nmod", "amod", "npadvmod", "poss", "nummod"})
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "ROOT"})
_ONSET = frozenset({"start", "beginning", "outbreak", "onset", "anniversary", "eve"})


def fitness(rule: Rule, graph: Graph, i: int) -> float:
    """How well the word at `i` fits the rule's part of speech: 0 (not at all) to 1."""
    pos, dep = graph.pos[i], graph.dep[i]
    wanted = rule.pattern.pos
    if wanted == "verb":
        if pos == "VERB":
            return _ATTRIBUTE if dep == "amod" else 1.0
        if pos not in ("NOUN", "PROPN", "ADJ", "ADV"):
            return 0.0
        verbal = bool(graph.children_by(i, "nsubj", "nsubjpass", "dobj", "auxpass"))
        if graph.lower[i] in rule.ambiguous or graph.lower[i].endswith("ing"):
            return OTHER_PART_OF_SPEECH if verbal or graph.headline(i) else 0.0
        return _ATTRIBUTE if dep == "amod" else OTHER_PART_OF_SPEECH
    if wanted == "adjective":
        return 1.0 if pos == "ADJ" else OTHER_PART_OF_SPEECH if pos in ("VERB", "NOUN", "PROPN", "ADV") else 0.0
    return _noun_fit(rule, graph, i)


def _noun_fit(rule: Rule, graph: Graph, i: int) -> float:
    pos, dep = graph.pos[i], graph.dep[i]
    if _background(graph, i) or graph.entity[i] == "DATE":
        return 0.0
    modifies = dep in _COMPOUND and graph.head[i] > i
    if modifies and not rule.modifies:
        return OTHER_PART_OF_SPEECH if graph.headline(i) and pos == "PROPN" else 0.0
    if pos in ("NOUN", "PROPN"):
        return 1.0
    if pos in ("VERB", "ADJ") and (dep in _ARGUMENT or graph.children_by(i, "det", "compound", "poss")):
        return OTHER_PART_OF_SPEECH if not graph.children_by(i, "nsubj", "dobj", "aux", "auxpass") else 0.0
    return 0.0


def _background(graph: Graph, i: int) -> bool:
    """Whether the noun at `i` only dates something else ("since the start of the strike")."""
    if graph.dep[i] != "pobj":
        return False
    preposition = graph.head[i]
    return graph.lower[preposition] == "since" or graph.lower[graph.head[preposition]] in _ONSET
