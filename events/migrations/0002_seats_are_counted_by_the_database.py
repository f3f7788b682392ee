"""What the database keeps true of seats and sessions, whichever way they are written."""

from django.db import migrations

from core.sequences import revision_trigger

# A seat knows whose it is and when it is, so that one exclusion constraint can refuse two places at once.
FOLLOW = """
create function events_seat_follow() returns trigger language plpgsql as $$
begin
    select person_id into new.person_id from events_registration where id = new.registration_id;
    select tstzrange(starts_at, ends_at) into new.during from events_session where id = new.session_id;
    return new;
end $$;
create trigger events_seat_follows before insert or update on events_seat
    for each row execute function events_seat_follow();

create function events_session_move_seats() returns trigger language plpgsql as $$
begin
    update events_seat set during = tstzrange(new.starts_at, new.ends_at) where session_id = new.id;
    return null;
end $$;
create trigger events_session_moves_its_seats after update of starts_at, ends_at on events_session
    for each row when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at)
    execute function events_session_move_seats();

create function events_registration_move_seats() returns trigger language plpgsql as $$
begin
    update events_seat set person_id = new.person_id where registration_id = new.id;
    return null;
end $$;
create trigger events_registration_moves_its_seats after update of person_id on events_registration
    for each row when (old.person_id is distinct from new.person_id) execute function events_registration_move_seats();
"""
UNFOLLOW = """
drop trigger events_registration_moves_its_seats on events_registration;
drop function events_registration_move_seats();
drop trigger events_session_moves_its_seats on events_session;
drop function events_session_move_seats();
drop trigger events_seat_follows on events_seat;
drop function events_seat_follow();
"""

# The count stands on the session, where a check compares it with the room. Whoever takes a seat locks the session, even
# to wait, so that the rules that count see what others have just done. The name comes first in the alphabet: triggers
# fire in that order, and the lock is to come before the rules.
COUNT = """
create function events_seat_count() returns trigger language plpgsql as $$
declare
    session bigint := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
    was int := case when tg_op = 'INSERT' then 0 else (old.state in ('confirmed', 'offered'))::int end;
    is_now int := case when tg_op = 'DELETE' then 0 else (new.state in ('confirmed', 'offered'))::int end;
begin
    if tg_op = 'UPDATE' and old.session_id <> new.session_id then
        raise check_violation using message = 'a seat stays in its session', constraint = 'events_seat_of_its_event';
    end if;
    perform from events_session where id = session for no key update;
    if was <> is_now then
        update events_session set taken = taken + is_now - was where id = session;
    end if;
    return null;
end $$;
create trigger events_seat_counted after insert or delete or update of state, session_id on events_seat
    for each row execute function events_seat_count();

-- Saving an old copy of a session never changes the count: only a seat does.
create function events_session_keep_count() returns trigger language plpgsql as $$
begin
    new.taken := old.taken;
    return new;
end $$;
create trigger events_session_keeps_its_count before update of taken on events_session
    for each row when (pg_trigger_depth() = 0) execute function events_session_keep_count();
"""
UNCOUNT = """
drop trigger events_session_keeps_its_count on events_session;
drop function events_session_keep_count();
drop trigger events_seat_counted on events_seat;
drop function events_seat_count();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0001_events"),
        ("core", "0003_revisions_are_counted_by_the_database"),
    ]
    operations = [
        migrations.RunSQL(FOLLOW, UNFOLLOW),
        migrations.RunSQL(COUNT, UNCOUNT),
        revision_trigger("events_event", ["title", "first_day", "last_day", "time_zone", "status", "venue"]),
        revision_trigger(
            "events_session",
            ["title", "starts_at", "ends_at", "time_zone", "place_id", "venue", "room", "is_cancelled"],
        ),
        revision_trigger("events_planstep", ["text", "due", "state"]),
        revision_trigger(
            "events_agendaentry",
            ["title", "first_day", "last_day", "starts_at", "ends_at", "time_zone", "place", "state"],
        ),
    ]
