"""What the tests of the ranker share: texts in which the toponyms stand in [brackets]."""

import re
from collections.abc import Callable

import pytest

from eventmap.gazetteer import Gazetteer
from eventmap.toponyms.ranking.table import Table, table_of
from eventmap.toponyms.recognise import Candidate, candidates_at

Bracketed = Callable[[str], tuple[str, list[Candidate]]]


@pytest.fixture(scope="session")
def bracketed(gazetteer: Gazetteer) -> Bracketed:
    """The plain text of one with brackets, and a candidate for each."""

    def read(text: str) -> tuple[str, list[Candidate]]:
        plain, spans, end = "", [], 0
        for match in re.finditer(r"\[(.+?)\]", text):
            plain += text[end : match.start()]
            spans.append((len(plain), len(plain) + len(match[1])))
            plain += match[1]
            end = match.end()
        plain += text[end:]
        return plain, candidates_at(plain, spans, gazetteer)

    return read


@pytest.fixture(scope="session")
def tabled(bracketed: Bracketed, gazetteer: Gazetteer) -> Callable[[str], Table]:
    """The table of a text with brackets."""

    def read(text: str) -> Table:
        plain, candidates = bracketed(text)
        return table_of(plain, candidates, gazetteer)

    return read
