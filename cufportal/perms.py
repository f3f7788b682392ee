"""Who may read the history of records and put one back; what of a history reaches a member is in each app's `history`."""

from accounts.perms import is_administrator

# Who has which rights and what people agreed to; and who asked to be erased: each for those who answer for it.
FOR_ADMINISTRATORS = {"consent", "user"}
FOR_EDITORS = {"erasure"}


def can_read_history(user, record):
    """The team reads the history of every record; members and partners of those whose app opens it, once they see the record.

    Accounts and consents are for administrators, requests of erasure for those who decide them.
    """
    if not user.is_authenticated or not user.is_active:
        return False
    if record.kind in FOR_ADMINISTRATORS:
        return is_administrator(user)
    if record.kind in FOR_EDITORS:
        return user.edits_records
    return user.sees_all or (user.in_network and record.reaches is not None)


def can_read_authors(user, record, row):
    """The names of those who changed a record are for the team and for those whose record it is; and why it was changed."""
    return user.sees_all or (row is not None and record.kept_by is not None and record.kept_by(user, row))


def can_restore_version(user):
    return user.is_authenticated and user.is_active and user.edits_records


def can_read_audit(user):
    """Administrators read every change; officers all but those of accounts and consents."""
    return user.is_authenticated and user.is_active and user.edits_records
