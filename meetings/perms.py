def can_write_minutes(user):
    """CUF's staff prepare the meetings and keep their minutes."""
    return user.is_authenticated and user.sees_all


def can_export_for(user, meeting, audience):
    """Staff export for anybody; the others get the version of those the meeting is open to."""
    return can_write_minutes(user) or audience == meeting.audience
