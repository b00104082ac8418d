"""Who says so: the sources that a sentence names for what it tells, and who denies it.

These forms are read: a reporting verb with its subject ("AP reported", "police said that …"), "according to X", a cited
source ("citing X", "denied by X"), a noun for what somebody says ("X's claim that …", "a police report of …"), and the
colon or dash of headlines ("Police: two dead"). How a source is called is told in `eventmap.events.naming_sources`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from eventmap.events.denials import called_false, denies_it, found_false, points_back
from eventmap.events.headlines import DASHES, headline_sources
from eventmap.events.naming_sources import Kind, Source, sources_in, sources_named
from eventmap.events.parties import claims_gain
from eventmap.events.scopes import CLAUSE_MARKS, Scope, said_by, said_in_passive
from eventmap.events.speakers import Speakers
from eventmap.events.statements import gives_figure, has_statement
from eventmap.events.syntax import children, dependents, is_negated, subject
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
_DOCUMENTS = words("document_nouns")
_GROUNDS = words("cited_grounds")
_DECLINES = words("declining_verbs")
_AUDIENCES = words("audience_nouns")
_TITLES = words("titles")
_OUTLET_VERBS = frozenset({"tell", "inform"})
_ISSUES = frozenset({"issue", "release", "publish", "post", "share"})
_VOUCHING = _REPORTS | _STRICT | _CLAIMS | _DENIES | _CITES | _ISSUES
_SAYING = _VOUCHING | _CALLS | _SPEECH_ACTS
# Only at these words is a source looked for.
_CUES = _SAYING | _CLAIM_NOUNS | DASHES | {"according", "per", "by", "be", ":"}
_CLAIMED_THINGS = frozenset({"claim", "maintain", "assert"})
# A list of sources is not longer than this many words.
_FARTHEST = 80
_LONGEST_SUBJECT = 12
_NOBODY = frozenset({"nobody", "none", "neither"})
_RECKONINGS = frozenset({"count", "tally", "account", "estimate", "reckoning"})
_UNREAL_AUXILIARIES = frozenset({"could", "can", "might", "may", "should"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source in one sentence.

    `governor` is the token index of the reporting verb, or of "according"; `scope` the (start, end) token range
    that it vouches for; `speech_act` tells that the verb itself is what the source does ("X condemned …").
    """

    name: str
    stance: Stance
    governor: int
    scope: Scope
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
                if (
                    stance == "denies"
                    and points_back(token)
                    and (said := [one for one in found.values() if one.scope[0] < one.scope[1]])
                ):
                    scope = said[-1].scope
                act = token.pos_ == "VERB" and _is_speech_act(token)
                one = Attribution(meant.name, stance, token.i, scope, meant.kind, act)
                found.setdefault((one.name, one.governor), one)
                speakers.spoke(meant)
        speakers.appears(token)
    return sorted(found.values(), key=lambda attribution: attribution.governor)


def _is_speech_act(verb: Token) -> bool:
    """Whether to say it is the deed itself: "condemned the coup", "called the vote a farce"."""
    judges = children(verb, "oprd") or any(clause.pos_ in {"NOUN", "ADJ"} for clause in children(verb, "ccomp"))
    lemma = verb.lemma_.lower()
    return lemma in _SPEECH_ACTS | _DENIES or (lemma in _CALLS and bool(judges))


_Found = tuple[Source, Stance, Scope]


def _found_at(token: Token, sentence: Span) -> Iterator[_Found]:
    """What `token` introduces, with its stance and the range of tokens that it vouches for."""
    lemma = token.lemma_.lower()
    if lemma not in _CUES and token.lower_ not in _CUES:
        return
    whole = (sentence.start, sentence.end)
    if _is_according(token, sentence):
        start = token.i + (1 if token.lower_ == "per" else 2)
        after = token.doc[start : min(start + _FARTHEST, sentence.end)]
        yield from ((source, "reports", whole) for source in sources_in(list(after)))
    elif token.lower_ == "by" and (reckoners := _reckoners(token)):
        yield from ((source, "reports", whole) for source in sources_named(reckoners))
    elif token.text in {":", *DASHES}:
        yield from ((source, "reports", whole) for source in headline_sources(token, sentence))
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
    return token.lower_ == "per" and (token.i == sentence.start or token.nbor(-1).lower_ == "as")


def _reckoners(by: Token) -> list[Token]:
    """Whose count it is: "by the UN's count"."""
    counts = [noun for noun in children(by, "pobj") if noun.lemma_ in _RECKONINGS]
    return [owner for noun in counts for owner in children(noun, "poss") if owner.pos_ != "PRON"]


def _from_verb(verb: Token, lemma: str, sentence: Span) -> Iterator[_Found]:
    if children(verb, "prt") or _says_nothing(verb):
        return
    nothing = (verb.i, verb.i)
    stance = _stance(verb, lemma)
    if stance is None:
        return
    if any(child.dep_ == "auxpass" for child in dependents(verb)) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agents = [obj for by in children(verb, "agent") for obj in children(by, "pobj")]
        covered = said_in_passive(verb, sentence) if lemma in _VOUCHING or stance == "denies" else nothing
        yield from ((source, stance, covered) for source in sources_named(agents))
        return
    scope = said_by(verb, sentence) if lemma in _VOUCHING or stance == "denies" else nothing
    if lemma in _CITES:
        cited = [noun for noun in children(verb, "dobj") if noun.lemma_.lower() not in _GROUNDS]
        yield from ((source, "reports", scope) for source in sources_named(cited))
    if lemma in _STRICT | _ISSUES and not (has_statement(verb) or gives_figure(verb)):
        if lemma not in _ISSUES or not any(noun.lemma_.lower() in _CLAIM_NOUNS for noun in children(verb, "dobj")):
            return
        scope = nothing  # "issued a statement": who speaks in what follows
    for source in sources_named(_speakers_of(verb)) or _speakers_before(verb):
        yield source, "claims" if stance == "reports" and claims_gain(source, verb) else stance, scope
    if lemma in _OUTLET_VERBS:
        told = sources_named(_outlets(verb))
        yield from ((replace(source, kind="outlet"), stance, scope) for source in told if source.name[:1].isupper())


def _outlets(verb: Token) -> list[Token]:
    """The outlets that somebody told something ("told Reuters"), and not the persons and bodies addressed."""
    return [
        noun
        for noun in children(verb, "dobj", "dative")
        if noun.ent_type_ != "GPE"
        and not any(word.lower_ in _AUDIENCES | _TITLES for word in (noun, *children(noun, "compound")))
    ]


def _stance(verb: Token, lemma: str) -> Stance | None:
    """What the verb makes its subject do; None where it denies nothing and says nothing ("rejected the offer")."""
    if lemma in _DENIES:
        return "denies" if denies_it(verb) else None
    if lemma in _CALLS and called_false(verb):
        return "denies"
    if lemma in _CALLS - _REPORTS and not _is_speech_act(verb):
        return None
    told = any(clause.pos_ in {"VERB", "AUX"} for clause in children(verb, "ccomp", "xcomp"))
    claimed = {noun.lemma_.lower() for noun in children(verb, "dobj")}
    if lemma in _CLAIMED_THINGS and claimed and (not told or "responsibility" in claimed):
        return None  # "claimed responsibility", "claimed 12 lives"
    return "claims" if lemma in _CLAIMS else "reports"


def _says_nothing(verb: Token) -> bool:
    """Whether the verb tells that somebody did not speak: "could not confirm", "declined to say"."""
    declined = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _DECLINES
    helped = any(child.lower_ in _UNREAL_AUXILIARIES for child in children(verb, "aux"))
    nobody = any(speaker.lower_ in _NOBODY or is_negated(speaker) for speaker in children(verb, "nsubj"))
    return is_negated(verb) or declined or helped or nobody


def _speakers_of(verb: Token) -> list[Token]:
    """The nouns that are the subject of a reporting verb, the nearest where the parse has several."""
    own = children(verb, "nsubj")
    if own:
        relative = own[0].lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
        return [verb.head] if relative else [min(own, key=lambda token: (token.i > verb.i, abs(token.i - verb.i)))]
    if verb.dep_ == "acl":
        return [verb.head]
    # '…, AP reported.', '…," said the mayor.': the verb closes a sentence that is what was said.
    inverted = verb.tag_ != "VBG" and verb.i > verb.sent.start and verb.nbor(-1).text in CLAUSE_MARKS
    if inverted and (after := children(verb, "dobj")):
        return after
    # Who does something and then confirms a figure is no source for the sentence, who accuses another of something is.
    joined = verb.dep_ in {"conj", "advcl", "xcomp"} and (verb.lemma_.lower() in _CLAIMS or not children(verb, "dobj"))
    shared = subject(verb) if joined else None
    return [shared] if shared is not None else []


def _speakers_before(verb: Token) -> list[Source]:
    """The source right before a verb that closes its sentence, where the parse lost the subject ("…, a medic said")."""
    if verb.dep_ != "ROOT" or not any(clause.i < verb.i for clause in children(verb, "ccomp")):
        return []
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - _LONGEST_SUBJECT), -1):
        if verb.doc[i].text in CLAUSE_MARKS:
            return sources_in(list(verb.doc[i + 1 : verb.i]))
    return []


def _claimants(noun: Token) -> list[Source]:
    """Who makes the claim that a noun stands for, where it goes on to say what: "reports by X that …"."""
    that = [clause for clause in children(noun, "acl", "ccomp", "relcl") if children(clause, "mark")]
    tells = that or any(child.lower_ == "of" for child in children(noun, "prep"))
    if not tells or any(child.lemma_.lower() in _SAYING for child in children(noun, "acl")):
        return []
    made_by = sources_named([noun] if noun.lemma_.lower() in _DOCUMENTS else children(noun, "poss"))
    return [source for source in made_by if source.name]


def _judges(be: Token) -> Sequence[Source]:
    """Who says that a report is false."""
    teller = be.head if be.dep_ == "ccomp" else be
    tellers = [child for child in dependents(teller) if child.dep_ == "parataxis"]
    named = sources_named(_speakers_of(teller)) if teller != be else []
    return named + [source for verb in tellers for source in sources_named(_speakers_of(verb))]
