"""Partnerships that look like one entered twice: in one group, with one partner, for two sides that look alike."""

from directory.duplicates import suggestions
from partnerships.models import Partnership

ALIKE = """
select one.id as one, two.id as two, case when here.territory_id = there.territory_id then 'place' else 'near' end as why,
       similarity(here.sort_key, there.sort_key) as likeness
from partnerships_partnership as one join partnerships_partnership as two
    on two.group_id = one.group_id and two.{shared} = one.{shared} and two.id > one.id
join directory_organisation as here on here.id = one.{other} join directory_organisation as there on there.id = two.{other}
where here.territory_id = there.territory_id or similarity(here.sort_key, there.sort_key) >= %(near)s
"""
SIDES = (("foreign_side_id", "french_side_id"), ("french_side_id", "foreign_side_id"))


def similar_partnerships(number=None):
    alike = " union all ".join(ALIKE.format(shared=shared, other=other) for shared, other in SIDES)
    return suggestions(Partnership, alike, number)
