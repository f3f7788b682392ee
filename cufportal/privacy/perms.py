"""Who reads the requests of erasure, and decides."""


def can_decide_erasure(user):
    return user.is_authenticated and user.is_active and user.edits_records
