"""« La majorité des coopérations portent sur… »: what such a sentence counts, and whether it holds."""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cufportal.statistics.figures import list_url, percent


@dataclass(frozen=True)
class Claim:
    """How many of the `total` partnerships that carry a theme are about at least one of some; each counts once."""

    slugs: list[str]
    names: list[str]
    count: int
    total: int
    url: str

    @property
    def is_majority(self):
        """More than half: one of two is none."""
        return 2 * self.count > self.total

    @property
    def share(self):
        return percent(self.count, self.total)

    @property
    def themes(self):
        return get_text_list(self.names, _("ou"))


def claim_about(counted, slugs):
    """The claim that a reader makes by choosing themes; those that nothing carries, or that nobody knows, add nothing."""
    about = [(theme, records) for theme, _depth, records in counted.carried if theme.slug in slugs]
    return claim_of(counted, about)


def leading_claim(counted):
    """The widest themes, the most carried first, until more than half are about one of them; else the first alone."""
    widest = [(theme, records) for theme, depth, records in counted.carried if not depth]
    leading = sorted(widest, key=lambda one: -len(one[1]))
    claims = (claim_of(counted, leading[:size]) for size in range(1, len(leading) + 1))
    return next((claim for claim in claims if claim.is_majority), claim_of(counted, leading[:1]))


def claim_of(counted, about):
    slugs = [theme.slug for theme, _records in about]
    found = set().union(*(records for _theme, records in about))
    names = [str(theme) for theme, _records in about]
    return Claim(slugs, names, len(found), counted.themed, list_url(counted.group, about=slugs))
