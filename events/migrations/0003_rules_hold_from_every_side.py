from django.conf import settings
from django.db import migrations, models

import core.constraints
import core.operations


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_no_period_is_empty"),
        ("events", "0002_seats_are_counted_by_the_database"),
        ("partnerships", "0001_partnerships"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="seat",
            name="events_seat_waiting_means_ranked",
        ),
        migrations.RemoveConstraint(
            model_name="seat",
            name="events_seat_within_the_share",
        ),
        migrations.AddConstraint(
            model_name="announceddate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_day__isnull", True),
                    ("last_day__isnull", True),
                    ("first_day__startswith__lt", models.F("last_day__endswith")),
                    _connector="OR",
                ),
                name="events_announceddate_days_in_order",
                violation_error_message="La fin précède le début.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=core.constraints.TriggerConstraint(
                columns=("previous_id",),
                condition="NOT EXISTS (\n    WITH RECURSIVE chain (id) AS (\n        SELECT NEW.previous_id\n        UNION SELECT event.previous_id FROM events_event AS event JOIN chain ON event.id = chain.id)\n    SELECT FROM chain WHERE chain.id = NEW.id)",
                name="events_event_without_loop",
                violation_error_message="Cet événement lui fait déjà suite : choisissez-en un autre.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=core.constraints.TriggerConstraint(
                columns=("organisation_id",),
                condition="NOT EXISTS (\n    SELECT FROM events_seat AS mine JOIN events_session AS session ON session.id = mine.session_id\n    WHERE mine.registration_id = NEW.id AND mine.state <> 'cancelled' AND session.seats_per_organisation < (\n        SELECT count(*) FROM events_seat AS seat\n        JOIN events_registration AS registration ON registration.id = seat.registration_id\n        WHERE seat.session_id = session.id AND seat.state <> 'cancelled'\n            AND registration.organisation_id = NEW.organisation_id))",
                name="events_registration_within_the_share",
                violation_error_message="L’autre organisme a déjà toutes les places auxquelles il a droit pour un de ces temps.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=core.constraints.TriggerConstraint(
                columns=("event_id",),
                condition="NOT EXISTS (\n    SELECT FROM events_seat AS seat JOIN events_session AS session ON session.id = seat.session_id\n    WHERE seat.registration_id = NEW.id AND session.event_id <> NEW.event_id)",
                name="events_registration_keeps_its_event",
                violation_error_message="Cette inscription a des places : elle reste à son événement.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rank__gte", 1), ("rank__isnull", False), ("state", "waiting")),
                    models.Q(models.Q(("state", "waiting"), _negated=True), ("rank__isnull", True)),
                    _connector="OR",
                ),
                name="events_seat_waiting_means_ranked",
                violation_error_message="Qui attend a un rang, et personne d’autre.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=core.constraints.TriggerConstraint(
                columns=("state", "registration_id"),
                condition="NEW.state = 'cancelled' OR NOT EXISTS (\n    SELECT FROM events_session AS session\n    JOIN events_seat AS seat ON seat.session_id = session.id AND seat.state <> 'cancelled'\n    JOIN events_registration AS registration ON registration.id = seat.registration_id\n    WHERE session.id = NEW.session_id AND registration.organisation_id = (\n        SELECT organisation_id FROM events_registration WHERE id = NEW.registration_id)\n    GROUP BY session.id HAVING count(*) > session.seats_per_organisation)",
                name="events_seat_within_the_share",
                violation_error_message="Cet organisme a déjà toutes les places auxquelles il a droit pour ce temps.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=core.constraints.TriggerConstraint(
                columns=("state",),
                condition="NEW.state = 'cancelled' OR EXISTS (\n    SELECT FROM events_session WHERE id = NEW.session_id AND NOT is_cancelled)",
                name="events_seat_in_a_session_held",
                violation_error_message="Ce temps est annulé : il n’y a plus de place à prendre.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=core.constraints.TriggerConstraint(
                columns=("event_id",),
                condition="NOT EXISTS (\n    SELECT FROM events_seat AS seat JOIN events_registration AS registration ON registration.id = seat.registration_id\n    WHERE seat.session_id = NEW.id AND registration.event_id <> NEW.event_id)",
                name="events_session_keeps_its_event",
                violation_error_message="Des personnes y sont inscrites : ce temps reste à son événement.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=core.constraints.TriggerConstraint(
                columns=("seats_per_organisation",),
                condition="NEW.seats_per_organisation IS NULL OR NOT EXISTS (\n    SELECT FROM events_seat AS seat JOIN events_registration AS registration ON registration.id = seat.registration_id\n    WHERE seat.session_id = NEW.id AND seat.state <> 'cancelled'\n    GROUP BY registration.organisation_id HAVING count(*) > NEW.seats_per_organisation)",
                name="events_session_shares_held",
                violation_error_message="Un organisme a déjà plus de places que cela pour ce temps.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=core.constraints.TriggerConstraint(
                columns=("is_cancelled",),
                condition="NOT NEW.is_cancelled OR NOT EXISTS (\n    SELECT FROM events_seat WHERE session_id = NEW.id AND state <> 'cancelled')",
                name="events_session_cancelled_without_seats",
                violation_error_message="Des personnes y ont encore une place : annulez ce temps avec ses places.",
            ),
        ),
    ]
    operations = core.operations.at_once(operations)
