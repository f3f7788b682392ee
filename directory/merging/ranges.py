"""Ranges as PostgreSQL compares them: an open end is infinite, an empty range and none meet nothing."""


def overlap(one, other):
    if one is None or other is None or one.isempty or other.isempty:
        return False
    return begins_before(one, other) and begins_before(other, one)


def begins_before(one, other):
    """`one` begins before `other` ends; the end of a range is no part of it, as the database writes ranges of days."""
    return one.lower is None or other.upper is None or one.lower < other.upper


def union(one, other):
    """The range from the first beginning to the last end of two that overlap."""
    lower = None if None in (one.lower, other.lower) else min(one.lower, other.lower)
    upper = None if None in (one.upper, other.upper) else max(one.upper, other.upper)
    return type(one)(lower, upper)
