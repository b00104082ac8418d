"""Questions about the dependency parse that the readers of events share."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


# Only degenerate parses are deeper or wider; climbing them to the root would cost the square of their length.
_DEEPEST = 40
_WIDEST = 60
# Where a text keeps the dependents of its words.
_TABLE = "eventmap.dependents"


def ancestors(token: Token) -> Iterator[Token]:
    """`token`, then its governors up to the root, or to the fortieth, or to one with more than sixty dependents."""
    yield token
    for _ in range(_DEEPEST):
        if token.head == token or token.head.n_lefts + token.head.n_rights > _WIDEST:
            return
        token = token.head
        yield token


def clause_head(token: Token) -> Token:
    """The verb (or predicate) of the clause in which `token` stands; the sentence's root where there is no verb."""
    for node in ancestors(token):
        if node.pos_ in {"VERB", "AUX"} and node.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return node
    return node


def coordinated(token: Token) -> list[Token]:
    """`token` and all that is coordinated with it ("A, B and C"), in the order of the text."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    found, queue = [], [first]
    while queue:
        node = queue.pop()
        found.append(node)
        queue.extend(child for child in node.children if child.dep_ == "conj")
    return sorted(found, key=lambda node: node.i)


def dependents(token: Token) -> list[Token]:
    """The dependents of `token`, in the order of the text.

    They are looked up once for a whole text: spaCy finds the children of a token by walking all words below it.
    """
    doc = token.doc
    table = doc.user_data.get(_TABLE)
    if table is None:
        table = [[] for _ in doc]
        for word in doc:
            if word.head.i != word.i:
                table[word.head.i].append(word.i)
        doc.user_data[_TABLE] = table
    return [doc[i] for i in table[token.i]]


def children(token: Token, *relations: str) -> list[Token]:
    """The dependents of `token` in one of `relations`."""
    return [child for child in dependents(token) if child.dep_ in relations]


def subject(verb: Token) -> Token | None:
    """The subject of `verb`, or of the verb that it is coordinated with or completes."""
    for node in ancestors(verb):
        found = children(node, *SUBJECTS)
        if found:
            return found[0]
        if node.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "aux"}:
            return None
    return None


def is_negated(token: Token) -> bool:
    """Whether the word itself is negated ("did not", "never", "no protests")."""
    below = [
        *dependents(token),
        *(below for child in children(token, "advmod") for below in dependents(child)),
    ]
    return any(child.dep_ == "neg" or child.lower_ in {"no", "never", "neither", "nor"} for child in below)


def tree_distance(a: Token, b: Token) -> int:
    """The number of links between two tokens of one sentence; 99 where they share no root."""
    up = {node.i: steps for steps, node in enumerate(ancestors(a))}
    for steps, node in enumerate(ancestors(b)):
        if node.i in up:
            return steps + up[node.i]
    return 99
