"""Which words of a sentence a reporting verb vouches for, as (start, end) token ranges."""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventmap.events.syntax import children
from eventmap.lexicon import words

Scope = tuple[int, int]

_CLAIMS = words("claiming_verbs")
_DENIES = words("denying_verbs")
_CITES = words("citing_verbs")
_SAYING = words("reporting_verbs") | words("reporting_verbs_strict") | _CLAIMS | _DENIES | _CITES
# A relative clause further on belongs to something else.
_FARTHEST = 80
CLAUSE_MARKS = frozenset({",", "”", '"', "’", "'", "!", "?", "–", "—", "-", "--"})


def said_by(verb: Token, sentence: Span) -> Scope:
    """What a reporting verb covers: what follows it, or the whole sentence where it closes one."""
    follows = [child for child in children(verb, "ccomp", "parataxis", "dobj", "xcomp", "prep") if child.i > verb.i]
    speakers = children(verb, "nsubj")
    opens = speakers[0].left_edge.i if speakers else verb.i
    if any(child.lower_ == "as" for child in children(verb, "mark", "advmod")) and not children(verb, "ccomp"):
        return sentence.start, sentence.end
    aside = verb.dep_ in {"relcl", "acl", "advcl"} and verb.head.i < verb.i and verb.lemma_.lower() not in _CITES
    if follows and aside:
        return verb.i, verb.right_edge.i + 1
    joined = verb.dep_ == "conj" and any(child.i < verb.i for child in children(verb.head, "cc"))
    closes = opens > sentence.start and verb.doc[opens - 1].text in CLAUSE_MARKS and not joined
    if not follows or closes:
        return sentence.start, sentence.end
    end = _until_next_deed(verb, max(child.i for child in follows), sentence.end)
    if verb.lemma_.lower() in _DENIES:
        # "Denied supplying the drones that hit X": what is told of the drones is not denied.
        end = min(
            (token.left_edge.i for token in verb.doc[verb.i : min(end, verb.i + _FARTHEST)] if token.dep_ == "relcl"),
            default=end,
        )
    return verb.i, end


def _until_next_deed(verb: Token, after: int, end: int) -> int:
    """Where the speaker stops speaking and does something else ("said that … and arrested three")."""
    for deed in children(verb, "conj"):
        if deed.i > after and not children(deed, "nsubj", "nsubjpass", "aux") and deed.lemma_.lower() not in _SAYING:
            return deed.i
    return end


def said_in_passive(verb: Token, sentence: Span) -> Scope:
    """ "X — a claim denied by Y" speaks of what stands before it, "it was said by Y that …" of what follows."""
    if children(verb, "ccomp") or verb.lemma_.lower() in _CLAIMS:
        return verb.i, verb.right_edge.i + 1
    return sentence.start, max(verb.i, sentence.start + 1)
