"""The words of a parsed text that give event types away, with who did what to whom."""

from eventmap.triggers.match import Trigger, find_triggers

__all__ = ["Trigger", "find_triggers"]
