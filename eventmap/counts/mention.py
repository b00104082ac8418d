"""The record of a count found in a parsed paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountMention:
    """How many of what, in one paragraph.

    Offsets are characters of the paragraph, end exclusive; `head` and `root` are token indices.

    Attributes:
        start_char, end_char: the whole verbatim phrase, quantity and noun ("At least 261,000 men").
        token_start, token_end: the same in tokens.
        quantity: offsets of the number with its modifiers ("At least 261,000").
        noun: offsets of the counted noun with the words before it, or None where the number stands alone.
        low, high: inclusive; None where the words leave that side open.
        head: the counted noun, or the number where it stands alone ("killing 12") or goes with a state ("12 dead").
        root: the token of the phrase that the rest of the sentence governs ("dozens" in "dozens of people").
        unit: "people", or the lemma of the noun ("house").
        role_hint: what the noun itself says of them (protesters → participants), if anything.
        fate: what is said to have happened to them or what they did ("12 people were hurt" → injured), if anything.
        governor: the token that gives their fate, or the one that governs them where they have none.
        toll: the total that a toll stands at or rises to.
        part_of: a part of a number already given ("including 12 children"): not to be added to it.
        vague: a range that a vague word stands for, or a figure marked as approximate.
        zero: a stated zero ("no one", "no injuries").
        parts: the counts that this one adds up ("12 soldiers and 30 civilians"), else empty.
    """

    start_char: int
    end_char: int
    token_start: int
    token_end: int
    quantity: tuple[int, int]
    noun: tuple[int, int] | None
    low: int | None
    high: int | None
    head: int
    root: int
    unit: str
    is_people: bool
    role_hint: str | None = None
    fate: str | None = None
    governor: int = -1
    toll: bool = False
    part_of: bool = False
    vague: bool = False
    zero: bool = False
    parts: tuple[CountMention, ...] = ()
