"""Errors that name, in one sentence, what was wrong and where.

Every error that a user can cause derives from `EventMapError`; its message is complete and can be shown as it is.
Each also derives from the builtin that fits, so that library users may catch either.
"""


class EventMapError(Exception):
    """Base of all errors of this package; `str(error)` is one sentence for the reader."""


class InputError(EventMapError, ValueError):
    """A document, an option or a record cannot be used as given."""


class DataError(EventMapError, ValueError):
    """A data file of the product (event types, gazetteer tables) is damaged or has a mistake in it."""


class GazetteerError(EventMapError, RuntimeError):
    """The gazetteer index cannot be built or opened."""
