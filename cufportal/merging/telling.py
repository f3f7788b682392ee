"""What a merge did, by the steps it noted: how many rows of each sort moved, were folded, changed, were added."""

from collections import Counter

from django.apps import apps
from django.utils.text import capfirst

from directory.merging.writing import ADDED, CHANGED, FOLDED, MOVED

ORDER = (MOVED, FOLDED, CHANGED, ADDED)


def told(merge) -> list[tuple[str, list[tuple[str, int]]]]:
    """[(act, [(sort of rows, how many), …]), …], the acts of which there was none left out."""
    counted = {act: Counter() for act in ORDER}
    for step in merge.steps:
        counted[step["act"]][step["model"]] += len(step.get("after") or step["before"])
    return [
        (act, sorted((noun(label), count) for label, count in counts.items()))
        for act, counts in counted.items()
        if counts
    ]


def noun(label):
    """The sort of rows in words; a link of a many-to-many field is called by what it links."""
    opts = apps.get_model(label)._meta
    if not opts.auto_created:
        return capfirst(opts.verbose_name_plural)
    owner = opts.auto_created._meta
    link = next(one for one in owner.local_many_to_many if one.remote_field.through._meta.label_lower == label)
    return capfirst(f"{owner.verbose_name_plural} ({link.verbose_name})")
