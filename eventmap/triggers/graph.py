"""A parsed text as plain lists, and the arguments of a word in it: who did it, to whom, with which prepositions.

Passives are turned round, conjoined verbs share their subject, relative pronouns give way to what they stand for, and
"a group of men" gives both "group" and "men". All positions are token indices.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PRENOMINAL = frozenset({"amod", "compound", "nummod", "nmod", "poss", "quantmod", "npadvmod", "advmod", "neg", "prt"})
_SUPPORT = frozenset(
    "stage hold carry launch conduct mount commit wage make organise organize begin resume continue lead join attend "
    "take mark start perpetrate perform do undertake plan call sign reach conclude suffer face order announce declare "
    "impose issue give provide send deliver".split()
)
_PARTITIVE = frozenset(
    "dozen dozens score scores hundred hundreds thousand thousands million millions number group crowd member members "
    "some many most majority all lot lots handful couple series wave part any none several few groups crowds numbers "
    "type kind body bodies family families half third mob unit units convoy one two three remains".split()
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


class Graph:
    """The tokens of a spaCy document and the arcs between them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lower = [token.lower_ for token in doc]
        self.lemma = [token.lemma_.lower() for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.tag = [token.tag_ for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.head = [token.head.i for token in doc]
        self.entity = [token.ent_type_ for token in doc]
        self.children: list[list[int]] = [[] for _ in doc]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self.sentence = [0] * len(doc)
        self.bounds: list[tuple[int, int]] = []
        for number, sent in enumerate(doc.sents):
            self.bounds.append((sent.start, sent.end))
            for i in range(sent.start, sent.end):
                self.sentence[i] = number
        self._headline: dict[int, bool] = {}
        self._verbs: dict[int, Arguments] = {}
        self._nouns: dict[int, Arguments] = {}

    def children_by(self, i: int, *deps: str) -> list[int]:
        return [child for child in self.children[i] if self.dep[child] in deps]

    def headline(self, i: int) -> bool:
        """Whether the sentence of token `i` is written like a headline: most of its longer words are capitalised."""
        number = self.sentence[i]
        if number not in self._headline:
            start, end = self.bounds[number]
            words = [t.text for t in self.doc[start:end] if t.is_alpha and len(t) > 3]
            capital = sum(word[0].isupper() for word in words)
            self._headline[number] = len(words) >= 3 and capital >= 0.7 * len(words)
        return self._headline[number]

    def verb(self, i: int) -> Arguments:
        """The arguments of token `i` read as a verb."""
        if i not in self._verbs:
            self._verbs[i] = self._verb(i)
        return self._verbs[i]

    def noun(self, i: int) -> Arguments:
        """The arguments of token `i` read as a noun that names an action."""
        if i not in self._nouns:
            self._nouns[i] = self._noun(i)
        return self._nouns[i]

    def _preps(self, i: int, into: dict[str, list[int]]) -> None:
        for child in self.children[i]:
            if self.dep[child] in ("prep", "agent", "dative", "prt") and self.pos[child] in (
                "ADP",
                "SCONJ",
                "ADV",
                "PART",
            ):
                objects = self.children_by(child, "pobj", "pcomp")
                nested = [o for inner in self.children_by(child, "prep") for o in self.children_by(inner, "pobj")]
                into.setdefault(self.lower[child], []).extend(self.spread(objects + nested))

    def spread(self, tokens: list[int]) -> list[int]:
        """`tokens` with what they are joined to by "and" or "or", what they are a number or part of, and antecedents."""
        found: list[int] = []
        queue = list(tokens)
        while queue and len(found) < 40:
            i = queue.pop(0)
            if i in found:
                continue
            if self.lower[i] in _RELATIVE and self.pos[i] != "DET":
                antecedent = self._antecedent(i)
                if antecedent is not None:
                    queue.append(antecedent)
                    continue
            found.append(i)
            queue += self.children_by(i, "conj", "appos")
            if self.lower[i] in _PARTITIVE or self.pos[i] == "NUM":
                for child in self.children[i]:
                    if self.lower[child] == "of":
                        queue += self.children_by(child, "pobj")
        return found

    def _antecedent(self, i: int) -> int | None:
        seen = 0
        while self.head[i] != i and seen < 20:
            if self.dep[i] == "relcl":
                return self.head[i]
            i = self.head[i]
            seen += 1
        return None

    def passive(self, i: int) -> bool:
        """Whether the verb at `i` is passive: what stands before it had it done to them."""
        if self.children_by(i, "nsubjpass", "auxpass"):
            return True
        if self.tag[i] == "VBN" and self.dep[i] in ("acl", "amod") and not self.children_by(i, "aux"):
            return True
        if self.dep[i] == "conj" and self.tag[i] == "VBN" and not self.children_by(i, "dobj", "aux", "nsubj"):
            return self.passive(self.head[i])
        return self.dep[i] == "advcl" and self.tag[i] == "VBN" and not self.children_by(i, "nsubj", "aux", "dobj")

    def _surface(self, i: int, depth: int = 0) -> list[int]:
        """What stands as the subject of the verb at `i`, borrowed from the verb it hangs on where it has none."""
        own = self.children_by(i, "nsubj", "nsubjpass")
        if own or depth > 8:
            return own
        head, dep = self.head[i], self.dep[i]
        if head == i:
            return []
        if dep == "xcomp":
            return self.children_by(head, "dobj") or self._surface(head, depth + 1)
        if dep in ("conj", "advcl", "dep") and self.pos[head] in ("VERB", "AUX"):
            return self._surface(head, depth + 1)
        if dep in ("acl", "amod"):
            return [head]
        if dep == "relcl":
            return [head]
        if dep in ("pcomp", "pobj") and self.pos[head] in ("ADP", "SCONJ"):
            governor = self.head[head]
            return self._surface(governor, depth + 1) if self.pos[governor] in ("VERB", "AUX") else []
        return []

    def _verb(self, i: int) -> Arguments:
        found = Arguments(head=self._governors(i))
        self._preps(i, found.preps)
        surface = self.spread(self._surface(i))
        direct = self.spread(self.children_by(i, "dobj", "attr", "oprd", "dative") if self.pos[i] != "AUX" else [])
        if self.passive(i):
            found.object = surface + direct
            found.subject = list(found.preps.get("by", []))
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
        found.subject = self.spread(found.preps.get("by", []) + self.children_by(i, "poss")) + found.modifier
        found.object = [o for word in ("of", "on", "against", "upon") for o in found.preps.get(word, [])]
        support = self._support(i)
        if support is not None:
            arguments = self.verb(support)
            found.subject = found.subject + [t for t in arguments.subject if t != i]
            for word, objects in arguments.preps.items():
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

    def adjective(self, i: int) -> Arguments:
        """The arguments of token `i` read as an adjective: its subject is what it is said of."""
        found = Arguments(head=self._governors(i))
        self._preps(i, found.preps)
        head = self.head[i]
        if self.dep[i] == "amod":
            found.subject = self.spread([head])
        elif self.dep[i] in ("acomp", "oprd", "attr", "conj", "advcl"):
            found.subject = self.spread(self._surface(head) if self.dep[i] != "advcl" else self._surface(i))
            self._preps(head, found.preps)
        return found

    def with_preps(self, arguments: Arguments, i: int) -> Arguments:
        """`arguments` with the prepositions that hang on token `i` added."""
        preps = {word: list(objects) for word, objects in arguments.preps.items()}
        self._preps(i, preps)
        return replace(arguments, preps=preps)

    def distance(self, a: int, b: int) -> int:
        """The number of arcs between two tokens of one sentence."""
        up: dict[int, int] = {}
        step = 0
        while a not in up:
            up[a] = step
            a, step = self.head[a], step + 1
        step = 0
        while b not in up:
            if self.head[b] == b:
                return step + len(up)
            b, step = self.head[b], step + 1
        return step + up[b]
