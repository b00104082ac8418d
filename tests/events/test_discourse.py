"""Who says what across sentences: pronouns, quotations of several sentences, and denials of what was said before."""

import pytest

from eventmap.events.discourse import attribute

STORIES = [
    # (paragraphs, for each of their sentences who reports it and who denies it)
    (
        ["Mayor Anna Rossi said the blast killed seven. She added that two had died later."],
        [[("Mayor Anna Rossi", "reports")], [("Mayor Anna Rossi", "reports")]],
    ),
    (
        ["The army said it had lost a post.", "It added that 12 men were missing."],
        [[("army", "reports")], [("army", "reports")]],
    ),
    (
        ["The ministry issued a statement. The statement said 12 men had died."],
        [[("ministry", "reports")], [("ministry", "reports")]],
    ),
    (["Residents said nine had died. He said nothing of it."], [[("Residents", "reports")], []]),
    (
        ["“We buried nine people.” “They were killed at dawn,” said Adam Musa. “Then they burned the shops.”"],
        [[("Adam Musa", "reports")], [("Adam Musa", "reports")], [("Adam Musa", "reports")]],
    ),
    (
        ["“They burned the shops,” said Adam Musa. The road is closed."],
        [[("Adam Musa", "reports")], []],
    ),
    (
        ["Residents said shells had killed nine people.", "The army denied it."],
        [[("Residents", "reports"), ("army", "denies")], [("army", "denies")]],
    ),
    (
        ["Residents said shells had killed nine people. The army denied that it would withdraw."],
        [[("Residents", "reports")], [("army", "denies")]],
    ),
    (["Two men were arrested. John Berg denies the charges."], [[], []]),
    (
        ["Kyiv accused Moscow of shelling a school. Moscow denied the charge."],
        [[("Kyiv", "claims"), ("Moscow", "denies")], [("Moscow", "denies")]],
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), STORIES)
def test_who_says_what_in_a_story(parsed, paragraphs, expected):
    spans = [list(parsed(paragraph).sents) for paragraph in paragraphs]

    found = [[(one.name, one.stance) for one in said] for told in attribute(spans) for said in told]

    assert found == expected


def test_a_story_without_sentences():
    assert attribute([[], []]) == [[], []]
