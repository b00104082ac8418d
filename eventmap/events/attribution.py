"""Who says so: the sources that a sentence names for what it tells, and who denies it.

Three forms are read: a reporting verb with its subject ("AP reported", "police said that …"), "according to X", and a
cited source ("citing X", "denied by X"). A named source is given by its name, without the words that describe it
("the independent outlet Meduza" is Meduza); an anonymous one is kept as the text has it ("two witnesses").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from eventmap.events.syntax import children, coordinated
from eventmap.lexicon import words

Stance = Literal["reports", "claims", "denies"]

_REPORTS = words("reporting_verbs")
_STRICT = words("reporting_verbs_strict")
_CLAIMS = words("claiming_verbs")
_DENIES = words("denying_verbs")
_CITES = words("citing_verbs")
_NO_SOURCE = words("no_source")
_SAYING = _REPORTS | _STRICT | _CLAIMS | _DENIES | _CITES
_CLAUSE_MARKS = frozenset({",", "”", '"', "’", "!", "?"})
_RELATIVES = frozenset({"who", "which", "whose"})
_APPOSITION_STARTS = frozenset({"a", "an", "the", "another", "now", "one"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAME_PARTS = frozenset({"of", "the", "for", "and", "de", "al", "-", "'s", "’s", "&"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source in one sentence.

    `governor` is the token index of the reporting verb, or of "according"; `scope` the (start, end) token range
    that it vouches for.
    """

    name: str
    stance: Stance
    governor: int
    scope: tuple[int, int]


def attributions(sentence: Span) -> list[Attribution]:
    """The sources that `sentence` names, in the order of the text."""
    found: list[Attribution] = []
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
            scope = (sentence.start, sentence.end)
            found += [Attribution(name, "reports", token.i, scope) for name in _according_to(token.nbor(), sentence)]
        elif token.pos_ in {"VERB", "AUX", "NOUN"} and lemma in _SAYING:
            found += _from_verb(token, lemma, sentence)
    return sorted(set(found), key=lambda attribution: (attribution.governor, attribution.name))


def _from_verb(verb: Token, lemma: str, sentence: Span) -> list[Attribution]:
    if verb.pos_ == "NOUN" and verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return []
    stance: Stance = "denies" if lemma in _DENIES else "claims" if lemma in _CLAIMS else "reports"
    passive = any(child.dep_ == "auxpass" for child in verb.children) or verb.dep_ == "acl"
    if lemma in _CITES:
        return [Attribution(name, "reports", verb.i, _said(verb, sentence)) for name in _names(children(verb, "dobj"))]
    if passive:
        agents = [obj for by in children(verb, "agent") for obj in children(by, "pobj")]
        return [Attribution(name, stance, verb.i, _denied_scope(verb, sentence)) for name in _names(agents)]
    if lemma in _STRICT and not any(children(clause, "mark") for clause in children(verb, "ccomp")):
        return []
    if children(verb, "prt"):
        return []
    subjects = children(verb, "nsubj")
    if not subjects and _is_inverted(verb):
        subjects = children(verb, "dobj")
    told = children(verb, "dobj", "dative") if lemma == "tell" else []
    speakers = [*(name for name in _names(subjects)), *(name for name in _names(told) if name[:1].isupper())]
    scope = _said(verb, sentence)
    return [Attribution(name, stance, verb.i, scope) for name in speakers]


def _is_inverted(verb: Token) -> bool:
    """Whether the verb closes a sentence that is what was said: '…, AP reported.', '…," said the mayor.'"""
    return verb.i > verb.sent.start and verb.nbor(-1).text in _CLAUSE_MARKS


def _said(verb: Token, sentence: Span) -> tuple[int, int]:
    """What a reporting verb covers: what follows it, or the whole sentence where it closes one."""
    follows = [child for child in children(verb, "ccomp", "parataxis", "dobj") if child.i > verb.i]
    subjects = children(verb, "nsubj")
    opens = subjects[0].left_edge.i if subjects else verb.i
    closes = opens > sentence.start and verb.doc[opens - 1].text in _CLAUSE_MARKS
    return (verb.i, sentence.end) if follows and not closes else (sentence.start, sentence.end)


def _denied_scope(verb: Token, sentence: Span) -> tuple[int, int]:
    """ "X — a claim denied by Y" speaks of what stands before it."""
    return sentence.start, max(verb.i, sentence.start + 1)


def _according_to(to: Token, sentence: Span) -> list[str]:
    """The names after "according to", through appositions and a closing "and X", up to the statement itself."""
    names: list[str] = []
    segment: list[Token] = []
    segments: list[list[Token]] = []
    for token in to.doc[to.i + 1 : sentence.end]:
        if token.text in {",", ";", ".", "–", "—", "(", ")"}:
            segments.append(segment)
            segment = []
        else:
            segment.append(token)
    segments.append(segment)
    for position, tokens in enumerate(segments):
        if not tokens:
            continue
        if position == 0:
            names += _names_in(tokens)
        elif tokens[0].lower_ in {"and", "or"}:
            return names + _names_in(tokens[1:])
        elif not _is_apposition(tokens):
            break
    return names


def _is_apposition(tokens: list[Token]) -> bool:
    """Whether a stretch between commas describes the name before it, and does not yet say what happened."""
    first = tokens[0].lower_
    return first in _RELATIVES or (first in _APPOSITION_STARTS and not any(token.tag_ in _FINITE for token in tokens))


def _names_in(tokens: list[Token]) -> list[str]:
    """Names coordinated in a stretch of tokens: "OVD-Info and the BBC"."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.lower_ in {"and", "or"} and not _joins_name(token):
            groups.append([])
        else:
            groups[-1].append(token)
    return [name for name in (_name(group) for group in groups if group) if name]


def _joins_name(token: Token) -> bool:
    """Whether "and" stands inside one name ("Ministry of Health and Welfare")."""
    return token.ent_iob_ == "I"


def _names(heads: Iterable[Token]) -> list[str]:
    names = []
    for head in heads:
        for node in coordinated(head):
            if node.lower_ in _NO_SOURCE or node.lemma_.lower() in _NO_SOURCE:
                continue
            cut = {child for child in node.children if child.dep_ in {"conj", "cc", "relcl", "acl", "punct"}}
            tokens = _subtree_without(node, cut)
            appositions = [child for child in node.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
            if node.pos_ != "PROPN" and appositions:
                tokens = _subtree_without(appositions[0], set(appositions[0].children) & cut)
            name = _name(tokens, node)
            if name:
                names.append(name)
    return names


def _subtree_without(node: Token, cut: set[Token]) -> list[Token]:
    kept = [node]
    for child in node.children:
        if child not in cut and child.dep_ not in {"appos", "relcl", "acl"}:
            kept += list(child.subtree)
    return sorted(kept, key=lambda token: token.i)


def _name(tokens: list[Token], head: Token | None = None) -> str:
    """The proper name among `tokens` (the run that holds `head`, else the longest), else the words themselves."""
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ in {"ADV", "CCONJ"} or tokens[-1].is_space):
        tokens = tokens[:-1]
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if _is_name_word(token) or (runs[-1] and token.lower_ in _NAME_PARTS):
            runs[-1].append(token)
        else:
            runs.append([])
    runs = [_trim(run) for run in runs]
    best = max(runs, key=lambda run: (head in run, sum(_is_name_word(token) for token in run)))
    named = head or (tokens[-1] if tokens else None)
    if best and (named is None or named.pos_ != "NOUN" or named in best):
        first = best[0]
        if first.i > first.sent.start + 1 and first.nbor(-1).text == "The":
            best = [first.nbor(-1), *best]
        return _text(best)
    while tokens and tokens[0].lower_ == "the":
        tokens = tokens[1:]
    if all(token.pos_ in {"PRON", "DET", "SPACE"} for token in tokens) or len(tokens) > 12:
        return ""
    return _text(tokens)


def _is_name_word(token: Token) -> bool:
    is_name = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not token.is_sent_start)
    return is_name and token.text[:1].isupper() and token.ent_type_ != "NORP"


def _trim(run: list[Token]) -> list[Token]:
    while run and not _is_name_word(run[-1]):
        run = run[:-1]
    return run


def _text(tokens: list[Token]) -> str:
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text.strip(" ,;–—")
