"""How a source is named: from the words that a sentence uses for it to the name that an event carries.

A named source goes by its name, without the words that describe it ("the independent outlet Meduza" is Meduza); an
anonymous one is kept as the text has it ("two witnesses"). A document speaks for who made it ("a tally by Reuters"),
and a pronoun or a bare "the statement" for somebody named before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from eventmap.events.syntax import children, coordinated, dependents
from eventmap.lexicon import words

# "body": an organisation or a state; "people": several persons; "outlet": who was told and so did not speak first.
Kind = Literal["person", "body", "people", "outlet", "unknown"]

_NO_SOURCE = words("no_source")
_DOCUMENTS = words("document_nouns")
_VISUALS = words("visual_nouns")
_VAGUE = words("vague_adjectives")
_BODIES = words("body_nouns")
_ANONYMITY = frozenset({"named", "identified", "anonymity", "anonymous", "anonymously"})
_RELATIVES = frozenset({"who", "which", "whose"})
_APPOSITION_STARTS = frozenset({"a", "an", "the", "another", "now", "one"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAME_PARTS = frozenset({"of", "the", "for", "and", "de", "al", "-", "'s", "’s", "&"})
_BREAKS = frozenset({",", ";", ".", "–", "—", "--", "(", ")", "“", "”", '"'})
# After these a phrase only says how one came by the source ("a police report seen by AFP").
_ASIDES = frozenset({"seen", "obtained", "reviewed", "published", "released", "compiled", "cited", "quoted", "who"})
_PRONOUNS: dict[str, Kind] = {"he": "person", "she": "person", "they": "people", "it": "body"}
_WHEN = frozenset({"DATE", "TIME"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something. Without a `name` it points back to somebody of its kind who was named before."""

    name: str
    kind: Kind


def sources_named(heads: Iterable[Token]) -> list[Source]:
    """The sources that the nouns `heads`, and those coordinated with them, stand for."""
    return [source for head in heads for node in coordinated(head) for source in _sources(node)]


def sources_in(tokens: Sequence[Token]) -> list[Source]:
    """The sources in the words after "according to", through appositions and a closing "and X", up to the statement."""
    segments: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _BREAKS and token.ent_iob_ != "I":
            segments.append([])
        else:
            segments[-1].append(token)
    found: list[Source] = []
    for position, segment in enumerate(segments):
        if not segment:
            continue
        if position == 0:
            found += _in_segment(segment)
        elif segment[0].lower_ in {"and", "or"}:
            return found + _in_segment(segment[1:])
        elif not _is_apposition(segment):
            break
    return found


def _sources(node: Token) -> Iterator[Source]:
    lemma = node.lemma_.lower()
    if node.lower_ in _PRONOUNS:
        yield Source("", _PRONOUNS[node.lower_])
    elif lemma in _DOCUMENTS and node.pos_ != "PROPN":
        yield from _of_document(node)
    elif node.lower_ not in _NO_SOURCE and lemma not in _NO_SOURCE:
        name = _name(_phrase(node), _bearer(node))
        if name:
            yield Source(name, _kind(_bearer(node)))


def _of_document(node: Token) -> Iterator[Source]:
    """Who speaks through a document: its owner or maker, else the document by what it is called."""
    owners = children(node, "poss")
    for by in children(node, "prep", "agent"):
        if by.lower_ in {"by", "from"}:
            owners += children(by, "pobj")
    made = [
        child
        for child in children(node, "acl")
        if child.lemma_.lower() in {"publish", "release", "issue", "make", "verify", "compile"}
    ]
    owners += [obj for verb in made for by in children(verb, "agent") for obj in children(by, "pobj")]
    if owners:
        yield from sources_named(owner for owner in owners if owner.lower_ not in {"its", "his", "her", "their"})
        return
    described = [child for child in children(node, "compound", "amod") if child.lemma_.lower() not in _VAGUE]
    if described or (node.lemma_.lower() in _VISUALS and children(node, "prep")):
        yield Source(_name(_phrase(node), node), "body")
    elif any(child.lower_ in {"the", "this"} for child in children(node, "det")):
        yield Source("", "unknown")


def _bearer(node: Token) -> Token:
    """The token that names a person or body: an apposition's where the noun itself only describes."""
    if node.pos_ == "PROPN":
        return node
    named = [child for child in children(node, "appos") if child.pos_ == "PROPN"]
    for preposition in children(node, "prep"):
        for noun in children(preposition, "pobj"):
            named += [child for child in children(noun, "appos") if child.ent_type_ == "PERSON"]
    return named[0] if named else node


def _phrase(node: Token) -> list[Token]:
    bearer = _bearer(node)
    kept = [bearer]
    for child in dependents(bearer):
        keeps = child.dep_ not in {"conj", "cc", "relcl", "acl", "appos", "punct", "advcl"}
        anonymous = child.dep_ in {"relcl", "acl"} and any(word.lower_ in _ANONYMITY for word in child.subtree)
        if child.dep_ == "prep" and any(noun.ent_type_ in _WHEN for noun in children(child, "pobj")):
            continue
        if keeps or (anonymous and bearer.doc[child.left_edge.i - 1].text != ","):
            kept += list(child.subtree)
    ordered = sorted(kept, key=lambda token: token.i)
    breaks = [
        token
        for token in bearer.doc[ordered[0].i : ordered[-1].i + 1]
        if token.text in {"(", ")", "—", "–", "--", "�", ","}
    ]
    opened = max((token.i for token in breaks if token.i < bearer.i and token.text != ","), default=-1)
    closed = min((token.i for token in breaks if token.i > bearer.i), default=len(bearer.doc))
    return [token for token in ordered if opened < token.i < closed]


def _kind(token: Token) -> Kind:
    if token.ent_type_ == "PERSON":
        return "person"
    if token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "GPE"} or token.lemma_.lower() in _BODIES:
        return "body"
    if token.tag_ == "NNS" or token.lower_ == "police":
        return "people"
    return "unknown"


def _in_segment(tokens: list[Token]) -> list[Source]:
    """The sources coordinated in a stretch of tokens: "OVD-Info and the BBC"."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.lower_ in {"and", "or"} and token.ent_iob_ != "I":
            groups.append([])
        elif token.lower_ in _ASIDES and groups[-1]:
            break
        else:
            groups[-1].append(token)
    found = []
    for group in groups:
        if len(group) == 1 and group[0].lower_ in _PRONOUNS:
            found.append(Source("", _PRONOUNS[group[0].lower_]))
            continue
        inside = set(group)
        roots = [token for token in group if token.head not in inside]
        if len(roots) == 1 and roots[0].lemma_.lower() in _DOCUMENTS and roots[0].pos_ == "NOUN":
            found += list(_of_document(roots[0]))
        elif name := _name(group) if group else "":
            found.append(Source(name, _kind(group[-1])))
    return found


def _is_apposition(tokens: list[Token]) -> bool:
    """Whether a stretch between commas describes the name before it, and does not yet say what happened."""
    first = tokens[0].lower_
    return first in _RELATIVES or (first in _APPOSITION_STARTS and not any(token.tag_ in _FINITE for token in tokens))


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
    if best and (named is None or named in best or (named.pos_ != "NOUN" and named.text[:1].isupper())):
        return _text(_with_opening(best))
    while tokens and tokens[0].lower_ == "the":
        tokens = tokens[1:]
    if all(token.pos_ in {"PRON", "DET", "SPACE"} for token in tokens) or len(tokens) > _LONGEST:
        return ""
    return _text(tokens)


def _with_opening(name: list[Token]) -> list[Token]:
    """`name` with the word before it that belongs to it: a capital "The", the "State" of "State TV" at a beginning."""
    first = name[0]
    if first.i == 0:
        return name
    before = first.nbor(-1)
    opens = before.is_sent_start and before.dep_ in {"compound", "amod"} and before.head in name
    if (before.text == "The" and not before.is_sent_start) or (
        opens and before.is_title and before.ent_type_ != "NORP"
    ):
        return [before, *name]
    return name


def _is_name_word(token: Token) -> bool:
    is_name = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not token.is_sent_start)
    return is_name and token.text[:1].isupper() and token.ent_type_ != "NORP"


def _trim(run: list[Token]) -> list[Token]:
    while run and not _is_name_word(run[-1]):
        run = run[:-1]
    return run


def _text(tokens: list[Token]) -> str:
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text.strip(" ,;–—") if tokens else ""
