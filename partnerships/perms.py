"""Who may do what; whether a record may be seen at all is said by `visible_to`."""

from partnerships.models.workbooks import reach_of


def can_add_partnership(user):
    return user.is_authenticated and user.edits_records


def can_edit_partnership(user, partnership):
    """Officers and administrators; and the referents of its two sides, each for their own records."""
    if not user.is_authenticated:
        return False
    return user.edits_records or side_kept_by(user, partnership) is not None


def can_confirm_partnership(user, partnership):
    return can_edit_partnership(user, partnership)


def can_end_partnership(user, partnership):
    return can_edit_partnership(user, partnership)


def can_publish_partnership(user, partnership):
    """An officer has checked what the public will read."""
    return user.is_authenticated and user.edits_records


def can_decide_doubt(user):
    return user.is_authenticated and user.edits_records


def can_read_doubts(user):
    return user.is_authenticated and user.in_network


def side_kept_by(user, partnership):
    """The id of the side whose records `user` keeps, None when it is neither."""
    sides = [partnership.french_side_id, partnership.foreign_side_id]
    kept = user.organisations_edited.filter(organisation__in=sides).values_list("organisation", flat=True)
    return next(iter(kept), None)


def can_add_wish(user):
    return user.is_authenticated and (user.edits_records or user.organisations_edited.exists())


def can_edit_wish(user, wish):
    """Officers and administrators; and the referents of the organisation that looks for a partner."""
    if not user.is_authenticated:
        return False
    return user.edits_records or user.organisations_edited.filter(organisation=wish.organisation_id).exists()


def can_read_campaigns(user):
    return user.is_authenticated and user.sees_all


def can_import_table(user):
    """A table writes hundreds of records at once: those who edit them all."""
    return user.is_authenticated and user.edits_records


def can_run_campaign(user):
    """Write to the network in the name of CUF, and decide of what is answered."""
    return user.is_authenticated and user.edits_records


def can_take_workbook(user, order):
    """Its owner, as long as they see what they saw when it was made: rights that have ended end at once."""
    return order.is_made and order.asked_by_id == user.pk and order.reach == reach_of(user)
