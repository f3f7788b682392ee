from django import template

from delegations.standings import standing_after

register = template.Library()


@register.filter
def standing(change):
    """The words in which a requester is told of a StateChange: a Standing."""
    return standing_after(change)
