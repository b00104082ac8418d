"""Which of GeoNames' feature codes become places of the index, and of what kind.

News names towns, regions, and of the rest what is large or known by name: seas, rivers, islands, mountains, parks, and
the sites that reports of conflict and disaster turn on. The full dump holds millions of streams, hills and springs
under names of towns; of those, only what has a second name is taken, for somebody cared to record one.
"""

from eventmap.model import PlaceKind

# Administrative areas that exist; the codes of former ones end with H.
_REGIONS = frozenset(["ADM1", "ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "TERR", "PRSH", "ZN", "ZNB", "LTER"])
_STATES = frozenset(["PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "PCLH"])
# Populated places that are abandoned, destroyed or historical.
_FORMER_TOWNS = frozenset(["PPLCH", "PPLH", "PPLQ", "PPLW"])
_SITES = frozenset(
    ["AIRB", "AIRP", "AIRQ", "CMPRF", "DAM", "MILB", "NUCL", "PRN", "PRNJ", "PRNQ", "PS", "UNIV", "CAVE", "CTRA"]
)
_AREAS = frozenset({
    "OCN", "SEA", "GULF", "BAY", "BAYS", "STRT", "SD", "CHN", "CNL", "LGN", "FJD", "ESTY", "DLTA", "HBR",
    "CONT", "RGN", "RGNH", "PRK", "RES", "RESN", "RESW", "ISL", "ISLS", "PEN", "MTS", "DSRT", "CAPE", "PLAT",
    "VALS", "CSTM", "OAS", "BNK", "RF"
})  # fmt: skip
_AREAS_WITH_OTHER_NAMES = frozenset({
    "STM", "STMS", "LK", "LKS", "RSV", "WAD", "WADS", "MT", "HLLS", "VLC", "VAL", "PASS", "GRGE", "ATOL", "BCH",
    "FRST", "GLCR", "FLLS"
})  # fmt: skip
_SITES_WITH_OTHER_NAMES = frozenset(["BDG", "PRT", "MFGM", "MN", "OILR", "PO", "STDM"])


def kind_of(feature_class: str, code: str, other_names: bool) -> PlaceKind | None:
    """The kind of place that a feature is, None if it is not taken.

    Args:
        feature_class: GeoNames' letter (A, H, L, P, R, S, T, U, V).
        code: GeoNames' feature code ("PPLA2").
        other_names: whether GeoNames has a second name for it.
    """
    if feature_class == "P":
        return None if code in _FORMER_TOWNS else "city"
    if code in _REGIONS:
        return "region"
    if code in _SITES or (other_names and code in _SITES_WITH_OTHER_NAMES):
        return "site"
    if code in _STATES or code in _AREAS or (other_names and code in _AREAS_WITH_OTHER_NAMES):
        return "area"
    return None
