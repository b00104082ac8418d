"""Tells at once that a name is in no gazetteer, so that most stretches of a text never reach the database.

One bit for each value of a short hash of the folded name (Bloom's filter of 1970 with a single hash function): a bit
that is not set means that there is no such name; one that is set is asked of the database.
"""

import zlib
from collections.abc import Iterable

_BITS_A_NAME = 16  # about one unknown name in twenty is asked in vain
_FEWEST, _MOST = 10, 28  # powers of two: 128 bytes to 32 MB


def build(names: Iterable[str], count: int) -> bytes:
    """The filter of these folded names, of which there are about `count`; its size is a power of two."""
    power = max(_FEWEST, min(_MOST, (count * _BITS_A_NAME - 1).bit_length()))
    bits = bytearray(1 << (power - 3))
    mask = (1 << power) - 1
    for name in names:
        place = zlib.crc32(name.encode()) & mask
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


class NameFilter:
    """Answers from the bytes that `build` made."""

    def __init__(self, bits: bytes) -> None:
        self._bits = bits
        self._mask = len(bits) * 8 - 1

    def may_hold(self, name: str) -> bool:
        """False if there is certainly no such folded name."""
        place = zlib.crc32(name.encode()) & self._mask
        return bool(self._bits[place >> 3] >> (place & 7) & 1)
