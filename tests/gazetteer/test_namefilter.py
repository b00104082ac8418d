import random
import string

from eventmap.gazetteer.namefilter import NameFilter, build


def test_it_never_denies_a_name_and_seldom_asks_in_vain() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices(string.ascii_lowercase + "києв ", k=8)) for _ in range(20_000)]
    held, others = set(words[:10_000]), set(words[10_000:])
    bits = build(held, len(held))
    names = NameFilter(bits)
    assert len(bits) == 32_768
    assert all(names.may_hold(name) for name in held)
    assert sum(names.may_hold(name) for name in others - held) < 0.08 * len(others)


def test_a_filter_of_nothing_holds_nothing() -> None:
    names = NameFilter(build([], 0))
    assert not names.may_hold("")
    assert not names.may_hold("tbilisi")
