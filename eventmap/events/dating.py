"""When an event happened: which date of its sentence belongs to it."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.dates import DateMention
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.lexicon import words
from eventmap.model import DateRange
from eventmap.triggers import Trigger

_REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")


