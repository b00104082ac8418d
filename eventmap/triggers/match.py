"""Applying the patterns of the event types to a parsed text."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from eventmap.event_types import EventTypes
from eventmap.triggers.arguments import Arguments, Syntax
from eventmap.triggers.fit import OTHER_PART_OF_SPEECH, fitness
from eventmap.triggers.graph import Graph
from eventmap.triggers.index import Condition, Index, Rule, compile_types
from eventmap.triggers.trigger import Trigger

# A verb that heads a clause of its own is no part of another verb's phrase.
_CLAUSES = frozenset({"ROOT", "conj", "advcl", "ccomp", "relcl", "acl", "parataxis"})

# The trigger's span covers all its words if they are no further apart than this many tokens.
_CLOSE = 6
# An object that stands no further behind its verb is one of the trigger's words.
_CLOSE_OBJECT = 3

# Of two patterns for one word the stronger wins, and each condition that a pattern makes counts this much more.
_PER_CONDITION = 0.04


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger, and how well it was found: `rank` orders those of a word, a `fallback` serves where no other does."""

    trigger: Trigger
    rank: tuple[bool, float]
    fallback: bool = False


def match(graph: Syntax, types: EventTypes) -> dict[int, dict[str, Found]]:
    """By head word and type, the best of what the patterns find in a text; sets what the graph blocks and refuses."""
    index = _index(types)
    graph.blocked = index.blocked(graph)
    best: dict[int, dict[str, Found]] = {}
    for i, form in enumerate(graph.lower):
        if i in graph.blocked:
            continue
        for rule in index.rules.get(form, ()):
            found = _apply(rule, graph, i, types)
            if found is not None:
                at = best.setdefault(found.trigger.head, {})
                if found.trigger.type not in at or found.rank > at[found.trigger.type].rank:
                    at[found.trigger.type] = found
    return best


@functools.lru_cache(maxsize=4)
def _index(types: EventTypes) -> Index:
    return compile_types(types)


def _apply(rule: Rule, graph: Syntax, i: int, types: EventTypes) -> Found | None:
    """The trigger that `rule` finds with its anchor at token `i`, or None."""
    pattern = rule.pattern
    anchor = _verb_anchor(rule, graph, i) if pattern.pos == "verb" else rule.anchor.around(graph, i, rule.position)
    if anchor is None:
        return None
    head = i if pattern.pos == "verb" else _phrase_head(graph, anchor)
    fit = fitness(rule, graph, head)
    if not fit:
        return None
    arguments = _arguments(rule, graph, head, anchor)
    tokens = set(anchor)
    if any(_met(condition, graph, head, arguments) is not None for condition in rule.unless):
        graph.refused.add((head, rule.pattern.type))
        return None
    for condition in rule.conditions:
        met = _met(condition, graph, head, arguments, graph.blocked)
        if met is None:
            return None
        tokens.update(_given_away(rule, graph, head, *met))
    kind = types.types[pattern.type]
    start, end = _span(graph, tokens, anchor, head)
    trigger = Trigger(
        type=pattern.type,
        head=head,
        tokens=tuple(sorted(tokens)),
        start_char=start,
        end_char=end,
        pattern=pattern.id,
        strength=round(pattern.strength * fit, 3),
        agents=_distinct(arguments.subject, anchor),
        patients=_distinct(arguments.object, anchor),
        counts=_counts(rule, graph, head, arguments, anchor),
        places=pattern.places,
        consequence=kind.consequence,
    )
    sureness = trigger.strength + _PER_CONDITION * rule.specificity
    return Found(trigger, (fit != OTHER_PART_OF_SPEECH, sureness), pattern.fallback)


def _given_away(rule: Rule, graph: Graph, head: int, slot: str, words: tuple[int, ...]) -> tuple[int, ...]:
    """Those `words` of a slot that belong to the trigger: modifiers, and the object in "detonated a bomb"."""
    if slot in ("modifier", "modifies"):
        return words
    counted = any(counted == slot for counted, _ in rule.pattern.counts)
    close = head < words[0] <= head + _CLOSE_OBJECT and all(graph.pos[token] == "NOUN" for token in words)
    return words if slot == "object" and close and not counted else ()


def _verb_anchor(rule: Rule, graph: Graph, i: int) -> tuple[int, ...] | None:
    """The words of a verb's anchor: its further words hang on the verb or follow it closely, in any order."""
    found = [i]
    end = graph.bounds[graph.sentence[i]][1]
    for forms in rule.anchor.words[1:]:
        near = []
        for at in range(i + 1, min(i + 5, end)):
            if graph.pos[at] == "PUNCT" and graph.lower[at] in ",;:.":
                break
            near.append(at)
        hanging = [c for child in graph.children[i] for c in (child, *graph.children[child])]
        fitting = (t for t in (*near, *hanging) if graph.lower[t] in forms and t not in found)
        at = next((t for t in fitting if graph.pos[t] != "VERB" or graph.dep[t] not in _CLAUSES), -1)
        if at < 0:
            return None
        found.append(at)
    return tuple(sorted(found))


def _phrase_head(graph: Graph, tokens: Sequence[int]) -> int:
    """The word of `tokens` on which the others hang: the last one whose head is outside."""
    return next((t for t in reversed(tokens) if graph.head[t] not in tokens or graph.head[t] == t), tokens[-1])


def _arguments(rule: Rule, graph: Syntax, head: int, anchor: Sequence[int]) -> Arguments:
    if rule.pattern.pos == "noun":
        return graph.noun(head)
    if rule.pattern.pos == "adjective":
        return graph.adjective(head)
    return graph.verb(head, tuple(token for token in anchor if token != head))


def _met(
    condition: Condition, graph: Graph, i: int, arguments: Arguments, barred: Collection[int] = ()
) -> tuple[str, tuple[int, ...]] | None:
    """The slot and the words that meet `condition`, or None; `barred` words give nothing away."""
    for slot, test in condition.alternatives:
        if slot == "nearby":
            terms = test.nearby(graph, i)
        else:
            tokens = slot_of(slot, arguments) + (arguments.modifier if slot == "subject" else [])
            terms = [term for token in tokens if (term := test.at(graph, token))]
        for term in terms:
            if test.anything or not any(token in barred for token in term):
                return slot, term
    return None


def slot_of(slot: str, arguments: Arguments) -> list[int]:
    """The words in a slot of a pattern ("subject", "prep:with")."""
    if slot.startswith("prep:"):
        return arguments.preps.get(slot.removeprefix("prep:"), [])
    values: list[int] = getattr(arguments, slot)
    return values


def _distinct(tokens: Sequence[int], but: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(t for t in tokens if t not in but))


def _counts(
    rule: Rule, graph: Graph, head: int, arguments: Arguments, anchor: Sequence[int]
) -> tuple[tuple[int, str], ...]:
    """The (token, role) pairs that the rule counts: of an argument that it tests for people, the tokens that pass."""
    tests = {slot: test for condition in rule.conditions for slot, test in condition.alternatives}
    found: list[tuple[int, str]] = []
    for slot, role in rule.pattern.counts:
        tokens = (head,) if slot == "self" else _distinct(slot_of(slot, arguments), anchor)
        if slot in tests and "$PERSON" in tests[slot].kinds:
            tokens = tuple(token for token in tokens if tests[slot].at(graph, token))
        found += [(token, role) for token in tokens]
    return tuple(dict.fromkeys(found))


def _span(graph: Graph, tokens: set[int], anchor: Sequence[int], head: int) -> tuple[int, int]:
    first, last = min(tokens), max(tokens)
    if last - first > _CLOSE:
        first, last = min(anchor), max(anchor)
    if last - first > _CLOSE:
        first = last = head
    end = graph.doc[last]
    return graph.doc[first].idx, end.idx + len(end)
