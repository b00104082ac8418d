"""The arguments of a word: who did it, to whom, with which prepositions.

Passives are turned round, conjoined verbs share their subject, relative pronouns give way to what they stand for, and
"a group of men" gives both "group" and "men".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from eventmap.triggers.graph import Graph, words

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PREPOSITIONAL = frozenset({"ADP", "SCONJ", "ADV", "PART"})
_PRENOMINAL = words("amod compound nummod nmod poss quantmod npadvmod advmod neg prt")
_SUPPORT = words(
    "stage hold carry launch conduct mount commit wage make organise organize begin resume continue lead join attend "
    "take mark start perpetrate perform do undertake plan call sign reach conclude suffer face order announce declare "
    "impose issue give provide send deliver"
)


@dataclass(slots=True)
class Arguments:
    """What stands around a word. `preps` maps a preposition (lower case) to its objects; `head` is what governs it."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    preps: dict[str, list[int]] = field(default_factory=dict)
    modifier: list[int] = field(default_factory=list)
    modifies: list[int] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    complement: list[int] = field(default_factory=list)


class Syntax(Graph):
    """A graph that also tells the arguments of its words, each read once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self._verbs: dict[int, Arguments] = {}
        self._nouns: dict[int, Arguments] = {}

    def verb(self, i: int, phrase: tuple[int, ...] = ()) -> Arguments:
        """The arguments of token `i` read as a verb; `phrase` are further words of it ("open *fire* on")."""
        if i not in self._verbs:
            self._verbs[i] = self._verb(i)
        found = self._verbs[i]
        if any(self.children[token] for token in phrase):
            preps = {word: list(objects) for word, objects in found.preps.items()}
            direct = list(found.object)
            for token in phrase:
                self._preps(token, preps)
                if self.dep[token] == "prep":
                    direct += [o for o in self.spread(self.children_by(token, "pobj")) if o not in phrase]
            return replace(found, preps=preps, object=direct)
        return found

    def noun(self, i: int) -> Arguments:
        """The arguments of token `i` read as a noun that names an action."""
        if i not in self._nouns:
            self._nouns[i] = self._noun(i)
        return self._nouns[i]

    def adjective(self, i: int) -> Arguments:
        """The arguments of token `i` read as an adjective: its subject is what it is said of."""
        found = Arguments(head=self._governors(i))
        self._preps(i, found.preps)
        head = self.head[i]
        if self.dep[i] == "amod":
            found.subject = self.spread([head])
        elif self.dep[i] in ("acomp", "oprd", "attr", "conj", "advcl"):
            found.subject = self.spread(self.surface(head) if self.dep[i] != "advcl" else self.surface(i))
            self._preps(head, found.preps)
        return found

    def _preps(self, i: int, into: dict[str, list[int]]) -> None:
        for child in self.children[i]:
            if self.dep[child] in ("prep", "agent", "dative", "prt") and self.pos[child] in _PREPOSITIONAL:
                objects = self.children_by(child, "pobj", "pcomp")
                nested = [o for inner in self.children_by(child, "prep") for o in self.children_by(inner, "pobj")]
                into.setdefault(self.lower[child], []).extend(self.spread(objects + nested))

    def _verb(self, i: int) -> Arguments:
        found = Arguments(head=self._governors(i))
        self._preps(i, found.preps)
        surface = self.spread(self.surface(i))
        direct = self.spread(self.children_by(i, "dobj", "attr", "oprd", "dative") if self.pos[i] != "AUX" else [])
        if self.passive(i):
            found.object = surface + direct
            found.subject = [t for t in found.preps.get("by", []) if self.pos[t] not in ("VERB", "AUX")]
        else:
            found.subject, found.object = surface, direct
            if self.dep[i] == "relcl" and not direct and self.children_by(i, "nsubj"):
                found.object = self.spread([self.head[i]])
            if self.dep[i] == "acl" and self.tag[i] == "VBD":
                found.object = found.object or surface
        for argument in self.children_by(i, "dobj"):
            self._preps(argument, found.preps)
        found.complement = self.children_by(i, "ccomp")
        found.modifier = self.children_by(i, "advmod", "prt", "acomp", "npadvmod", "amod", "compound", "neg")
        if self.pos[i] not in ("VERB", "AUX") or (self.headline(i) and not (found.subject or found.object)):
            self._by_position(i, found)
        return found

    def _by_position(self, i: int, found: Arguments) -> None:
        """Fill empty subject and object from the words around: for a verb that the parser took for something else."""
        start, end = self.bounds[self.sentence[i]]
        if not found.subject:
            left = i - 1
            while left >= start and self.pos[left] not in _NOMINAL and self.pos[left] != "PUNCT":
                left -= 1
            if left >= start and self.pos[left] in _NOMINAL:
                found.subject = [left]
        if not found.object:
            right = i + 1
            while right < end and self.pos[right] in ("DET", "ADJ", "ADV", "PUNCT") and self.lower[right] not in ",;:.":
                right += 1
            while right + 1 < end and self.pos[right] in _NOMINAL and self.pos[right + 1] in ("NOUN", "PROPN"):
                right += 1
            if right < end and self.pos[right] in _NOMINAL:
                found.object = [right]

    def _noun(self, i: int) -> Arguments:
        found = Arguments(head=self._governors(i))
        self._preps(i, found.preps)
        found.modifier = [child for child in self.children[i] if self.dep[child] in _PRENOMINAL]
        found.modifier += [
            inner
            for child in found.modifier
            for inner in self.children_by(child, "compound", "amod", "npadvmod", "nmod", "nummod")
        ]
        head = self.head[i]
        if self.dep[i] in ("compound", "nmod", "amod", "npadvmod", "poss", "nummod", "quantmod") and head != i:
            found.modifies = [head]
            if self.dep[head] == "compound":
                found.modifies.append(self.head[head])
        found.subject = self.spread(found.preps.get("by", []) + self.children_by(i, "poss"))
        found.object = [o for word in ("of", "on", "against", "upon") for o in found.preps.get(word, [])]
        support = self._support(i)
        if support is not None:
            found.subject = found.subject + [t for t in self.verb(support).subject if t != i]
        if support is not None or self.dep[i] in ("nsubj", "nsubjpass"):
            for word, objects in self.verb(head if support is None else support).preps.items():
                found.preps.setdefault(word, objects)
        return found

    def _support(self, i: int) -> int | None:
        """The light verb that carries the noun at `i` ("staged a protest", "took part in a rally"), if there is one."""
        head = self.head[i]
        if self.dep[i] == "pobj":
            head = self.head[head]
            if self.lower[head] == "part":
                head = self.head[head]
        elif self.dep[i] not in ("dobj", "nsubjpass"):
            return None
        return head if head != i and self.pos[head] == "VERB" and self.lemma[head] in _SUPPORT else None

    def _governors(self, i: int) -> list[int]:
        """The words that govern `i`: its head, and the head of its preposition; a conjunct has those of the first."""
        for _ in range(6):
            if self.dep[i] != "conj":
                break
            i = self.head[i]
        head = self.head[i]
        if head == i:
            return []
        return [head, self.head[head]] if self.dep[i] in ("pobj", "pcomp") and self.head[head] != head else [head]
