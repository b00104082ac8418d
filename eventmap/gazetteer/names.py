"""One folding rule for place names, and the other ways in which the same name is written.

Every name that goes into the index and every name that is looked up passes through `fold`; nothing else compares
names.
"""

import re
import unicodedata
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
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´′ʹʾʿʽ\"“”„«»]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_SEPARATORS = re.compile(r"[^\w\u0900-\u0dff]+|_")  # vowel signs of Indic scripts are not word characters to `re`

# The same word written in two ways; each is tried for the other.
_SPELLINGS = (("st", "saint"), ("ste", "sainte"), ("mt", "mount"), ("ft", "fort"))

# What a region may be called in English, before ("Republic of X", "County X") or after ("X Oblast") its proper name.
_DESIGNATORS = (
    "autonomous oblast|autonomous okrug|autonomous region|autonomous republic|autonomous community|federal district|"
    "union territory|oblast|krai|kray|okrug|raion|rayon|republic|region|province|governorate|state|county|parish|"
    "borough|district|department|prefecture|canton|territory|division|voivodeship|emirate|municipality|kingdom|"
    "wilayah|wilaya|viloyat|regency"
)
_AFTER = re.compile(rf"(?P<core>.+?) (?P<what>{_DESIGNATORS})")
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
    """A folded name and the same name with "st"/"saint", "mt"/"mount", "ft"/"fort" written the other way."""
    words = folded.split(" ")
    found = [folded]
    for short, long in _SPELLINGS:
        for old, new in ((short, long), (long, short)):
            if old in words and len(words) > 1:
                found.append(" ".join(new if word == old else word for word in words))
    return tuple(found)


def designation(folded: str) -> tuple[str, str] | None:
    """Split the folded name of a region into its proper name and what it is called.

    "irkutsk oblast" and "region of irkutsk" give ("irkutsk", "oblast") and ("irkutsk", "region"); a name without
    such a word gives None.
    """
    if match := _BEFORE.fullmatch(folded):
        return match["core"] or match["core2"], match["what"] or match["what2"]
    if match := _AFTER.fullmatch(folded):
        return match["core"], match["what"]
    return None
