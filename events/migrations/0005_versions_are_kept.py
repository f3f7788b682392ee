import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.fields
import core.operations
import core.zones


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
        ("directory", "0006_versions_are_kept"),
        ("events", "0004_ranks_close_up"),
        ("partnerships", "0003_versions_are_kept"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="AgendaEntryThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "agendaentry",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.agendaentry",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.theme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – date proposée à l’agenda – thèmes",
                        "verbose_name_plural": "versions – date proposée à l’agenda – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgendaEntryVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="titre")),
                        ("description", models.TextField(blank=True, verbose_name="présentation")),
                        (
                            "first_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("first_day", core.fields.FuzzyDateField(verbose_name="premier jour")),
                        (
                            "last_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        (
                            "last_day",
                            core.fields.FuzzyDateField(
                                blank=True,
                                help_text="Vide si tout tient en un jour.",
                                null=True,
                                verbose_name="dernier jour",
                            ),
                        ),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="heure de début")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="heure de fin")),
                        (
                            "time_zone",
                            core.zones.TimeZoneField(
                                default="Europe/Paris", max_length=40, verbose_name="fuseau horaire"
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        ("url", models.URLField(blank=True, verbose_name="lien")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposée"),
                                    ("accepted", "dans l’agenda"),
                                    ("refused", "refusée"),
                                    ("withdrawn", "retirée"),
                                    ("cancelled", "annulée"),
                                ],
                                default="proposed",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="décidée le")),
                        ("reason", models.TextField(blank=True, verbose_name="raison")),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("internal", "CUF seulement"),
                                    ("group", "membres du groupe"),
                                    ("network", "tout le réseau"),
                                    ("public", "tout le monde"),
                                ],
                                default="group",
                                max_length=10,
                                verbose_name="visible de",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="décidée par",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.countrygroup",
                                verbose_name="groupe-pays",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="pour",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.agendaentry",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposée par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – date proposée à l’agenda",
                        "verbose_name_plural": "versions – date proposée à l’agenda",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnnouncedDateVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "first_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("first_day", core.fields.FuzzyDateField(verbose_name="premier jour")),
                        (
                            "last_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("last_day", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="dernier jour")),
                        (
                            "announced_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="annoncé le"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="raison")),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="par",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="événement",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.announceddate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – date annoncée",
                        "verbose_name_plural": "versions – date annoncée",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventOrganisersVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement – organisateurs",
                        "verbose_name_plural": "versions – événement – organisateurs",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventPartnershipsVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement – partenariats concernés",
                        "verbose_name_plural": "versions – événement – partenariats concernés",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventPlacesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "territory",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement – lieux",
                        "verbose_name_plural": "versions – événement – lieux",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.theme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement – thèmes",
                        "verbose_name_plural": "versions – événement – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("assises", "assises"),
                                    ("seminar", "séminaire intermédiaire"),
                                    ("forum", "forum"),
                                    ("committee", "comité de pilotage"),
                                    ("fair", "salon"),
                                    ("training", "formation"),
                                    ("other", "autre événement"),
                                ],
                                default="other",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="1, 2, 3…", null=True, verbose_name="édition"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titre")),
                        ("summary", models.TextField(blank=True, verbose_name="présentation")),
                        (
                            "first_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("first_day", core.fields.FuzzyDateField(verbose_name="premier jour")),
                        (
                            "last_day_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        (
                            "last_day",
                            core.fields.FuzzyDateField(
                                blank=True,
                                help_text="Vide s’il tient en un jour.",
                                null=True,
                                verbose_name="dernier jour",
                            ),
                        ),
                        (
                            "time_zone",
                            core.zones.TimeZoneField(
                                default="Europe/Paris", max_length=40, verbose_name="fuseau horaire"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposé"),
                                    ("tentative", "à confirmer"),
                                    ("confirmed", "confirmé"),
                                    ("postponed", "reporté"),
                                    ("cancelled", "annulé"),
                                ],
                                default="tentative",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=300, verbose_name="salle, adresse")),
                        (
                            "registration",
                            models.CharField(
                                choices=[
                                    ("none", "sans inscription"),
                                    ("external", "inscription chez l’organisateur"),
                                    ("open", "inscription ici"),
                                ],
                                default="none",
                                max_length=10,
                                verbose_name="inscription",
                            ),
                        ),
                        ("registration_url", models.URLField(blank=True, verbose_name="adresse de l’inscription")),
                        (
                            "registration_opens_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ouverture des inscriptions"),
                        ),
                        (
                            "registration_closes_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="clôture des inscriptions"),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("internal", "CUF seulement"),
                                    ("group", "membres du groupe"),
                                    ("network", "tout le réseau"),
                                    ("public", "tout le monde"),
                                ],
                                default="group",
                                max_length=10,
                                verbose_name="visible de",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.countrygroup",
                                verbose_name="groupe-pays",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.event",
                            ),
                        ),
                        (
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="fait suite à",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement",
                        "verbose_name_plural": "versions – événement",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LessonVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("conclusion", "conclusion"),
                                    ("lesson", "leçon retenue"),
                                    ("vigilance", "point de vigilance"),
                                ],
                                default="lesson",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="texte")),
                        (
                            "fate",
                            models.CharField(
                                blank=True,
                                choices=[("kept", "gardé"), ("changed", "modifié"), ("excluded", "écarté")],
                                max_length=10,
                                verbose_name="suite donnée",
                            ),
                        ),
                        ("fate_note", models.TextField(blank=True, verbose_name="en quels termes")),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="tiré de",
                            ),
                        ),
                        (
                            "fate_at",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="à l’édition",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.lesson",
                            ),
                        ),
                        (
                            "stated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="dit par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – leçon",
                        "verbose_name_plural": "versions – leçon",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanStepVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=300, verbose_name="étape")),
                        (
                            "due_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("due", core.fields.FuzzyDateField(verbose_name="échéance")),
                        (
                            "state",
                            models.CharField(
                                choices=[("to_do", "à faire"), ("done", "fait"), ("dropped", "abandonné")],
                                default="to_do",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="événement",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="responsable",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.planstep",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – étape de préparation",
                        "verbose_name_plural": "versions – étape de préparation",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RegistrationVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="événement",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="pour",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.person",
                                verbose_name="personne",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.registration",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="inscrit par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – inscription",
                        "verbose_name_plural": "versions – inscription",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeatVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("confirmed", "place confirmée"),
                                    ("offered", "place proposée"),
                                    ("waiting", "en attente"),
                                    ("cancelled", "annulée"),
                                ],
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("rank", models.PositiveIntegerField(blank=True, null=True, verbose_name="rang d’attente")),
                        (
                            "offered_until",
                            models.DateTimeField(blank=True, null=True, verbose_name="proposée jusqu’au"),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="annulée le")),
                        (
                            "during",
                            django.contrib.postgres.fields.ranges.DateTimeRangeField(
                                editable=False, verbose_name="horaire"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.person",
                                verbose_name="personne",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.seat",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.registration",
                                verbose_name="inscription",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.session",
                                verbose_name="temps",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – place",
                        "verbose_name_plural": "versions – place",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("plenary", "séance plénière"),
                                    ("workshop", "atelier"),
                                    ("field_visit", "visite de terrain"),
                                    ("stand", "stand"),
                                    ("committee", "comité"),
                                    ("other", "autre temps"),
                                ],
                                default="workshop",
                                max_length=12,
                                verbose_name="sorte",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titre")),
                        ("description", models.TextField(blank=True, verbose_name="présentation")),
                        ("starts_at", models.DateTimeField(verbose_name="début")),
                        ("ends_at", models.DateTimeField(verbose_name="fin")),
                        (
                            "time_zone",
                            core.zones.TimeZoneField(
                                default="Europe/Paris", max_length=40, verbose_name="fuseau horaire"
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        ("room", models.CharField(blank=True, max_length=120, verbose_name="salle")),
                        (
                            "capacity",
                            models.PositiveIntegerField(
                                blank=True, help_text="Vide : sans limite.", null=True, verbose_name="places"
                            ),
                        ),
                        (
                            "seats_per_organisation",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Vide : sans limite.",
                                null=True,
                                verbose_name="places par organisme",
                            ),
                        ),
                        ("is_cancelled", models.BooleanField(db_default=False, default=False, verbose_name="annulé")),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="événement",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versions",
                                to="events.session",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – temps",
                        "verbose_name_plural": "versions – temps",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgendaEntryThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "date proposée à l’agenda – thèmes",
                        "verbose_name_plural": "date proposée à l’agenda – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("events.agendaentry_themes",),
                ),
                migrations.CreateModel(
                    name="EventOrganisersLink",
                    fields=[],
                    options={
                        "verbose_name": "événement – organisateurs",
                        "verbose_name_plural": "événement – organisateurs",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("events.event_organisers",),
                ),
                migrations.CreateModel(
                    name="EventPartnershipsLink",
                    fields=[],
                    options={
                        "verbose_name": "événement – partenariats concernés",
                        "verbose_name_plural": "événement – partenariats concernés",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("events.event_partnerships",),
                ),
                migrations.CreateModel(
                    name="EventPlacesLink",
                    fields=[],
                    options={
                        "verbose_name": "événement – lieux",
                        "verbose_name_plural": "événement – lieux",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("events.event_places",),
                ),
                migrations.CreateModel(
                    name="EventThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "événement – thèmes",
                        "verbose_name_plural": "événement – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("events.event_themes",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentryversion" ("audience", "decided_at", "decided_by_id", "description", "ends_at", "first_day", "first_day_words", "group_id", "id", "last_day", "last_day_words", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "proposed_by_id", "reason", "starts_at", "state", "time_zone", "title", "url") SELECT new_values."audience", new_values."decided_at", new_values."decided_by_id", new_values."description", new_values."ends_at", new_values."first_day", new_values."first_day_words", new_values."group_id", new_values."id", new_values."last_day", new_values."last_day_words", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."place", new_values."proposed_by_id", new_values."reason", new_values."starts_at", new_values."state", new_values."time_zone", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c7b5e8539b8bae8eeb740095b7b0ad3672468ef",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_c629d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_agendaentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentryversion" ("audience", "decided_at", "decided_by_id", "description", "ends_at", "first_day", "first_day_words", "group_id", "id", "last_day", "last_day_words", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "proposed_by_id", "reason", "starts_at", "state", "time_zone", "title", "url") SELECT new_values."audience", new_values."decided_at", new_values."decided_by_id", new_values."description", new_values."ends_at", new_values."first_day", new_values."first_day_words", new_values."group_id", new_values."id", new_values."last_day", new_values."last_day_words", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."place", new_values."proposed_by_id", new_values."reason", new_values."starts_at", new_values."state", new_values."time_zone", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."decided_at" IS DISTINCT FROM (new_values."decided_at") OR old_values."decided_by_id" IS DISTINCT FROM (new_values."decided_by_id") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."ends_at" IS DISTINCT FROM (new_values."ends_at") OR old_values."first_day" IS DISTINCT FROM (new_values."first_day") OR old_values."first_day_words" IS DISTINCT FROM (new_values."first_day_words") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."last_day" IS DISTINCT FROM (new_values."last_day") OR old_values."last_day_words" IS DISTINCT FROM (new_values."last_day_words") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."place" IS DISTINCT FROM (new_values."place") OR old_values."proposed_by_id" IS DISTINCT FROM (new_values."proposed_by_id") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."starts_at" IS DISTINCT FROM (new_values."starts_at") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."url" IS DISTINCT FROM (new_values."url")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a4cabedde32c724bf3b0cfce9f6eb8d83525bcb8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_b9271",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_agendaentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentryversion" ("audience", "decided_at", "decided_by_id", "description", "ends_at", "first_day", "first_day_words", "group_id", "id", "last_day", "last_day_words", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "proposed_by_id", "reason", "starts_at", "state", "time_zone", "title", "url") SELECT old_values."audience", old_values."decided_at", old_values."decided_by_id", old_values."description", old_values."ends_at", old_values."first_day", old_values."first_day_words", old_values."group_id", old_values."id", old_values."last_day", old_values."last_day_words", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."place", old_values."proposed_by_id", old_values."reason", old_values."starts_at", old_values."state", old_values."time_zone", old_values."title", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f04291343fd85f92b0bec0bdbd95a972cec0d789",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_3f0d2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_agendaentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announceddate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_announceddateversion" ("announced_on", "by_id", "event_id", "first_day", "first_day_words", "id", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."announced_on", new_values."by_id", new_values."event_id", new_values."first_day", new_values."first_day_words", new_values."id", new_values."last_day", new_values."last_day_words", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1ff82598707fd5eddf5e74f1c53e5b666955336c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_3c144",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_announceddate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announceddate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_announceddateversion" ("announced_on", "by_id", "event_id", "first_day", "first_day_words", "id", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."announced_on", new_values."by_id", new_values."event_id", new_values."first_day", new_values."first_day_words", new_values."id", new_values."last_day", new_values."last_day_words", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a388608e8b5385b40e221de741548f38a1f9b423",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_7298f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_announceddate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announceddate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_announceddateversion" ("announced_on", "by_id", "event_id", "first_day", "first_day_words", "id", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."announced_on", old_values."by_id", old_values."event_id", old_values."first_day", old_values."first_day_words", old_values."id", old_values."last_day", old_values."last_day_words", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="48c0c17c1fd2c71c0ff11831277e30788295d08d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_88e86",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_announceddate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventversion" ("audience", "edition", "first_day", "first_day_words", "group_id", "id", "kind", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "registration", "registration_closes_at", "registration_opens_at", "registration_url", "status", "summary", "time_zone", "title", "venue") SELECT new_values."audience", new_values."edition", new_values."first_day", new_values."first_day_words", new_values."group_id", new_values."id", new_values."kind", new_values."last_day", new_values."last_day_words", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."previous_id", new_values."registration", new_values."registration_closes_at", new_values."registration_opens_at", new_values."registration_url", new_values."status", new_values."summary", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d0f4c9c66657fe7cc7a3216de0cfa86beefd6010",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_5caf1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventversion" ("audience", "edition", "first_day", "first_day_words", "group_id", "id", "kind", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "registration", "registration_closes_at", "registration_opens_at", "registration_url", "status", "summary", "time_zone", "title", "venue") SELECT new_values."audience", new_values."edition", new_values."first_day", new_values."first_day_words", new_values."group_id", new_values."id", new_values."kind", new_values."last_day", new_values."last_day_words", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."previous_id", new_values."registration", new_values."registration_closes_at", new_values."registration_opens_at", new_values."registration_url", new_values."status", new_values."summary", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."edition" IS DISTINCT FROM (new_values."edition") OR old_values."first_day" IS DISTINCT FROM (new_values."first_day") OR old_values."first_day_words" IS DISTINCT FROM (new_values."first_day_words") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."last_day" IS DISTINCT FROM (new_values."last_day") OR old_values."last_day_words" IS DISTINCT FROM (new_values."last_day_words") OR old_values."previous_id" IS DISTINCT FROM (new_values."previous_id") OR old_values."registration" IS DISTINCT FROM (new_values."registration") OR old_values."registration_closes_at" IS DISTINCT FROM (new_values."registration_closes_at") OR old_values."registration_opens_at" IS DISTINCT FROM (new_values."registration_opens_at") OR old_values."registration_url" IS DISTINCT FROM (new_values."registration_url") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."venue" IS DISTINCT FROM (new_values."venue")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e7b409076aaf3da14123b894aa08fa54dfa89b5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_fdd0d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventversion" ("audience", "edition", "first_day", "first_day_words", "group_id", "id", "kind", "last_day", "last_day_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "registration", "registration_closes_at", "registration_opens_at", "registration_url", "status", "summary", "time_zone", "title", "venue") SELECT old_values."audience", old_values."edition", old_values."first_day", old_values."first_day_words", old_values."group_id", old_values."id", old_values."kind", old_values."last_day", old_values."last_day_words", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."previous_id", old_values."registration", old_values."registration_closes_at", old_values."registration_opens_at", old_values."registration_url", old_values."status", old_values."summary", old_values."time_zone", old_values."title", old_values."venue" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="07f9a77293e484eaee09e5649c4789da89c5d485",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_0a5e3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_lessonversion" ("event_id", "fate", "fate_at_id", "fate_note", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "text") SELECT new_values."event_id", new_values."fate", new_values."fate_at_id", new_values."fate_note", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."stated_by_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="94886ef5495b182ebf4104364b26ba5dfb98d778",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_9ba42",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_lessonversion" ("event_id", "fate", "fate_at_id", "fate_note", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "text") SELECT new_values."event_id", new_values."fate", new_values."fate_at_id", new_values."fate_note", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."stated_by_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."fate" IS DISTINCT FROM (new_values."fate") OR old_values."fate_at_id" IS DISTINCT FROM (new_values."fate_at_id") OR old_values."fate_note" IS DISTINCT FROM (new_values."fate_note") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."stated_by_id" IS DISTINCT FROM (new_values."stated_by_id") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="269c61812e835512e9b6a671227f86f08175f9dd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_ce83b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_lessonversion" ("event_id", "fate", "fate_at_id", "fate_note", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "text") SELECT old_values."event_id", old_values."fate", old_values."fate_at_id", old_values."fate_note", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."stated_by_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5672ddd051cf480d349d1dce77fda510d774a0ec",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_7d822",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_planstepversion" ("done_on", "due", "due_words", "event_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text") SELECT new_values."done_on", new_values."due", new_values."due_words", new_values."event_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fb4d690c75d3671ce22438e41b6fb45558559dae",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_ae907",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_planstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_planstepversion" ("done_on", "due", "due_words", "event_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text") SELECT new_values."done_on", new_values."due", new_values."due_words", new_values."event_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."done_on" IS DISTINCT FROM (new_values."done_on") OR old_values."due" IS DISTINCT FROM (new_values."due") OR old_values."due_words" IS DISTINCT FROM (new_values."due_words") OR old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d6ca96aa3591a9778ed0de3ea90585f1580ad05c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_fab43",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_planstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_planstepversion" ("done_on", "due", "due_words", "event_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text") SELECT old_values."done_on", old_values."due", old_values."due_words", old_values."event_id", old_values."id", old_values."owner_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."state", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2692396e1af279ea0037f9fa4a8456e8e0426c0c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_d4813",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_planstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_registrationversion" ("event_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id") SELECT new_values."event_id", new_values."id", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."registered_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3bfd599b81ea63dfbc71b5df174d9578174faba6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_882ba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_registrationversion" ("event_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id") SELECT new_values."event_id", new_values."id", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."registered_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."registered_by_id" IS DISTINCT FROM (new_values."registered_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a9b31c42146b5b9e80091f386fafbd439faf0ae6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_82da3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="registration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_registrationversion" ("event_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id") SELECT old_values."event_id", old_values."id", old_values."organisation_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."registered_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d3eedf9ed497627324d656e63732717a3a1b48c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_e7a68",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_registration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_seatversion" ("cancelled_at", "during", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "registration_id", "session_id", "state") SELECT new_values."cancelled_at", new_values."during", new_values."id", new_values."offered_until", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."registration_id", new_values."session_id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd10d5e2889bd97b6551c638bc92855a481ee262",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_8f66b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_seatversion" ("cancelled_at", "during", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "registration_id", "session_id", "state") SELECT new_values."cancelled_at", new_values."during", new_values."id", new_values."offered_until", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."registration_id", new_values."session_id", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."cancelled_at" IS DISTINCT FROM (new_values."cancelled_at") OR old_values."during" IS DISTINCT FROM (new_values."during") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."offered_until" IS DISTINCT FROM (new_values."offered_until") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."registration_id" IS DISTINCT FROM (new_values."registration_id") OR old_values."session_id" IS DISTINCT FROM (new_values."session_id") OR old_values."state" IS DISTINCT FROM (new_values."state")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="af1e964db504f875d1bce3221c00eb2809c256c3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_409e4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_seatversion" ("cancelled_at", "during", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "registration_id", "session_id", "state") SELECT old_values."cancelled_at", old_values."during", old_values."id", old_values."offered_until", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."registration_id", old_values."session_id", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="84095de8dbaf17962e6987ec30c9e6438795916b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_180ab",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_sessionversion" ("capacity", "description", "ends_at", "event_id", "id", "is_cancelled", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "room", "seats_per_organisation", "starts_at", "time_zone", "title", "venue") SELECT new_values."capacity", new_values."description", new_values."ends_at", new_values."event_id", new_values."id", new_values."is_cancelled", new_values."kind", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."place_id", new_values."room", new_values."seats_per_organisation", new_values."starts_at", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="47729912c117b9c53c00aa0eab2334825832d544",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_62698",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_sessionversion" ("capacity", "description", "ends_at", "event_id", "id", "is_cancelled", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "room", "seats_per_organisation", "starts_at", "time_zone", "title", "venue") SELECT new_values."capacity", new_values."description", new_values."ends_at", new_values."event_id", new_values."id", new_values."is_cancelled", new_values."kind", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."place_id", new_values."room", new_values."seats_per_organisation", new_values."starts_at", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."capacity" IS DISTINCT FROM (new_values."capacity") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."ends_at" IS DISTINCT FROM (new_values."ends_at") OR old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_cancelled" IS DISTINCT FROM (new_values."is_cancelled") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."place_id" IS DISTINCT FROM (new_values."place_id") OR old_values."room" IS DISTINCT FROM (new_values."room") OR old_values."seats_per_organisation" IS DISTINCT FROM (new_values."seats_per_organisation") OR old_values."starts_at" IS DISTINCT FROM (new_values."starts_at") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."venue" IS DISTINCT FROM (new_values."venue")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be9227507529af5445b817a133dcc3c6aaec283a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_7beb2",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_sessionversion" ("capacity", "description", "ends_at", "event_id", "id", "is_cancelled", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "room", "seats_per_organisation", "starts_at", "time_zone", "title", "venue") SELECT old_values."capacity", old_values."description", old_values."ends_at", old_values."event_id", old_values."id", old_values."is_cancelled", old_values."kind", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."place_id", old_values."room", old_values."seats_per_organisation", old_values."starts_at", old_values."time_zone", old_values."title", old_values."venue" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="103e2959df8a8252885fe09786c226da38b7e72e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_5b82b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentrythemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentrythemesversion" ("agendaentry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."agendaentry_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="59d1647b02752a681e1c7a202b685f7a757798cc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_014b4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_agendaentry_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentrythemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentrythemesversion" ("agendaentry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."agendaentry_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6d10f9aabb1021fcd2c87bbf7484c8b86f0352e0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_03d6b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_agendaentry_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaentrythemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_agendaentrythemesversion" ("agendaentry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."agendaentry_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="23e4d0f40fdade38e35385414794b92d8674a9ce",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_65ffa",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_agendaentry_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventorganiserslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventorganisersversion" ("event_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."event_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="05ca041a0e4a575790039a6f7f9b2f2519c6492c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_db5e3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event_organisers",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventorganiserslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventorganisersversion" ("event_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."event_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cb04ca1e3800cce2ead257763d7d1ec611f49c57",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_eeefc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_event_organisers",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventorganiserslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventorganisersversion" ("event_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT old_values."event_id", old_values."id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d39bb03a92ff8252af539cd2f26fc8977e332461",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ded40",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event_organisers",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventpartnershipslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventpartnershipsversion" ("event_id", "id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."event_id", new_values."id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\' FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="90179f64ccfd37789c623dd56997ec2fe2a013c4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_c13cd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event_partnerships",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventpartnershipslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventpartnershipsversion" ("event_id", "id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT new_values."event_id", new_values."id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\' FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2e52f8cae5addfcedc50955d9d5a8b46c13f7d25",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_5659a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_event_partnerships",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventpartnershipslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventpartnershipsversion" ("event_id", "id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label") SELECT old_values."event_id", old_values."id", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\' FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0ffc6b3987b135ed45b715b85e466f2ce726d2b2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_40871",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event_partnerships",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventplaceslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventplacesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "territory_id") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."territory_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f221789083ab684258d9768a33f001e416a7d44a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_82474",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event_places",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventplaceslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventplacesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "territory_id") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."territory_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="21f1fb5f78c0fbf8a31471d2d76c692895065fff",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_dcafe",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_event_places",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventplaceslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventplacesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "territory_id") SELECT old_values."event_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."territory_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="14414bc92b934838828b4e60944b1d4fb6393bd0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ca288",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event_places",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventthemesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="424c9d866629c46271cff69e554be5babbb089d9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_95374",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventthemesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d88d68f103b7def26fac4ec3004f1312e0692e56",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_1a0ab",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="events_event_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventthemesversion" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."event_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9c3ed56b3afc9cf4b3c4bb3c524204dcc48b0314",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_2d05b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event_themes",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
