"""Locks between processes, held by the database; it takes them back by itself when the process that holds one dies."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def lock(name: str, wait: bool = True):
    """Hold the lock `name` for the block, whatever becomes of transactions in it; give whether it is held.

    With `wait` false, and somebody else at work, it is not.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"select pg_{'' if wait else 'try_'}advisory_lock(hashtextextended(%s, 0))", [name])
        [answer] = cursor.fetchone()
    held = wait or answer
    try:
        yield held
    finally:
        if held and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(hashtextextended(%s, 0))", [name])
