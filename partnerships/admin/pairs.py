"""A pair is looked for by either side, under any name or code of its territory."""


def searched_through(side):
    names = ["sort_key__contains", "name_zh__contains", "names__folded__contains"]
    territory = ["names__folded__contains", "name_zh__contains", "codes__code__istartswith"]
    return [f"{side}__{name}" for name in names] + [f"{side}__territory__{name}" for name in territory]


def sides_searched(prefix=""):
    return [*searched_through(f"{prefix}french_side"), *searched_through(f"{prefix}foreign_side")]
