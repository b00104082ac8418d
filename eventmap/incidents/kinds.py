"""Which types two tellings of one incident may have."""

from __future__ import annotations

from collections.abc import Mapping

from eventmap.event_types import EventType, EventTypes
from eventmap.incidents.rules import Rules


class Kinds:
    """For each pair of types, how they agree; types that are in no file of types agree with themselves."""

    def __init__(self, types: EventTypes, rules: Rules) -> None:
        self._everyday = rules.everyday
        self._agreement: dict[str, dict[str, str]] = {
            a.id: {b.id: name for b in types.types.values() if (name := _agreement(a, b, types, rules))}
            for a in types.types.values()
        }

    def agreement(self, a: str, b: str) -> str | None:
        """The level of the part "type" of two types; None where they cannot be one incident."""
        if a == b:
            return "same_everyday" if a in self._everyday else "same"
        return self._agreement.get(a, {}).get(b)

    def alike(self, kind: str) -> tuple[str, ...]:
        """All types that agree with this one, itself first."""
        return kind, *self._agreement.get(kind, {})


def _agreement(a: EventType, b: EventType, types: EventTypes, rules: Rules) -> str | None:
    if a.id == b.id:
        return None
    if _wider(a, b) or _wider(b, a):
        return "wider"
    one_event = a.category == b.category and types.categories[a.category].one_event
    return "akin" if one_event or any({a.id, b.id} <= akin for akin in rules.akin) else None


def _wider(wide: EventType, narrow: EventType) -> bool:
    """Whether `wide` is what a shorter report would call `narrow`: deaths or an attack, where the other says how."""
    if not narrow.harm or narrow.consequence:
        return False
    return wide.consequence or (wide.generic and wide.harm and wide.plover == narrow.plover)


def narrowness(types: Mapping[str, EventType], kind: str) -> int:
    """Of types that agree, the one of the highest number says most: how people died, rather than that they did."""
    known = types.get(kind)
    return 2 if known is None else 2 - known.generic - 2 * known.consequence
