"""How sure a place is: the one threshold below which it counts as uncertain, and the words that say so everywhere."""

from __future__ import annotations

# Below it, it is likelier than not that another place is meant, or none.
UNCERTAIN_BELOW = 0.5

UNCERTAIN = "uncertain"
_SCALE = ((0.9, "very sure"), (0.7, "fairly sure"), (UNCERTAIN_BELOW, "more likely than not"))


def is_uncertain(confidence: float) -> bool:
    """Whether a place of this confidence (0–1) is drawn hollow and called uncertain."""
    return confidence < UNCERTAIN_BELOW


def sureness(confidence: float) -> str:
    """A confidence (0–1) in words and as a number: "fairly sure · 72 %", "uncertain · 34 %"."""
    words = next((words for least, words in _SCALE if confidence >= least), UNCERTAIN)
    return f"{words} · {percent(confidence)} %"


def percent(confidence: float) -> int:
    """A confidence (0–1) in whole per cent, rounded down, so that what is uncertain is never shown as 50 %."""
    # Decimal fractions such as 0.29 lie a hair below themselves in binary.
    return int(100 * confidence + 1e-9)


def place_name(name: str, confidence: float) -> str:
    """A place's name as labels and tables show it: "Springfield (uncertain)" where it is."""
    return f"{name} ({UNCERTAIN})" if is_uncertain(confidence) else name
