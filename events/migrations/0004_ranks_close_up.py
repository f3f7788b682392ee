"""Ranks without a hole, and locks in one order, whichever way a seat is written."""

from django.db import migrations

# Only what the copies come from makes them anew: a whole list that moves up copies nothing.
FOLLOW = """
drop trigger events_seat_follows on events_seat;
create trigger events_seat_follows before insert or update{columns} on events_seat
    for each row execute function events_seat_follow();
"""
COPIES = " of registration_id, session_id, person_id, during"

# A seat that passes to another registration may pass to another organisation: the share is counted under lock.
COUNT = """
drop trigger events_seat_counted on events_seat;
create trigger events_seat_counted after insert or delete or update of {columns} on events_seat
    for each row execute function events_seat_count();
"""

# Who leaves the list, by an offer, by giving up or with a registration that is deleted, leaves no hole in it. One
# statement may take several away, so that the ranks are counted anew rather than moved by one.
CLOSE = """
create function events_seat_close_ranks() returns trigger language plpgsql as $$
begin
    update events_seat as seat set rank = place.rank
    from (select id, row_number() over (order by rank) as rank from events_seat
          where session_id = old.session_id and state = 'waiting') as place
    where seat.id = place.id and seat.rank <> place.rank;
    return null;
end $$;
create trigger events_seat_ranks_close after update of state on events_seat
    for each row when (old.state = 'waiting' and new.state <> 'waiting') execute function events_seat_close_ranks();
create trigger events_seat_ranks_close_up after delete on events_seat
    for each row when (old.state = 'waiting') execute function events_seat_close_ranks();
"""
UNCLOSE = """
drop trigger events_seat_ranks_close_up on events_seat;
drop trigger events_seat_ranks_close on events_seat;
drop function events_seat_close_ranks();
"""

EMPTY = """
create function events_session_begin_empty() returns trigger language plpgsql as $$
begin
    new.taken := 0;
    return new;
end $$;
create trigger events_session_begins_empty before insert on events_session
    for each row execute function events_session_begin_empty();
"""
UNEMPTY = """
drop trigger events_session_begins_empty on events_session;
drop function events_session_begin_empty();
"""

# Two people who close a chain from both ends at once wait for each other's event, and the second sees the loop. A seat
# moves to other hours, to another person or another organisation only once its session is locked: the sessions first,
# then the people, each in the order of their numbers, as whoever registers does.
LOCK = """
create function events_event_hold_previous() returns trigger language plpgsql as $$
begin
    perform from events_event where id = new.previous_id for share;
    return new;
end $$;
create trigger events_event_holds_its_previous before update of previous_id on events_event
    for each row when (old.previous_id is distinct from new.previous_id)
    execute function events_event_hold_previous();

create function events_registration_lock_sessions() returns trigger language plpgsql as $$
begin
    perform from events_session where id in (select session_id from events_seat where registration_id = new.id)
        order by id for no key update;
    perform from directory_person where id in (old.person_id, new.person_id) order by id for no key update;
    return new;
end $$;
create trigger events_registration_locks_its_sessions before update of organisation_id, person_id on events_registration
    for each row
    when (old.organisation_id is distinct from new.organisation_id or old.person_id is distinct from new.person_id)
    execute function events_registration_lock_sessions();

create function events_session_lock_people() returns trigger language plpgsql as $$
begin
    perform from directory_person
        where id in (select person_id from events_seat where session_id = new.id and state <> 'cancelled')
        order by id for no key update;
    return new;
end $$;
create trigger events_session_locks_its_people before update of starts_at, ends_at on events_session
    for each row when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at)
    execute function events_session_lock_people();
"""
UNLOCK = """
drop trigger events_session_locks_its_people on events_session;
drop function events_session_lock_people();
drop trigger events_registration_locks_its_sessions on events_registration;
drop function events_registration_lock_sessions();
drop trigger events_event_holds_its_previous on events_event;
drop function events_event_hold_previous();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0003_rules_hold_from_every_side")]
    operations = [
        migrations.RunSQL(FOLLOW.format(columns=COPIES), FOLLOW.format(columns="")),
        migrations.RunSQL(
            COUNT.format(columns="state, session_id, registration_id"), COUNT.format(columns="state, session_id")
        ),
        migrations.RunSQL(CLOSE, UNCLOSE),
        migrations.RunSQL(EMPTY, UNEMPTY),
        migrations.RunSQL(LOCK, UNLOCK),
    ]
