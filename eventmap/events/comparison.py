"""Counts told for comparison: those of earlier events, of years, of a whole conflict."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.counts import CountMention
from eventmap.dates import DateMention
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import ancestors, clause_head, coordinated
from eventmap.triggers import Trigger

# A count over more days than this is no single event's.
_LONGEST_DAYS = 62
_ADDING = frozenset({"advcl", "relcl", "acl", "xcomp", "pcomp", "conj"})


def is_compared(mention: CountMention, trigger: Trigger, reading: SentenceReading) -> bool:
    """Whether a count is of another time than the trigger's event: "since 2014, 9,000 people have died".

    What stands inside the clause of the count is its event, whatever the time ("In 2019, 17 people died in a crash").
    """
    if not reading.dates:
        return False
    doc = reading.span.doc
    governor, head = doc[mention.governor], doc[trigger.head]
    clause = clause_head(governor)
    if clause in _clauses(head) or head in coordinated(governor):
        return False
    told = [date for date in reading.dates if _in_clause(date, clause)]
    own = [date for date in reading.dates if _in_clause(date, clause_head(head)) and date not in told]
    return any(_is_long(date) or any(_apart(date, other) for other in own) for date in told)


def _clauses(head: Token) -> list[Token]:
    """The clause of `head`, and those that it only says more of ("17 died in 2019 when a gunman opened fire")."""
    clauses = [clause_head(head)]
    for node in ancestors(clauses[0]):
        if node.dep_ not in _ADDING:
            break
        clauses.append(clause_head(node.head))
    return clauses


def _in_clause(date: DateMention, clause: Token) -> bool:
    return clause_head(clause.doc[date.token_start : date.token_end].root) == clause


def _is_long(date: DateMention) -> bool:
    return date.value is not None and (date.value.end - date.value.start).days > _LONGEST_DAYS


def _apart(a: DateMention, b: DateMention) -> bool:
    return a.value is not None and b.value is not None and (a.value.end < b.value.start or b.value.end < a.value.start)
