"""Who has spoken so far in a story, so that "he added" and "the statement said" are understood."""

from __future__ import annotations

from collections import deque

from spacy.tokens import Token

from eventmap.events.naming_sources import Source, sources_named

# How many speakers back a pronoun may reach.
_REACH = 6
# Which kinds of speakers a pronoun of a kind can mean; "the mayor" may be "he", "the ministry" may be "it".
_MEANS = {"person": ("person", "unknown"), "people": ("people", "body"), "body": ("body", "unknown")}


class Speakers:
    """The speakers of a story, and the persons that it is about, the last one last."""

    def __init__(self) -> None:
        self._spoken: deque[Source] = deque(maxlen=_REACH)
        self._known: deque[Source] = deque(maxlen=_REACH)

    def meant(self, source: Source) -> Source | None:
        """`source` itself if it has a name; else the last one that its pronoun can mean, None if there is none."""
        if source.name:
            return source
        if source.kind == "unknown":
            return self.last()
        fitting = _MEANS[source.kind]
        return next((one for one in reversed(self._known) if one.kind in fitting), None)

    def last(self) -> Source | None:
        """Who spoke last."""
        return self._spoken[-1] if self._spoken else None

    def spoke(self, source: Source) -> None:
        """Remember that `source` spoke."""
        if source.kind != "outlet":
            self._spoken.append(source)
            self._known.append(source)

    def appears(self, token: Token) -> None:
        """Remember a person whom a sentence is about, who may be "he" or "she" from then on."""
        if token.dep_ in {"nsubj", "nsubjpass"} and token.ent_type_ == "PERSON" and token.head.dep_ == "ROOT":
            self._known.extend(source for source in sources_named([token]) if source.name)
