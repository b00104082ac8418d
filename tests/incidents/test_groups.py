"""Average linkage in which every pair must be possible."""

from eventmap.incidents.groups import Group, Proposal, group


def test_a_chain_of_weak_links_is_not_one_group():
    chain = {(i, i + 1): 0.9 - i / 100 for i in range(5)}
    groups, proposals = group(chain, 0.8, 0.5)
    assert (groups, proposals) == ([Group((0, 1), 0.9), Group((2, 3), 0.88), Group((4, 5), 0.86)], [])


def test_the_mean_of_all_pairs_counts():
    scores = {(0, 1): 0.95, (0, 2): 0.9, (1, 2): 0.6}
    sure = Group((0, 1), 0.95)
    assert group(scores, 0.8, 0.5) == ([sure], [Proposal(Group((0, 1, 2), 0.75), (sure, Group((2,), 1.0)))])
    assert group(scores, 0.75, 0.5) == ([Group((0, 1, 2), 0.75)], [])


def test_a_pair_without_a_score_keeps_two_groups_apart():
    scores = {(0, 1): 0.99, (1, 2): 0.98, (0, 3): 0.5, (1, 3): 0.5}
    groups, proposals = group(scores, 0.8, 0.5)
    assert groups == [Group((0, 1), 0.99)]
    assert [proposal.group for proposal in proposals] == [Group((0, 1, 3), 0.5)]


def test_ties_do_not_depend_on_the_order_of_the_pairs():
    scores = {(0, 1): 0.9, (1, 2): 0.9, (2, 3): 0.9}
    assert group(scores, 0.8, 0.5) == group(dict(reversed(scores.items())), 0.8, 0.5)
    assert [found.members for found in group(scores, 0.8, 0.5)[0]] == [(0, 1), (2, 3)]


def test_nothing_to_group():
    assert group({}, 0.8, 0.5) == ([], [])
