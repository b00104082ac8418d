"""The names of an article as a table of rows."""

from eventmap.toponyms.ranking.table import MOST_HITS


def test_mentions_that_are_used_alike_share_their_rows(tabled):
    table = tabled("In [Paris], Texas, it rained. [Paris] is small. [Xyzzyville] too. They love [Paris].")

    assert table.of_mention.tolist() == [0, 1, -1, 1]
    assert [group.text for group in table.groups] == ["Paris", "Paris"]
    assert bool(table.groups[0].qualified) and not table.groups[1].qualified
    assert table.name.tolist() == [0, 0]


def test_rows_stand_together_by_group(tabled):
    table = tabled("From [Oslo] to [Trondheim] and [Oslo].")

    sizes = [len(group.hits) for group in table.groups]
    assert table.group.tolist() == [0] * sizes[0] + [1] * sizes[1]
    assert table.starts.tolist() == [0, sizes[0]]
    assert table.weights[0] > table.weights[1]
    assert [table.entries[start].name for start in table.starts] == ["Oslo", "Trondheim"]


def test_a_common_name_keeps_its_likeliest_places_only(tabled):
    (group,) = tabled("They met in [San José].").groups

    assert len(group.hits) <= MOST_HITS


def test_near_names_are_joined(tabled):
    first, second, strength = tabled("From [Oslo] to [Bergen]." + " It rained." * 100 + " In [Hamar] it snowed.").edges
    near = dict(zip(zip(first.tolist(), second.tolist(), strict=True), strength.tolist(), strict=True))

    assert near[0, 1] == near[1, 0] > 0.9
    assert near[1, 2] == near[2, 1] < 0.01


def test_a_text_without_toponyms(tabled):
    table = tabled("It rained.")

    assert (table.groups, table.entries, len(table.group)) == ((), (), 0)
