import django.db.models.deletion
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
        ("contenttypes", "0002_remove_content_type_name"),
        ("directory", "0006_versions_are_kept"),
        ("events", "0005_versions_are_kept"),
        ("meetings", "0004_an_announcement_may_lead_to_an_event"),
        ("partnerships", "0003_versions_are_kept"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="ActionItemVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        ("text", models.TextField(verbose_name="action")),
                        (
                            "due_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("due", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="échéance")),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "à faire"), ("done", "fait"), ("dropped", "abandonné")],
                                default="open",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="faite le")),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.actionitem",
                                verbose_name="reprise de",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.actionitem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – action",
                        "verbose_name_plural": "versions – action",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItemVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        ("title", models.CharField(max_length=300, verbose_name="point")),
                        (
                            "minutes_planned",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="durée prévue, en minutes"
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.agendaitem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – point de l’ordre du jour",
                        "verbose_name_plural": "versions – point de l’ordre du jour",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnnouncementItemVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("session", "temps"),
                                    ("stand", "stand"),
                                    ("committee", "comité"),
                                    ("note", "note"),
                                ],
                                default="session",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="texte")),
                        ("day", models.DateField(blank=True, null=True, verbose_name="jour")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="début")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="fin")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        (
                            "announcement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.announcement",
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
                                to="meetings.announcementitem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – point de l’événement",
                        "verbose_name_plural": "versions – point de l’événement",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnnouncementVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        ("title", models.CharField(max_length=300, verbose_name="événement")),
                        (
                            "when_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("when", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="quand")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        (
                            "registration_required",
                            models.BooleanField(default=False, verbose_name="inscription obligatoire"),
                        ),
                        ("is_past", models.BooleanField(default=False, verbose_name="déjà tenu")),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="events.event",
                                verbose_name="événement du portail",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.announcement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – événement annoncé",
                        "verbose_name_plural": "versions – événement annoncé",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        ("function", models.CharField(blank=True, max_length=300, verbose_name="fonction dite")),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("present", "présent"),
                                    ("excused", "excusé"),
                                    ("absent", "absent"),
                                    ("represented", "représenté"),
                                ],
                                default="present",
                                max_length=12,
                                verbose_name="présence",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("chair", "présidence"),
                                    ("facilitator", "animation"),
                                    ("representative", "représentation"),
                                    ("speaker", "intervention"),
                                    ("participant", "participation"),
                                ],
                                default="participant",
                                max_length=16,
                                verbose_name="rôle",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[("elected", "niveau politique"), ("technical", "niveau technique")],
                                max_length=10,
                                verbose_name="niveau",
                            ),
                        ),
                        ("part", models.CharField(blank=True, max_length=120, verbose_name="partie de la réunion")),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="meetings.attendance",
                            ),
                        ),
                        (
                            "represented_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.attendance",
                                verbose_name="représenté par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – présence",
                        "verbose_name_plural": "versions – présence",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DecisionVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("decision", "décision"),
                                    ("conclusion", "conclusion"),
                                    ("position", "position"),
                                    ("information", "information"),
                                ],
                                default="decision",
                                max_length=12,
                                verbose_name="sorte",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="texte")),
                        ("details", models.TextField(blank=True, verbose_name="précisions")),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.decision",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – décision",
                        "verbose_name_plural": "versions – décision",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeetingVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("group", "réunion du groupe-pays"),
                                    ("committee", "comité de pilotage"),
                                    ("workshop", "atelier"),
                                    ("other", "autre réunion"),
                                ],
                                default="group",
                                max_length=10,
                                verbose_name="sorte",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titre")),
                        ("first_day", models.DateField(verbose_name="jour")),
                        (
                            "last_day",
                            models.DateField(
                                blank=True,
                                help_text="Vide si la réunion tient en un jour.",
                                null=True,
                                verbose_name="dernier jour",
                            ),
                        ),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="début")),
                        ("ends_at", models.TimeField(blank=True, null=True, verbose_name="fin")),
                        (
                            "time_zone",
                            models.CharField(
                                default="Europe/Paris",
                                max_length=40,
                                validators=[core.zones.validate_time_zone],
                                verbose_name="fuseau horaire",
                            ),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("on_site", "sur place"),
                                    ("remote", "à distance"),
                                    ("hybrid", "sur place et à distance"),
                                ],
                                default="on_site",
                                max_length=10,
                                verbose_name="mode",
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="adresse")),
                        ("access", models.CharField(blank=True, max_length=300, verbose_name="accès")),
                        ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                        (
                            "genre",
                            models.CharField(
                                choices=[("minutes", "compte rendu"), ("decisions", "relevé de décisions")],
                                default="minutes",
                                max_length=10,
                                verbose_name="genre du document",
                            ),
                        ),
                        (
                            "minutes_state",
                            models.CharField(
                                choices=[
                                    ("to_write", "à écrire"),
                                    ("draft", "brouillon"),
                                    ("amendment", "en relecture"),
                                    ("approved", "approuvé"),
                                    ("published", "publié"),
                                ],
                                default="to_write",
                                max_length=10,
                                verbose_name="état du compte rendu",
                            ),
                        ),
                        ("version_on", models.DateField(blank=True, null=True, verbose_name="version du")),
                        (
                            "is_cancelled",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Elle reste dans la liste et dans l’agenda, barrée.",
                                verbose_name="annulée",
                            ),
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
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – réunion",
                        "verbose_name_plural": "versions – réunion",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MinutesImportVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("sha256", models.CharField(max_length=64, verbose_name="empreinte")),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="nom du fichier")),
                        ("kind", models.CharField(max_length=10, verbose_name="sorte de document")),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="importé par",
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.minutesimport",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – import de compte rendu",
                        "verbose_name_plural": "versions – import de compte rendu",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProposalVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveIntegerField(verbose_name="rang")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meeting", "réunion"),
                                    ("person", "personne"),
                                    ("organisation", "organisme"),
                                    ("partnership", "partenariat"),
                                    ("wish", "recherche de partenaire"),
                                    ("authority", "collectivité sans territoire nommé"),
                                    ("institution", "partenaire institutionnel"),
                                    ("section", "partie du texte"),
                                    ("event", "événement"),
                                    ("action", "action"),
                                    ("conclusion", "conclusion"),
                                    ("position", "position"),
                                ],
                                max_length=12,
                                verbose_name="sorte",
                            ),
                        ),
                        (
                            "fields",
                            models.JSONField(help_text="Décrites dans docs/import.md.", verbose_name="valeurs lues"),
                        ),
                        ("match", models.JSONField(blank=True, null=True, verbose_name="rapprochement")),
                        ("confidence", models.FloatField(verbose_name="confiance")),
                        (
                            "doubts",
                            models.JSONField(
                                blank=True, default=list, help_text="Liste de {code, message}.", verbose_name="doutes"
                            ),
                        ),
                        ("page", models.PositiveSmallIntegerField(verbose_name="page")),
                        ("line", models.PositiveIntegerField(verbose_name="ligne")),
                        ("excerpt", models.TextField(blank=True, verbose_name="extrait")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "à revoir"),
                                    ("accepted", "accepté"),
                                    ("corrected", "accepté après correction"),
                                    ("rejected", "rejeté"),
                                ],
                                default="pending",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="décidé le")),
                        ("object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "content_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
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
                                verbose_name="décidé par",
                            ),
                        ),
                        (
                            "minutes_import",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.minutesimport",
                                verbose_name="import",
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
                                to="meetings.proposal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – proposition",
                        "verbose_name_plural": "versions – proposition",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoundTableEntryVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("partnership", "partenariat"),
                                    ("wish", "recherche de partenaire"),
                                    ("authority", "collectivité sans territoire nommé"),
                                    ("institution", "partenaire institutionnel"),
                                ],
                                default="partnership",
                                max_length=12,
                                verbose_name="sorte",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True,
                                help_text="Tel que le document l’écrit.",
                                max_length=300,
                                verbose_name="libellé",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="ce qui a été dit")),
                        ("milestone", models.TextField(blank=True, verbose_name="jalon")),
                        ("actors", models.TextField(blank=True, verbose_name="acteurs associés")),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.partnership",
                                verbose_name="partenariat",
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
                                to="meetings.roundtableentry",
                            ),
                        ),
                        (
                            "wish",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.partnerwish",
                                verbose_name="recherche",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – intervention du tour de table",
                        "verbose_name_plural": "versions – intervention du tour de table",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SectionVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False,
                                help_text="Ne sort d’aucun document diffusé.",
                                verbose_name="interne à CUF",
                            ),
                        ),
                        (
                            "page",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="page"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="ligne"),
                        ),
                        ("excerpt", models.TextField(blank=True, editable=False, verbose_name="extrait")),
                        ("title", models.CharField(blank=True, max_length=300, verbose_name="titre")),
                        ("body", models.TextField(blank=True, verbose_name="texte")),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
                                verbose_name="réunion",
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
                                to="meetings.section",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – partie du compte rendu",
                        "verbose_name_plural": "versions – partie du compte rendu",
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_actionitemversion" ("carried_from_id", "done_on", "due", "due_words", "excerpt", "id", "is_internal", "line", "meeting_id", "owner_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state", "text") SELECT new_values."carried_from_id", new_values."done_on", new_values."due", new_values."due_words", new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."owner_id", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c35b16fb8ec6bccbf0446919678e5c5ede9a5254",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_4f143",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_actionitemversion" ("carried_from_id", "done_on", "due", "due_words", "excerpt", "id", "is_internal", "line", "meeting_id", "owner_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state", "text") SELECT new_values."carried_from_id", new_values."done_on", new_values."due", new_values."due_words", new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."owner_id", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."carried_from_id" IS DISTINCT FROM (new_values."carried_from_id") OR old_values."done_on" IS DISTINCT FROM (new_values."done_on") OR old_values."due" IS DISTINCT FROM (new_values."due") OR old_values."due_words" IS DISTINCT FROM (new_values."due_words") OR old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="936f21ab477956ae6d9ec8dd687e836ae51965d0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_d5d90",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_actionitemversion" ("carried_from_id", "done_on", "due", "due_words", "excerpt", "id", "is_internal", "line", "meeting_id", "owner_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state", "text") SELECT old_values."carried_from_id", old_values."done_on", old_values."due", old_values."due_words", old_values."excerpt", old_values."id", old_values."is_internal", old_values."line", old_values."meeting_id", old_values."owner_id", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."state", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce7cef44e188bb65fd1b6d1b4bed17e2ea7a2ab6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_95daa",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_actionitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_agendaitemversion" ("excerpt", "id", "is_internal", "line", "meeting_id", "minutes_planned", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."minutes_planned", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e2bd727f29f0ca8aa7ffa5460f35edae1a19c64",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_fc244",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_agendaitemversion" ("excerpt", "id", "is_internal", "line", "meeting_id", "minutes_planned", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."minutes_planned", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."minutes_planned" IS DISTINCT FROM (new_values."minutes_planned") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."title" IS DISTINCT FROM (new_values."title")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1288af348d2fb5eaf2ff6b87845536d1a9f5cd84",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_23395",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_agendaitemversion" ("excerpt", "id", "is_internal", "line", "meeting_id", "minutes_planned", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT old_values."excerpt", old_values."id", old_values."is_internal", old_values."line", old_values."meeting_id", old_values."minutes_planned", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="535ffb1f7bde169695bee75d283a4f0d877c6d9b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_3a1b7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementversion" ("event_id", "excerpt", "id", "is_internal", "is_past", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "registration_required", "title", "when", "when_words") SELECT new_values."event_id", new_values."excerpt", new_values."id", new_values."is_internal", new_values."is_past", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."place", new_values."rank", new_values."registration_required", new_values."title", new_values."when", new_values."when_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="10e9df99764d8738e4cc92d41e9c1e15debea7d4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_5e55a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_announcement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementversion" ("event_id", "excerpt", "id", "is_internal", "is_past", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "registration_required", "title", "when", "when_words") SELECT new_values."event_id", new_values."excerpt", new_values."id", new_values."is_internal", new_values."is_past", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."place", new_values."rank", new_values."registration_required", new_values."title", new_values."when", new_values."when_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."is_past" IS DISTINCT FROM (new_values."is_past") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."place" IS DISTINCT FROM (new_values."place") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."registration_required" IS DISTINCT FROM (new_values."registration_required") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."when" IS DISTINCT FROM (new_values."when") OR old_values."when_words" IS DISTINCT FROM (new_values."when_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="93df5e9a86697dd7fda7d2a3742f31739c2908f5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_20fb5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_announcement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementversion" ("event_id", "excerpt", "id", "is_internal", "is_past", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "registration_required", "title", "when", "when_words") SELECT old_values."event_id", old_values."excerpt", old_values."id", old_values."is_internal", old_values."is_past", old_values."line", old_values."meeting_id", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."place", old_values."rank", old_values."registration_required", old_values."title", old_values."when", old_values."when_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e9b8ca32e1078c0e98088093b7ec8a7b63702a2f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_939f9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_announcement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcementitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementitemversion" ("announcement_id", "day", "ends_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "starts_at", "text") SELECT new_values."announcement_id", new_values."day", new_values."ends_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."place", new_values."rank", new_values."starts_at", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6fd204b7b8e10f723efce9cf832c8c56894d5b28",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_db6e3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_announcementitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcementitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementitemversion" ("announcement_id", "day", "ends_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "starts_at", "text") SELECT new_values."announcement_id", new_values."day", new_values."ends_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."place", new_values."rank", new_values."starts_at", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ec279cf9fec4e332f3c3e94f1e0da339923a7008",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_dc0d6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_announcementitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="announcementitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_announcementitemversion" ("announcement_id", "day", "ends_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "rank", "starts_at", "text") SELECT old_values."announcement_id", old_values."day", old_values."ends_at", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."place", old_values."rank", old_values."starts_at", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8f4c4eb8a3f2b7fa9d96097f6c71927ac3021a37",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_29ad1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_announcementitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_attendanceversion" ("excerpt", "function", "id", "is_internal", "level", "line", "meeting_id", "organisation_id", "page", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "rank", "represented_by_id", "role") SELECT new_values."excerpt", new_values."function", new_values."id", new_values."is_internal", new_values."level", new_values."line", new_values."meeting_id", new_values."organisation_id", new_values."page", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."presence", new_values."rank", new_values."represented_by_id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4a47f399f82f7b01196688c2626bf71576161a8c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_eb773",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_attendanceversion" ("excerpt", "function", "id", "is_internal", "level", "line", "meeting_id", "organisation_id", "page", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "rank", "represented_by_id", "role") SELECT new_values."excerpt", new_values."function", new_values."id", new_values."is_internal", new_values."level", new_values."line", new_values."meeting_id", new_values."organisation_id", new_values."page", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."presence", new_values."rank", new_values."represented_by_id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."function" IS DISTINCT FROM (new_values."function") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."part" IS DISTINCT FROM (new_values."part") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."presence" IS DISTINCT FROM (new_values."presence") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."represented_by_id" IS DISTINCT FROM (new_values."represented_by_id") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="370a030533361eed47b9de6fed9f99d6049e2662",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_90d39",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_attendanceversion" ("excerpt", "function", "id", "is_internal", "level", "line", "meeting_id", "organisation_id", "page", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "rank", "represented_by_id", "role") SELECT old_values."excerpt", old_values."function", old_values."id", old_values."is_internal", old_values."level", old_values."line", old_values."meeting_id", old_values."organisation_id", old_values."page", old_values."part", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."presence", old_values."rank", old_values."represented_by_id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7059ab1ae62b39e26d7c10e1918959abbbbcc1b9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_2e971",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_decisionversion" ("details", "excerpt", "id", "is_internal", "kind", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text") SELECT new_values."details", new_values."excerpt", new_values."id", new_values."is_internal", new_values."kind", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b80918a1de4e12de5fdb1fdc644caba507738526",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_3327b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_decisionversion" ("details", "excerpt", "id", "is_internal", "kind", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text") SELECT new_values."details", new_values."excerpt", new_values."id", new_values."is_internal", new_values."kind", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."details" IS DISTINCT FROM (new_values."details") OR old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="410c4baa4780a33bb8bc1eed56fca5a7157297ea",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_ede7d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_decisionversion" ("details", "excerpt", "id", "is_internal", "kind", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text") SELECT old_values."details", old_values."excerpt", old_values."id", old_values."is_internal", old_values."kind", old_values."line", old_values."meeting_id", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bd6f1be5d1b6f805845d2320ef1deedcf425a866",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_218b6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_meetingversion" ("access", "address", "audience", "ends_at", "first_day", "genre", "group_id", "id", "introduction", "is_cancelled", "kind", "last_day", "minutes_state", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "time_zone", "title", "venue", "version_on") SELECT new_values."access", new_values."address", new_values."audience", new_values."ends_at", new_values."first_day", new_values."genre", new_values."group_id", new_values."id", new_values."introduction", new_values."is_cancelled", new_values."kind", new_values."last_day", new_values."minutes_state", new_values."mode", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."starts_at", new_values."time_zone", new_values."title", new_values."venue", new_values."version_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e32febbf921a877ba3596a7385c324805cc31ee1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_d21ca",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_meetingversion" ("access", "address", "audience", "ends_at", "first_day", "genre", "group_id", "id", "introduction", "is_cancelled", "kind", "last_day", "minutes_state", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "time_zone", "title", "venue", "version_on") SELECT new_values."access", new_values."address", new_values."audience", new_values."ends_at", new_values."first_day", new_values."genre", new_values."group_id", new_values."id", new_values."introduction", new_values."is_cancelled", new_values."kind", new_values."last_day", new_values."minutes_state", new_values."mode", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."starts_at", new_values."time_zone", new_values."title", new_values."venue", new_values."version_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."access" IS DISTINCT FROM (new_values."access") OR old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."ends_at" IS DISTINCT FROM (new_values."ends_at") OR old_values."first_day" IS DISTINCT FROM (new_values."first_day") OR old_values."genre" IS DISTINCT FROM (new_values."genre") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."introduction" IS DISTINCT FROM (new_values."introduction") OR old_values."is_cancelled" IS DISTINCT FROM (new_values."is_cancelled") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."last_day" IS DISTINCT FROM (new_values."last_day") OR old_values."minutes_state" IS DISTINCT FROM (new_values."minutes_state") OR old_values."mode" IS DISTINCT FROM (new_values."mode") OR old_values."starts_at" IS DISTINCT FROM (new_values."starts_at") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."venue" IS DISTINCT FROM (new_values."venue") OR old_values."version_on" IS DISTINCT FROM (new_values."version_on")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f76a5ff0cadae39975a71f09587b0c23458e36f1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_40453",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_meetingversion" ("access", "address", "audience", "ends_at", "first_day", "genre", "group_id", "id", "introduction", "is_cancelled", "kind", "last_day", "minutes_state", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "time_zone", "title", "venue", "version_on") SELECT old_values."access", old_values."address", old_values."audience", old_values."ends_at", old_values."first_day", old_values."genre", old_values."group_id", old_values."id", old_values."introduction", old_values."is_cancelled", old_values."kind", old_values."last_day", old_values."minutes_state", old_values."mode", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."starts_at", old_values."time_zone", old_values."title", old_values."venue", old_values."version_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="83db6569bfd7ebef11e2c9caca733a2e9dab8594",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_582e2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="minutesimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_minutesimportversion" ("created_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") SELECT new_values."created_by_id", new_values."group_id", new_values."id", new_values."kind", new_values."meeting_id", new_values."name", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."sha256" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="092d227b0f0972fa73be14d48ced7636b9bab9e0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_dc50d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_minutesimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="minutesimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_minutesimportversion" ("created_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") SELECT new_values."created_by_id", new_values."group_id", new_values."id", new_values."kind", new_values."meeting_id", new_values."name", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."sha256" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_by_id" IS DISTINCT FROM (new_values."created_by_id") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fca6ecfbbd9562179e42bb3bc95790573022103d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_c381d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_minutesimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="minutesimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_minutesimportversion" ("created_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") SELECT old_values."created_by_id", old_values."group_id", old_values."id", old_values."kind", old_values."meeting_id", old_values."name", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."sha256" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e38eeb8e977a2e799f84db4236f201e81e190233",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_08874",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_minutesimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="proposal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_proposalversion" ("confidence", "content_type_id", "decided_at", "decided_by_id", "doubts", "excerpt", "fields", "id", "kind", "line", "match", "minutes_import_id", "object_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state") SELECT new_values."confidence", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."doubts", new_values."excerpt", new_values."fields", new_values."id", new_values."kind", new_values."line", new_values."match", new_values."minutes_import_id", new_values."object_id", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0c31628dce8b1ec225d26a4ea57ff779fd3d7c2e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_55340",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_proposal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="proposal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_proposalversion" ("confidence", "content_type_id", "decided_at", "decided_by_id", "doubts", "excerpt", "fields", "id", "kind", "line", "match", "minutes_import_id", "object_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state") SELECT new_values."confidence", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."doubts", new_values."excerpt", new_values."fields", new_values."id", new_values."kind", new_values."line", new_values."match", new_values."minutes_import_id", new_values."object_id", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a5679d6adb93f1e725e3aa5ac91c6d754ab6def",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_123cd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_proposal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="proposal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_proposalversion" ("confidence", "content_type_id", "decided_at", "decided_by_id", "doubts", "excerpt", "fields", "id", "kind", "line", "match", "minutes_import_id", "object_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "state") SELECT old_values."confidence", old_values."content_type_id", old_values."decided_at", old_values."decided_by_id", old_values."doubts", old_values."excerpt", old_values."fields", old_values."id", old_values."kind", old_values."line", old_values."match", old_values."minutes_import_id", old_values."object_id", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="269f47522cc1dfec736b645790019f56761cdec0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_fc1cb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_proposal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roundtableentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_roundtableentryversion" ("actors", "excerpt", "id", "is_internal", "kind", "label", "line", "meeting_id", "milestone", "organisation_id", "page", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "wish_id") SELECT new_values."actors", new_values."excerpt", new_values."id", new_values."is_internal", new_values."kind", new_values."label", new_values."line", new_values."meeting_id", new_values."milestone", new_values."organisation_id", new_values."page", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."text", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="306ae3a5868602f75d174fe43ccf91d11a8a3c84",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_5fada",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_roundtableentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roundtableentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_roundtableentryversion" ("actors", "excerpt", "id", "is_internal", "kind", "label", "line", "meeting_id", "milestone", "organisation_id", "page", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "wish_id") SELECT new_values."actors", new_values."excerpt", new_values."id", new_values."is_internal", new_values."kind", new_values."label", new_values."line", new_values."meeting_id", new_values."milestone", new_values."organisation_id", new_values."page", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."text", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."actors" IS DISTINCT FROM (new_values."actors") OR old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."label" IS DISTINCT FROM (new_values."label") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."milestone" IS DISTINCT FROM (new_values."milestone") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."wish_id" IS DISTINCT FROM (new_values."wish_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6a43628f8b025480c4f528264871a1edf0a24ed0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_734d9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_roundtableentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roundtableentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_roundtableentryversion" ("actors", "excerpt", "id", "is_internal", "kind", "label", "line", "meeting_id", "milestone", "organisation_id", "page", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "wish_id") SELECT old_values."actors", old_values."excerpt", old_values."id", old_values."is_internal", old_values."kind", old_values."label", old_values."line", old_values."meeting_id", old_values."milestone", old_values."organisation_id", old_values."page", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."text", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ba64a27c2525ebe7ec3f623cc51c6e9784d8e1af",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_933aa",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_roundtableentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_sectionversion" ("body", "excerpt", "id", "is_internal", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT new_values."body", new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."rank", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="93497cb313aeaf0093a0cb07f2928ab18ee0b5a2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_2b2dc",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="meetings_section",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_sectionversion" ("body", "excerpt", "id", "is_internal", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT new_values."body", new_values."excerpt", new_values."id", new_values."is_internal", new_values."line", new_values."meeting_id", new_values."page", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."rank", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."body" IS DISTINCT FROM (new_values."body") OR old_values."excerpt" IS DISTINCT FROM (new_values."excerpt") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_internal" IS DISTINCT FROM (new_values."is_internal") OR old_values."line" IS DISTINCT FROM (new_values."line") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."page" IS DISTINCT FROM (new_values."page") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."title" IS DISTINCT FROM (new_values."title")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7bf0505443093a57f485831dd066691b26d2ae4d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_f1681",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="meetings_section",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "meetings_sectionversion" ("body", "excerpt", "id", "is_internal", "line", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "title") SELECT old_values."body", old_values."excerpt", old_values."id", old_values."is_internal", old_values."line", old_values."meeting_id", old_values."page", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."rank", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d7d08fa49f461bda9bde2aa3aaa00e052dc5891",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_f9f77",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="meetings_section",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
