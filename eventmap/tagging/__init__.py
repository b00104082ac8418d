"""What a trained model makes of a paragraph: which words tell of an event, and of what type."""

from eventmap.tagging.tagger import NONE, Tags, tagger

__all__ = ["NONE", "Tags", "tagger"]
