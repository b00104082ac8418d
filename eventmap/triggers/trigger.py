"""What the matcher finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that give an event type away. All positions are token indices of the document, unless named otherwise.

    Attributes:
        type: id of the event type.
        head: the anchor's head word.
        tokens: all words that gave the type, in order.
        start_char, end_char: the trigger's characters in the document (end exclusive): from the first to the last of
            `tokens` if they stand close together, else the anchor's head alone.
        pattern: id of the pattern ("protest/3": the third pattern of `protest`).
        strength: 0–1, how sure these words alone mean the event.
        agents, patients: who did it and to whom it was done, conjoined ones included; passives are turned round.
        counts: (token, role) of each argument that may say how many ("killed", "participants" …): the argument's head
            word, whose number is read from its own phrase. Own arguments first, then those of the consequences that
            this trigger explains.
        places: the prepositions whose object is the event's place, for types about movement.
        consequence: a type (deaths) that is told as part of another event where there is one in the sentence.
        explained_by: head of the trigger of which this consequence is a part; None for an event of its own.
    """

    type: str
    head: int
    tokens: tuple[int, ...]
    start_char: int
    end_char: int
    pattern: str
    strength: float
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    counts: tuple[tuple[int, str], ...]
    places: tuple[str, ...]
    consequence: bool
    explained_by: int | None = None
