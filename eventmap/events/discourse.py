"""Who says what across the sentences of a story.

A speaker is remembered for "he added"; a quotation of several sentences has one speaker; a denial in one sentence
("The army rejected the accusation") is of what the sentence before it said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from eventmap.events.attribution import Attribution, attributions
from eventmap.events.denials import denies_charge, points_back
from eventmap.events.speakers import Speakers
from eventmap.events.syntax import children
from eventmap.sentences import in_quotation

_PERSONS = frozenset({"he", "she", "they"})
_OPENING = frozenset('“«„"')


def attribute(paragraphs: Sequence[Sequence[Span]]) -> list[list[tuple[Attribution, ...]]]:
    """The attributions of every sentence of a story.

    Args:
        paragraphs: the sentences of each paragraph, in order.

    Returns:
        For each paragraph, for each of its sentences, who vouches for what of it, in whatever sentence they are named.
    """
    speakers = Speakers()
    story: list[tuple[Span, list[Attribution]]] = []
    for sentences in paragraphs:
        spoken = [(sentence, attributions(sentence, speakers)) for sentence in sentences]
        if any(_has_quotation(sentence) for sentence in sentences):
            _spread_quotations(spoken)
        for sentence, found in spoken:
            if story:
                found = _deny_back(story[-1], sentence, found)
            story.append((sentence, found))
    told = iter(story)
    return [[tuple(next(told)[1]) for _ in sentences] for sentences in paragraphs]


def _spread_quotations(spoken: Sequence[tuple[Span, list[Attribution]]]) -> None:
    """Give each sentence that is all quotation the speaker of the quotation that it goes on with or leads to."""
    quoted = in_quotation(spoken[0][0].doc)
    inside = [_is_quoted(sentence, quoted) for sentence, _ in spoken]
    for order in (range(len(spoken)), range(len(spoken) - 1, -1, -1)):
        speakers: list[Attribution] = []
        for number in order:
            sentence, found = spoken[number]
            own = [one for one in found if one.stance != "denies"]
            if own:
                said = [one for one in own if one.governor == own[-1].governor]
                speakers = said if _has_quotation(sentence) or inside[number] else []
            elif not inside[number]:
                speakers = []
            else:
                whole = (sentence.start, sentence.end)
                found += [replace(one, governor=sentence.end - 1, scope=whole, speech_act=False) for one in speakers]


def _is_quoted(sentence: Span, quoted: Sequence[bool]) -> bool:
    """Whether all of a sentence is inside quotation marks."""
    return all(quoted[token.i] or token.is_punct or token.is_space for token in sentence) and any(
        quoted[token.i] for token in sentence
    )


def _has_quotation(sentence: Span) -> bool:
    return any(token.text in _OPENING for token in sentence)


def _deny_back(
    before: tuple[Span, list[Attribution]], sentence: Span, found: Sequence[Attribution]
) -> list[Attribution]:
    """Add to the sentence before those who in `sentence` deny what it says; returns `found` without other deniers.

    Where nobody has said it, "he denies it" and "denied the charges" are the words of somebody accused, whose arrest or
    trial is no less a fact.
    """
    told, said = before
    stated = [one for one in said if one.stance != "denies" and one.scope[0] < one.scope[1]]
    kept = []
    for one in found:
        verb = sentence.doc[one.governor]
        if one.stance != "denies" or not points_back(verb):
            kept.append(one)
            continue
        accused = any(child.lower_ in _PERSONS for child in children(verb, "nsubj"))
        claimed = any(other.stance == "claims" for other in stated)
        if claimed or (not denies_charge(verb) and (stated or not accused)):
            kept.append(one)
            scope = stated[-1].scope if stated else (told.start, told.end)
            said.append(Attribution(one.name, "denies", told.end - 1, scope, one.kind))
    return kept
