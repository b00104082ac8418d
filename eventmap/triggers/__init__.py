"""The words of a parsed text that give event types away, with who did what to whom."""

from eventmap.triggers.find import find_triggers
from eventmap.triggers.trigger import Trigger

__all__ = ["Trigger", "find_triggers"]
