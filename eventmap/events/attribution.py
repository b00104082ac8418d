"""Who says so: the sources that a sentence names for what it tells, and who denies it.

These forms are read: a reporting verb with its subject ("AP reported", "police said that …"), "according to X", a cited
source ("citing X", "denied by X"), a noun for what somebody says ("X's claim that …", "a police report of …"), and the
colon or dash of headlines ("Police: two dead"). How a source is called is told in `eventmap.events.naming_sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from eventmap.events.denials import called_false, denies_it, found_false
from eventmap.events.naming_sources import Kind, Source, sources_in, sources_named
from eventmap.events.parties import claims_gain
from eventmap.events.speakers import Speakers
from eventmap.events.syntax import children, is_negated, subject
from eventmap.lexicon import words

Stance = Literal["reports", "claims", "denies"]

_REPORTS = words("reporting_verbs")
_STRICT = words("reporting_verbs_strict")
_CLAIMS = words("claiming_verbs")
_DENIES = words("denying_verbs")
_CITES = words("citing_verbs")
_CALLS = words("calling_verbs")
_SPEECH_ACTS = words("speech_act_verbs")
_CLAIM_NOUNS = words("claim_nouns")
_CLAIMED_NOUNS = words("claimed_nouns")
_GROUNDS = words("cited_grounds")
_SPEAKERS = words("speaker_nouns")
_DECLINES = words("declining_verbs")
_OUTLET_VERBS = frozenset({"tell", "inform"})
_ISSUES = frozenset({"issue", "release", "publish", "post", "share"})
_VOUCHING = _REPORTS | _STRICT | _CLAIMS | _DENIES | _CITES | _ISSUES
_SAYING = _VOUCHING | _CALLS | _SPEECH_ACTS
_CLAUSE_MARKS = frozenset({",", "”", '"', "’", "'", "!", "?", "–", "—", "-", "--"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNREAL_AUXILIARIES = frozenset({"could", "can", "might", "may", "should"})
_DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST_TAIL = 5


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source in one sentence.

    `governor` is the token index of the reporting verb, or of "according"; `scope` the (start, end) token range
    that it vouches for; `speech_act` tells that the verb itself is what the source does ("X condemned …").
    """

    name: str
    stance: Stance
    governor: int
    scope: tuple[int, int]
    kind: Kind = "unknown"
    speech_act: bool = False


def attributions(sentence: Span, speakers: Speakers | None = None) -> list[Attribution]:
    """The sources that `sentence` names, in the order of the text.

    Args:
        sentence: a sentence as `eventmap.sentences` cuts them.
        speakers: who spoke before, so that "he added" is understood; it learns who speaks here.
    """
    speakers = speakers or Speakers()
    found: dict[tuple[str, int], Attribution] = {}
    for token in sentence:
        for source, stance, scope in _found_at(token, sentence):
            meant = speakers.meant(source)
            if meant is not None:
                act = token.pos_ == "VERB" and token.lemma_.lower() in _SPEECH_ACTS
                one = Attribution(meant.name, stance, token.i, scope, meant.kind, act)
                found.setdefault((one.name, one.governor), one)
                speakers.spoke(meant)
        speakers.appears(token)
    return sorted(found.values(), key=lambda attribution: attribution.governor)


_Found = tuple[Source, Stance, tuple[int, int]]


def _found_at(token: Token, sentence: Span) -> Iterator[_Found]:
    """What `token` introduces, with its stance and the range of tokens that it vouches for."""
    lemma = token.lemma_.lower()
    whole = (sentence.start, sentence.end)
    if _is_according(token, sentence):
        after = token.doc[token.i + (1 if token.lower_ == "per" else 2) : sentence.end]
        yield from ((source, "reports", whole) for source in sources_in(list(after)))
    elif token.text in {":", *_DASHES}:
        yield from ((source, "reports", whole) for source in _headline_sources(token, sentence))
    elif token.pos_ == "NOUN" and lemma in _CLAIM_NOUNS and token.dep_ != "ROOT":
        stance: Stance = "claims" if lemma in _CLAIMED_NOUNS else "reports"
        yield from ((source, stance, (token.i + 1, token.right_edge.i + 1)) for source in _claimants(token))
    elif token.pos_ in {"VERB", "AUX"} or (token.pos_ == "NOUN" and token.dep_ in {"ROOT", "ccomp", "conj"}):
        if lemma in _SAYING:
            yield from _from_verb(token, lemma, sentence)
        elif lemma == "be" and (named := found_false(token)):
            yield from ((source, "denies", (named.left_edge.i, named.right_edge.i + 1)) for source in _judges(token))


def _is_according(token: Token, sentence: Span) -> bool:
    following = token.nbor() if token.i + 1 < sentence.end else None
    if token.lower_ == "according":
        return following is not None and following.lower_ == "to"
    if token.lower_ == "per" and token.i > sentence.start:
        return token.nbor(-1).lower_ == "as"
    return False


def _from_verb(verb: Token, lemma: str, sentence: Span) -> Iterator[_Found]:
    if children(verb, "prt") or _says_nothing(verb):
        return
    nothing = (verb.i, verb.i)
    stance = _stance(verb, lemma)
    if stance is None:
        return
    if any(child.dep_ == "auxpass" for child in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agents = [obj for by in children(verb, "agent") for obj in children(by, "pobj")]
        covered = _passive_scope(verb, lemma, sentence) if lemma in _VOUCHING or stance == "denies" else nothing
        yield from ((source, stance, covered) for source in sources_named(agents))
        return
    scope = _said(verb, sentence) if lemma in _VOUCHING or stance == "denies" else nothing
    if lemma in _CITES:
        cited = [noun for noun in children(verb, "dobj") if noun.lemma_.lower() not in _GROUNDS]
        yield from ((source, "reports", scope) for source in sources_named(cited))
    if lemma in _STRICT | _ISSUES and not _has_statement(verb):
        if lemma not in _ISSUES or not any(noun.lemma_.lower() in _CLAIM_NOUNS for noun in children(verb, "dobj")):
            return
        scope = nothing  # "issued a statement": who speaks in what follows
    for source in sources_named(_speakers_of(verb)):
        yield source, "claims" if stance == "reports" and claims_gain(source, verb) else stance, scope
    if lemma in _OUTLET_VERBS:
        told = sources_named(children(verb, "dobj", "dative"))
        yield from ((source, stance, scope) for source in told if source.name[:1].isupper())


def _stance(verb: Token, lemma: str) -> Stance | None:
    """What the verb makes its subject do; None where it denies nothing and says nothing ("rejected the offer")."""
    if lemma in _DENIES:
        return "denies" if denies_it(verb) else None
    if lemma in _CALLS and called_false(verb):
        return "denies"
    if lemma in _CALLS - _REPORTS - _SPEECH_ACTS:
        return None
    return "claims" if lemma in _CLAIMS else "reports"


def _says_nothing(verb: Token) -> bool:
    """Whether the verb tells that somebody did not speak: "could not confirm", "declined to say"."""
    declined = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _DECLINES
    helped = any(child.lower_ in _UNREAL_AUXILIARIES for child in children(verb, "aux"))
    nobody = any(
        child.lower_ in {"no", "neither"} or speaker.lower_ in {"nobody", "none"}
        for speaker in children(verb, "nsubj")
        for child in (speaker, *speaker.children)
    )
    return is_negated(verb) or declined or helped or nobody


def _speakers_of(verb: Token) -> list[Token]:
    """The nouns that are the subject of a reporting verb, the nearest where the parse has several."""
    own = children(verb, "nsubj")
    if own:
        relative = own[0].lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
        return [verb.head] if relative else [min(own, key=lambda token: abs(token.i - verb.i))]
    if verb.dep_ == "acl":
        return [verb.head]
    # '…, AP reported.', '…," said the mayor.': the verb closes a sentence that is what was said.
    if verb.i > verb.sent.start and verb.nbor(-1).text in _CLAUSE_MARKS and (after := children(verb, "dobj")):
        return after
    shared = subject(verb) if verb.dep_ in {"conj", "advcl", "xcomp"} else None
    return [shared] if shared is not None else []


def _has_statement(verb: Token) -> bool:
    """Whether what was said is a clause of its own: "data show that …", "…, court papers show"."""
    return any(
        children(clause, "mark")
        or clause.tag_ in _FINITE
        or any(aux.tag_ in _FINITE for aux in children(clause, "aux", "auxpass"))
        for clause in children(verb, "ccomp")
    )


def _said(verb: Token, sentence: Span) -> tuple[int, int]:
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
    closes = opens > sentence.start and verb.doc[opens - 1].text in _CLAUSE_MARKS and not joined
    if not follows or closes:
        return sentence.start, sentence.end
    return verb.i, _until_next_deed(verb, max(child.i for child in follows), sentence.end)


def _until_next_deed(verb: Token, after: int, end: int) -> int:
    """Where the speaker stops speaking and does something else ("said that … and arrested three")."""
    for deed in children(verb, "conj"):
        if deed.i > after and not children(deed, "nsubj", "nsubjpass", "aux") and deed.lemma_.lower() not in _SAYING:
            return deed.i
    return end


def _passive_scope(verb: Token, lemma: str, sentence: Span) -> tuple[int, int]:
    """ "X — a claim denied by Y" speaks of what stands before it, "it was said by Y that …" of what follows."""
    if children(verb, "ccomp") or lemma in _CLAIMS:
        return verb.i, verb.right_edge.i + 1
    return sentence.start, max(verb.i, sentence.start + 1)


def _claimants(noun: Token) -> list[Source]:
    """Who makes the claim that a noun stands for, where it goes on to say what: "reports by X that …"."""
    tells = children(noun, "acl", "ccomp", "relcl") or any(child.lower_ == "of" for child in children(noun, "prep"))
    if not tells or any(child.lemma_.lower() in _SAYING for child in children(noun, "acl")):
        return []
    return [source for source in sources_named([noun]) if source.name]


def _judges(be: Token) -> Sequence[Source]:
    """Who says that a report is false."""
    teller = be.head if be.dep_ == "ccomp" else be
    tellers = [child for child in teller.children if child.dep_ == "parataxis"]
    named = sources_named(_speakers_of(teller)) if teller != be else []
    return named + [source for verb in tellers for source in sources_named(_speakers_of(verb))]


def _headline_sources(mark: Token, sentence: Span) -> Iterable[Source]:
    """The source that a headline names before its colon or after its last dash."""
    if mark.text == ":":
        tokens = list(sentence.doc[sentence.start : mark.i])
    else:
        tokens = list(sentence.doc[mark.i + 1 : sentence.end])
    if not 0 < len(tokens) <= _LONGEST_TAIL or any(token.pos_ in {"VERB", "AUX"} or token.is_punct for token in tokens):
        return []
    speaks = tokens[-1].lemma_.lower() in _SPEAKERS or tokens[-1].ent_type_ in {"ORG", "PERSON"}
    return sources_in(tokens) if speaks else []
