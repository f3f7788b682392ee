"""The sorts of records that are merged, with what each app says of them."""

from dataclasses import replace

from directory.merging.records import ORGANISATIONS, TERRITORIES
from partnerships.merging import PARTNERSHIPS, link_each_other

ALL = (replace(ORGANISATIONS, refusals=(*ORGANISATIONS.refusals, link_each_other)), PARTNERSHIPS, TERRITORIES)
KINDS = {kind.model: kind for kind in ALL}
BY_SLUG = {kind.slug: kind for kind in ALL}
