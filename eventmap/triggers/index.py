"""The patterns of the event types, compiled once for fast look-up by written form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from eventmap.event_types import EventTypes
from eventmap.patterns import Constraint, Pattern, Terms
from eventmap.triggers.graph import Graph, words
from eventmap.triggers.inflect import noun_forms, verb_forms

_WORDS = re.compile(r"[^\s\-‐‑–]+")
_HYPHENS = frozenset("-‐‑–")
_SKIPPED = _HYPHENS | {"a", "an", "the", "some", "“", "”", "‘", "’", '"', "'"}
_PRONOUNS = words(
    "he she they we i you him her them us himself herself themselves who someone somebody everyone everybody anyone "
    "nobody others people those"
)
_VAGUE_NUMBERS = words("dozens scores hundreds thousands millions several many some dozen hundred thousand")

Forms = frozenset[str]


def _any_form(word: str) -> Forms:
    return noun_forms(word) | verb_forms(word)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, each in any of its forms."""

    words: tuple[Forms, ...]

    @classmethod
    def of(cls, text: str, forms: Callable[[str], Forms] = _any_form) -> Phrase:
        return cls(tuple(forms(word) for word in _WORDS.findall(text)))

    def around(self, graph: Graph, i: int, position: int, skipped: frozenset[str] = _HYPHENS) -> tuple[int, ...] | None:
        """Token indices of the phrase whose word number `position` stands at token `i`, or None; skips hyphens."""
        if graph.lower[i] not in self.words[position]:
            return None
        found = [i]
        start, end = graph.bounds[graph.sentence[i]]
        for step, rest in ((-1, self.words[:position][::-1]), (1, self.words[position + 1 :])):
            at = i
            for forms in rest:
                at += step
                while start <= at < end and graph.lower[at] in skipped and graph.lower[at] not in forms:
                    at += step
                if not start <= at < end or graph.lower[at] not in forms:
                    return None
                found.append(at)
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Test:
    """Compiled `Terms`: decides whether a token, with the words before it, is one of them."""

    words: Forms
    phrases: dict[str, tuple[Phrase, ...]]
    kinds: frozenset[str]
    anything: bool

    @classmethod
    def of(cls, terms: Terms) -> Test:
        forms: set[str] = set()
        phrases: dict[str, tuple[Phrase, ...]] = {}
        for term in terms.words:
            if len(_WORDS.findall(term)) == 1:
                forms |= _any_form(term)
            else:
                phrase = Phrase.of(term)
                for form in phrase.words[-1]:
                    phrases[form] = (*phrases.get(form, ()), phrase)
        return cls(frozenset(forms), phrases, terms.kinds, terms.anything)

    def at(self, graph: Graph, i: int) -> tuple[int, ...] | None:
        """The tokens of the term that ends at token `i`, or None."""
        if self.anything:
            return (i,) if graph.entity[i] not in ("DATE", "TIME") else None
        if graph.lower[i] in self.words or graph.lemma[i] in self.words:
            return (i,)
        for phrase in self.phrases.get(graph.lower[i], ()):
            found = phrase.around(graph, i, len(phrase.words) - 1)
            if found:
                return found
        if any(_is_kind(graph, i, kind) for kind in self.kinds):
            return (i,)
        return None

    def nearby(self, graph: Graph, i: int) -> list[tuple[int, ...]]:
        """The terms in the sentence of token `i`, leaving out the token itself."""
        number = graph.sentence[i]
        found = graph.nearby.get((id(self), number))
        if found is None:
            found = [at for token in range(*graph.bounds[number]) if (at := self.at(graph, token))]
            graph.nearby[id(self), number] = found
        return [at for at in found if i not in at]


def _is_kind(graph: Graph, i: int, kind: str) -> bool:
    entity = graph.entity[i]
    if kind == "$PLACE":
        return entity in ("GPE", "LOC", "FAC")
    if kind == "$ORG":
        return entity == "ORG"
    number = graph.pos[i] == "NUM" or graph.lower[i] in _VAGUE_NUMBERS
    if kind == "$NUMBER":
        return number
    if entity in ("PERSON", "NORP") or graph.lower[i] in _PRONOUNS:
        return True
    return number and graph.dep[i] != "nummod" and entity in ("CARDINAL", "")


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled constraint: one of the alternatives, each a slot and its test, must hold."""

    alternatives: tuple[tuple[str, Test], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern; `anchor` is the phrase of one of its anchors, found by its word number `position`."""

    pattern: Pattern
    anchor: Phrase
    position: int
    conditions: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    ambiguous: Forms

    @property
    def specificity(self) -> int:
        """How much the rule asks for beyond one word."""
        return len(self.conditions) + len(self.anchor.words) - 1

    @property
    def modifies(self) -> bool:
        """Whether the rule looks for a noun that modifies another."""
        return any(slot == "modifies" for condition in self.conditions for slot, _ in condition.alternatives)


@dataclass(frozen=True, slots=True)
class Index:
    """Rules and phrases to be ignored, by the written form under which they are looked up."""

    rules: dict[str, tuple[Rule, ...]]
    ignored: dict[str, tuple[tuple[Phrase, int], ...]]

    def blocked(self, graph: Graph) -> set[int]:
        """Tokens inside a phrase that is to be ignored; articles and hyphens between its words do not matter."""
        found: set[int] = set()
        for i, form in enumerate(graph.lower):
            for phrase, position in self.ignored.get(form, ()):
                found.update(phrase.around(graph, i, position, _SKIPPED) or ())
        return found


def compile_types(types: EventTypes) -> Index:
    """Compile the patterns of `types`."""
    rules: dict[str, list[Rule]] = {}
    tests: dict[Terms, Test] = {}

    def test(terms: Terms) -> Test:
        if terms not in tests:
            tests[terms] = Test.of(terms)
        return tests[terms]

    def conditions_of(constraints: tuple[Constraint, ...]) -> tuple[Condition, ...]:
        return tuple(Condition(tuple((slot, test(terms)) for slot, terms in c.alternatives)) for c in constraints)

    for kind in types.types.values():
        for pattern in kind.patterns:
            conditions, unless = conditions_of(pattern.constraints), conditions_of(pattern.unless)
            for anchor in pattern.anchors:
                phrase, position = _anchor(anchor, pattern)
                first = _WORDS.findall(anchor)[position]
                both = noun_forms(first) & verb_forms(first) if pattern.pos == "verb" else frozenset()
                rule = Rule(pattern, phrase, position, conditions, unless, both)
                for form in phrase.words[position]:
                    rules.setdefault(form, []).append(rule)
    ignored: dict[str, tuple[tuple[Phrase, int], ...]] = {}
    for text in types.ignore:
        phrase = Phrase.of(text)
        position = _longest(text)
        for form in phrase.words[position]:
            ignored[form] = (*ignored.get(form, ()), (phrase, position))
    return Index({form: tuple(found) for form, found in rules.items()}, ignored)


def _longest(text: str) -> int:
    parts = _WORDS.findall(text)
    return parts.index(max(parts, key=len))


def _anchor(text: str, pattern: Pattern) -> tuple[Phrase, int]:
    parts = _WORDS.findall(text)
    if pattern.pos == "verb":
        return Phrase((verb_forms(parts[0]), *(_any_form(word) for word in parts[1:]))), 0
    forms = noun_forms if pattern.pos == "noun" else lambda word: frozenset({word})
    return Phrase.of(text, forms), _longest(text)
