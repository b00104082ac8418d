"""The figures that a sentence gives for an event: its trigger's, their parts, and bare numbers by other sources."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventmap.counts import CountMention
from eventmap.counts.quantities import quantities
from eventmap.events.barefigures import BareFigure, bare_figures, givers
from eventmap.events.reading import SentenceReading
from eventmap.events.rivals import once
from eventmap.events.standing import sources_of, status_of
from eventmap.events.syntax import SUBJECTS
from eventmap.lexicon import words
from eventmap.model import Figure, Span, Status
from eventmap.nlp import Paragraph
from eventmap.triggers import Trigger

# Roles of people who came to harm: a stated zero of these is a figure ("no one was hurt in the fire").
HARM = frozenset({"killed", "injured", "missing", "casualties"})
_UPDATING = words("updating_verbs")
_ATTENDING = words("attending_verbs")
_DYING = words("dying_verbs")
_TOLL = words("figure_nouns")


class FigureReader:
    """Reads the figures of one sentence of a paragraph.

    Args:
        sentence: the sentence with its counts and attributions.
        paragraph: its paragraph, for verbatim words and offsets into the article.
    """

    def __init__(self, sentence: SentenceReading, paragraph: Paragraph) -> None:
        self._sentence = sentence
        self._paragraph = paragraph
        self._doc: Doc = sentence.span.doc
        self._bare = bare_figures(sentence)

    def of_trigger(
        self, trigger: Trigger, counts: Sequence[tuple[CountMention, str]], planned: bool
    ) -> tuple[Figure, ...]:
        """The figures of the trigger's event, its main count first, then the others in the order of the text.

        Args:
            trigger: the words that tell the event.
            counts: what the sentence counts of it, the main count first, as `details.counts_of` gives them.
            planned: whether they tell a plan.
        """
        counted = [(mention, role) for mention, role in counts if not mention.zero or role in HARM]
        figures = [self._figure(mention, role, planned, part=False) for mention, role in counted]
        for mention in self._sentence.counts:
            whole = self._whole(mention, counted)
            if whole is not None:
                figures.append(self._figure(mention, mention.role_hint or whole, planned, part=True))
        if counted and self._is_last(trigger):
            figures += [self._of_bare(bare, figures[0]) for bare in self._bare]
        return once(figures)

    def alone(self) -> tuple[Figure, ...]:
        """The figures of a sentence without a trigger: of the dead and injured, of those who came, and bare numbers.

        A bare number has the role "" where the sentence does not say what it counts.
        """
        figures = []
        for mention in self._sentence.counts:
            role = mention.role_hint if mention.role_hint in HARM else self._told_of(mention)
            role = role or (self._included_in(mention) if mention.part_of and mention.is_people else None)
            if role:
                figures.append(self._figure(mention, role, False, part=mention.part_of))
        return once((*figures, *(self._of_bare(bare, None) for bare in self._bare)))

    def updates(self) -> bool:
        """Whether the sentence gives a newer figure of the event ("the toll rose to 9", "bringing the number to 9")."""
        return any(
            token.lemma_.lower() in _UPDATING
            and token.pos_ == "VERB"
            and any(child.dep_ in SUBJECTS | {"dobj"} and _is_toll(child) for child in token.children)
            for token in self._sentence.span
        )

    def _is_last(self, trigger: Trigger) -> bool:
        own = [other.head for other in self._sentence.triggers if other.explained_by is None]
        return not own or trigger.head == max(own)

    def _whole(self, mention: CountMention, counted: Sequence[tuple[CountMention, str]]) -> str | None:
        """The role of the event's figure that `mention` is a part of: the last one before it; None if it is none's."""
        if (
            not mention.part_of
            or not mention.is_people
            or any(_place(mention) == _place(other) for other, _ in counted)
        ):
            return None
        before = [
            (other, role) for other, role in counted if other.token_end <= mention.token_start and other.is_people
        ]
        return max(before, key=lambda item: item[0].token_start)[1] if before else None

    def _told_of(self, mention: CountMention) -> str | None:
        """What the verb says of people: "2,000 took part", "40 died", "no one was hurt"."""
        token = self._doc[mention.root]
        if token.dep_ not in SUBJECTS or not mention.is_people or mention.part_of:
            return None
        verb = token.head
        if token.dep_ == "nsubjpass":
            role = quantities().states.get(verb.lower_)
            return role if role in HARM else None
        return "participants" if verb.lemma_.lower() in _ATTENDING else "killed" if verb.lemma_ in _DYING else None

    def _included_in(self, mention: CountMention) -> str | None:
        """What happened to those of whom `mention` is a part: "the dead included four children"."""
        verb = self._doc[mention.root].head
        wholes = [child for child in verb.children if child.dep_ in SUBJECTS]
        lemma = wholes[0].lemma_.lower() if wholes else ""
        return "killed" if lemma in {"dead", "victim"} else "injured" if lemma in {"wounded", "injured"} else None

    def _figure(self, mention: CountMention, role: str, planned: bool, part: bool) -> Figure:
        sources, deniers, claimed = sources_of(mention.root, givers(self._doc[mention.root], self._sentence))
        status = status_of(self._doc[mention.root], planned, bool(deniers), claimed)
        return Figure(
            mention.low, mention.high, mention.unit, role,
            self._words(mention.start_char, mention.end_char), tuple(sources), status, part,
        )  # fmt: skip

    def _of_bare(self, bare: BareFigure, like: Figure | None) -> Figure:
        role = bare.role or (like.role if like else "")
        unit = like.unit if like else "people"
        status: Status = "claimed" if bare.claimed else "reported"
        return Figure(
            bare.low, bare.high, unit, role, self._words(bare.start_char, bare.end_char), bare.sources, status
        )

    def _words(self, start: int, end: int) -> Span:
        offset = self._paragraph.start
        return Span(offset + start, offset + end, self._paragraph.verbatim(start, end))


def _place(mention: CountMention) -> tuple[int, int]:
    return mention.start_char, mention.end_char


def _is_toll(token: Token) -> bool:
    return token.lemma_.lower() in _TOLL or any(
        child.lemma_.lower() in _TOLL for child in token.children if child.dep_ == "compound"
    )
