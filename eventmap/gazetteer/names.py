"""One folding rule for place names, and the other ways in which the same name is written.

Every name that goes into the index and every name that is looked up passes through `fold`; nothing else compares
names.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ħ": "h",
        "ı": "i",
        "&": " and ",
    }
)
_INITIALS = re.compile(r"\b(?:(?:[^\W\d_]\.\s?)*[^\W\d_]\.[^\W\d_]\b\.?|(?:[^\W\d_]\.\s?){2,})")
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´′ʹʾʿʽ\"“”„«»]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_SEPARATORS = re.compile(r"[^\w\u0900-\u0dff]+|_")  # vowel signs of Indic scripts are not word characters to `re`

# The same word written in two ways; each is tried for the other.
_SPELLINGS = (("st", "saint"), ("ste", "sainte"), ("mt", "mount"), ("ft", "fort"))
# Short forms that gazetteers spell out: the first word of a name, and its last.
_FIRST = {"co": "county", "n": "north", "s": "south", "e": "east", "w": "west", "pt": "point", "sta": "santa"}
_LAST = {"co": "county", "twp": "township", "mtn": "mountain", "mtns": "mountains", "mts": "mountains", "is": "islands",
         "hts": "heights", "pk": "park", "r": "river", "spgs": "springs"}  # fmt: skip
_SHORTENED = frozenset({*_FIRST, *_LAST, *(word for pair in _SPELLINGS for word in pair)})

# What a region may be called in English, before ("Republic of X", "County X") or after ("X Oblast") its proper name.
_DESIGNATORS = (
    "autonomous oblast|autonomous okrug|autonomous region|autonomous republic|autonomous community|federal district|"
    "union territory|oblast|krai|kray|okrug|raion|rayon|republic|region|province|governorate|state|county|parish|"
    "borough|district|department|prefecture|canton|territory|division|voivodeship|emirate|municipality|kingdom|"
    "wilayah|wilaya|viloyat|regency"
)
_AFTER = re.compile(rf"(?P<core>.+?) (?P<what>{_DESIGNATORS})")
_NOUNS = frozenset(re.findall(r"\w+", _DESIGNATORS))
_BEFORE = re.compile(rf"(?P<what>{_DESIGNATORS}) of (?:the )?(?P<core>.+)|(?P<what2>county) (?P<core2>.+)")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The form under which a name is stored and found.

    Case, accents and ё fold away; apostrophes are dropped ("Sana'a" → "sanaa"); hyphens, commas and other
    punctuation become one space; dots inside an abbreviation join it ("U.S." → "us", "B.C." → "bc"); a leading "the"
    goes if anything is left. Letters of other scripts stay what they are.

    Args:
        name: a place name in any script.

    Returns:
        The folded name, "" if the name holds no letter or digit.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    text = _APOSTROPHES.sub("", _INVISIBLE.sub("", name))
    if "." in text:
        text = _INITIALS.sub(lambda match: match.group().replace(".", "").replace(" ", "") + " ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold())
        text = unicodedata.normalize("NFC", _MARKS.sub("", text))
    text = _SEPARATORS.sub(" ", text.lower().translate(_LETTERS)).strip()
    return text.removeprefix("the ")


def spellings(folded: str) -> tuple[str, ...]:
    """A folded name and other ways to write it.

    "st"/"saint", "mt"/"mount" and "ft"/"fort" stand for each other; "co", "n", "twp" and the like are spelt out.
    """
    words = folded.split(" ")
    if len(words) < 2 or _SHORTENED.isdisjoint(words):
        return (folded,)
    found = [folded]
    for pair in _SPELLINGS:
        for old, new in (pair, pair[::-1]):
            if old in words:
                found.append(" ".join(new if word == old else word for word in words))
    if words[0] in _FIRST:
        found.append(" ".join((_FIRST[words[0]], *words[1:])))
    if words[-1] in _LAST:
        found.append(" ".join((*words[:-1], _LAST[words[-1]])))
    return tuple(found)


def is_abbreviated(name: str) -> bool:
    """Whether a name is written as an abbreviation is: in capitals or with dots ("US", "Calif.", but not "Us")."""
    return "." in name or name.isupper()


def is_initialism(short: str, names: Iterable[str]) -> bool:
    """Whether capitals are the first letters of one of the names ("HCMC" of "Ho Chi Minh City")."""
    wanted = fold(short)
    return any(wanted == "".join(word[0] for word in fold(name).split(" ") if word) for name in names)


def designation(folded: str) -> tuple[str, str] | None:
    """Split the folded name of a region into its proper name and what it is called.

    "irkutsk oblast" and "region of irkutsk" give ("irkutsk", "oblast") and ("irkutsk", "region"); a name without
    such a word gives None.
    """
    if _NOUNS.isdisjoint(folded.split(" ")):
        return None
    if match := _BEFORE.fullmatch(folded):
        return match["core"] or match["core2"], match["what"] or match["what2"]
    if match := _AFTER.fullmatch(folded):
        return match["core"], match["what"]
    return None
