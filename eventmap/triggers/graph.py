"""A parsed text as plain lists, and how its words hang together. All positions are token indices."""

from __future__ import annotations

from spacy.tokens import Doc


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


_RELATIVE = words("who which that whom whose")
_PARTITIVE = words(
    "dozen dozens score scores hundred hundreds thousand thousands million millions number group crowd member members "
    "some many most majority all lot lots handful couple series wave part any none several few groups crowds numbers "
    "type kind body bodies family families half third mob unit units convoy one two three remains"
)

# Verbs whose object does what follows ("ordered the men to leave").
_OBJECT_CONTROL = words(
    "force order tell ask allow urge persuade help cause prompt lead send drive get invite enable recruit mobilise "
    "mobilize want expect forbid encourage compel permit instruct command oblige push teach train warn advise call beg"
)
# How far a missing subject is looked for, and how many members of a list are followed.
_DEPTH = 8
_BREADTH = 40


class Graph:
    """The tokens of a spaCy document and the arcs between them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        tokens = list(doc)
        self.lower = [token.lower_ for token in tokens]
        self.lemma = [token.lemma_.lower() for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.head = [token.head.i for token in tokens]
        self.entity = [token.ent_type_ for token in tokens]
        self.children: list[list[int]] = [[] for _ in tokens]
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
        # Tokens inside a phrase that gives nothing away ("heart attack").
        self.blocked: set[int] = set()
        # (word, type) where a pattern's `unless` says that the word does not tell of the type.
        self.refused: set[tuple[int, str]] = set()
        # What was found of a list of terms in a sentence, kept while the text is read.
        self.nearby: dict[tuple[int, int], list[tuple[int, ...]]] = {}

    def children_by(self, i: int, *deps: str) -> list[int]:
        return [child for child in self.children[i] if self.dep[child] in deps]

    def headline(self, i: int) -> bool:
        """Whether the sentence of token `i` is written like a headline: most of its longer words are capitalised."""
        number = self.sentence[i]
        if number not in self._headline:
            start, end = self.bounds[number]
            long = [t.text for t in self.doc[start:end] if t.is_alpha and len(t) > 3]
            capital = sum(word[0].isupper() for word in long)
            self._headline[number] = len(long) >= 3 and capital >= 0.7 * len(long)
        return self._headline[number]

    def spread(self, tokens: list[int]) -> list[int]:
        """`tokens`, what is joined to them and what they are a part of; an antecedent for each relative pronoun."""
        found: list[int] = []
        queue = list(tokens)
        while queue and len(found) < _BREADTH:
            i = queue.pop(0)
            if i in found:
                continue
            if self.lower[i] in _RELATIVE and self.pos[i] != "DET":
                antecedent = self._antecedent(i)
                if antecedent is not None:
                    queue.append(antecedent)
                    continue
            found.append(i)
            queue += self.children_by(i, "conj")
            if self.lower[i] in _PARTITIVE or self.pos[i] == "NUM":
                for child in self.children[i]:
                    if self.lower[child] == "of":
                        queue += self.children_by(child, "pobj")
        return found

    def _antecedent(self, i: int) -> int | None:
        while self.head[i] != i:
            if self.dep[i] == "relcl":
                return self.head[i]
            i = self.head[i]
        return None

    def passive(self, i: int, depth: int = 0) -> bool:
        """Whether the verb at `i` is passive: what stands before it had it done to them."""
        if self.children_by(i, "nsubjpass", "auxpass"):
            return True
        if self.tag[i] == "VBN" and self.dep[i] in ("acl", "amod") and not self.children_by(i, "aux"):
            return True
        if self.dep[i] == "conj" and self.tag[i] == "VBN" and not self.children_by(i, "dobj", "aux", "nsubj"):
            return depth < _DEPTH and self.passive(self.head[i], depth + 1)
        return self.dep[i] == "advcl" and self.tag[i] == "VBN" and not self.children_by(i, "nsubj", "aux", "dobj")

    def surface(self, i: int, depth: int = 0) -> list[int]:
        """What stands as the subject of the verb at `i`, borrowed from the verb it hangs on where it has none."""
        own = self.children_by(i, "nsubj", "nsubjpass")
        if own or depth > _DEPTH:
            return [max((s for s in own if s < i), default=own[0])] if own else []
        head, dep = self.head[i], self.dep[i]
        if head == i:
            return []
        if dep == "xcomp":
            direct = self.children_by(head, "dobj") if self.lemma[head] in _OBJECT_CONTROL else []
            return direct or self.surface(head, depth + 1)
        if dep == "acomp" or (dep in ("conj", "advcl", "dep") and self.pos[head] in ("VERB", "AUX")):
            return self.surface(head, depth + 1)
        if dep in ("acl", "amod", "relcl"):
            return [head]
        if dep in ("pcomp", "pobj") and self.pos[head] in ("ADP", "SCONJ"):
            governor = self.head[head]
            return self.surface(governor, depth + 1) if self.pos[governor] in ("VERB", "AUX") else []
        return []

    def path(self, a: int, b: int) -> list[int]:
        """The tokens whose arcs lead from `a` to `b`: up from `a` and from `b` to the word that both hang on."""
        up: list[int] = [a]
        while self.head[up[-1]] != up[-1]:
            up.append(self.head[up[-1]])
        down = [b]
        while down[-1] not in up and self.head[down[-1]] != down[-1]:
            down.append(self.head[down[-1]])
        meeting = up.index(down[-1]) if down[-1] in up else len(up)
        return up[:meeting] + down[:-1]
