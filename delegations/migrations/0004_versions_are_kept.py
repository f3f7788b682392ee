import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.fields
import core.operations
import core.uploads
import core.zones
import delegations.passports


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
        ("delegations", "0003_requesters_write_again"),
        ("directory", "0006_versions_are_kept"),
        ("partnerships", "0003_versions_are_kept"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="ApproachAnswerVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("pending", "pas encore de réponse"),
                                    ("accepted", "acceptée"),
                                    ("conditional", "acceptée sous conditions"),
                                    ("declined", "déclinée"),
                                    ("no_capacity", "pas de disponibilité"),
                                ],
                                max_length=12,
                                verbose_name="réponse",
                            ),
                        ),
                        (
                            "conditions",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="conditions ou précisions",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="service mobilisé",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
                        (
                            "approach",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.approach",
                                verbose_name="sollicitation",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="par",
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
                                to="delegations.approachanswer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – réponse de collectivité",
                        "verbose_name_plural": "versions – réponse de collectivité",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApproachVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "origin",
                            models.CharField(
                                choices=[("direct", "directement"), ("cuf", "par CUF")],
                                default="cuf",
                                max_length=10,
                                verbose_name="sollicitée",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="sollicitée le"),
                        ),
                        ("deadline", models.DateField(verbose_name="réponse attendue le")),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="mot à la collectivité",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("pending", "pas encore de réponse"),
                                    ("accepted", "acceptée"),
                                    ("conditional", "acceptée sous conditions"),
                                    ("declined", "déclinée"),
                                    ("no_capacity", "pas de disponibilité"),
                                ],
                                default="pending",
                                max_length=12,
                                verbose_name="réponse",
                            ),
                        ),
                        (
                            "conditions",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="conditions ou précisions",
                            ),
                        ),
                        (
                            "service",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="service mobilisé",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Visible de CUF seulement.",
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="contact",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="répondu le")),
                        ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="relancée le")),
                        (
                            "reminders",
                            models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="relances"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="réponse notée par",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="notée par",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
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
                                verbose_name="collectivité",
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
                                to="delegations.approach",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – sollicitation",
                        "verbose_name_plural": "versions – sollicitation",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClosedPeriodVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="période")),
                        (
                            "label",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="motif",
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
                                to="delegations.closedperiod",
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.hostingprofile",
                                verbose_name="profil d’accueil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – période de fermeture",
                        "verbose_name_plural": "versions – période de fermeture",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "by_whom",
                            models.CharField(
                                blank=True,
                                help_text="Si l’organisme n’est pas dans l’annuaire.",
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="qui s’engage",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                validators=[delegations.passports.refuse_passport_data], verbose_name="engagement"
                            ),
                        ),
                        (
                            "due_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("due", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="échéance")),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "à tenir"), ("kept", "tenu"), ("dropped", "abandonné")],
                                default="open",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("settled_on", models.DateField(blank=True, null=True, verbose_name="réglé le")),
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
                            "outcome",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.outcome",
                                verbose_name="bilan",
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
                                to="delegations.commitment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – engagement",
                        "verbose_name_plural": "versions – engagement",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DelegationDocumentVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="titre",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                help_text="Un PDF de 20 Mo au plus, sans copie de passeport.",
                                upload_to="delegations/%Y/",
                                validators=[
                                    django.core.validators.FileExtensionValidator(["pdf"]),
                                    core.uploads.validate_pdf,
                                ],
                                verbose_name="document",
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
                                default="internal",
                                max_length=10,
                                verbose_name="visible de",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
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
                                to="delegations.delegationdocument",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – document de délégation",
                        "verbose_name_plural": "versions – document de délégation",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DelegationThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
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
                        "verbose_name": "version – délégation – thèmes",
                        "verbose_name_plural": "versions – délégation – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DelegationVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reference", models.CharField(editable=False, max_length=20, verbose_name="référence")),
                        (
                            "direction",
                            models.CharField(
                                choices=[("incoming", "reçue en France"), ("outgoing", "envoyée de France")],
                                default="incoming",
                                max_length=10,
                                verbose_name="sens",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="titre",
                            ),
                        ),
                        (
                            "sender_name",
                            models.CharField(
                                help_text="Tel qu’il est écrit.",
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="qui envoie la délégation",
                            ),
                        ),
                        (
                            "sender_place",
                            models.CharField(
                                blank=True,
                                help_text="Tel qu’il est écrit.",
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="d’où elle vient",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("national", "national"),
                                    ("regional", "province ou région"),
                                    ("intermediate", "préfecture ou département"),
                                    ("local", "ville, district ou commune"),
                                    ("other", "autre organisme"),
                                    ("unknown", "pas encore dit"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="niveau",
                            ),
                        ),
                        (
                            "head_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="chef de la délégation",
                            ),
                        ),
                        (
                            "head_function",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="fonction du chef de la délégation",
                            ),
                        ),
                        (
                            "size",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Vide s’il n’est pas connu.",
                                null=True,
                                verbose_name="nombre de personnes",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="objet de la visite",
                            ),
                        ),
                        (
                            "wished_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("wished", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="dates souhaitées")),
                        (
                            "dates_flexible",
                            models.BooleanField(
                                blank=True,
                                help_text="Vide si ce n’est pas dit.",
                                null=True,
                                verbose_name="dates souples",
                            ),
                        ),
                        (
                            "first_day",
                            models.DateField(blank=True, null=True, verbose_name="premier jour de la visite"),
                        ),
                        ("last_day", models.DateField(blank=True, null=True, verbose_name="dernier jour de la visite")),
                        (
                            "time_zone",
                            core.zones.TimeZoneField(
                                default="Europe/Paris", max_length=40, verbose_name="fuseau horaire"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("fr", "français"), ("en", "anglais"), ("zh", "chinois")], max_length=2
                                ),
                                blank=True,
                                default=list,
                                verbose_name="langues parlées",
                            ),
                        ),
                        (
                            "payer",
                            models.CharField(
                                choices=[
                                    ("sender", "qui envoie la délégation"),
                                    ("host", "qui la reçoit"),
                                    ("shared", "les deux"),
                                    ("unknown", "pas encore dit"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="qui paie",
                            ),
                        ),
                        (
                            "payer_note",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="précisions sur les frais",
                            ),
                        ),
                        (
                            "wished_hosts",
                            models.TextField(
                                blank=True,
                                help_text="Telles qu’elles sont écrites.",
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="collectivités souhaitées",
                            ),
                        ),
                        (
                            "contact_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="nom du contact",
                            ),
                        ),
                        (
                            "contact_email",
                            models.EmailField(blank=True, max_length=254, verbose_name="courriel du contact"),
                        ),
                        (
                            "contact_phone",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="téléphone du contact",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("fr", "français"), ("en", "anglais"), ("zh-hans", "chinois")],
                                default="fr",
                                max_length=10,
                                verbose_name="langue du demandeur",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="reçue le"),
                        ),
                        (
                            "received_by_way",
                            models.CharField(
                                choices=[
                                    ("form", "formulaire du portail"),
                                    ("mail", "courrier ou courriel"),
                                    ("embassy", "ambassade ou consulat"),
                                    ("ministry", "ministère"),
                                    ("member", "collectivité membre"),
                                    ("phone", "téléphone"),
                                    ("meeting", "réunion"),
                                ],
                                default="form",
                                max_length=10,
                                verbose_name="reçue par",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "reçue"),
                                    ("screened", "examinée"),
                                    ("qualified", "qualifiée"),
                                    ("approaching", "collectivités sollicitées"),
                                    ("scheduled", "programmée"),
                                    ("done", "visite faite"),
                                    ("closed", "close"),
                                    ("refused", "refusée"),
                                    ("cancelled", "annulée"),
                                ],
                                default="received",
                                editable=False,
                                max_length=12,
                                verbose_name="état",
                            ),
                        ),
                        ("is_suspect", models.BooleanField(db_default=False, default=False, verbose_name="douteuse")),
                        (
                            "suspicion",
                            models.CharField(blank=True, max_length=300, verbose_name="pourquoi elle est douteuse"),
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
                                default="internal",
                                max_length=10,
                                verbose_name="visible de",
                            ),
                        ),
                        (
                            "detail",
                            models.CharField(
                                choices=[
                                    ("existence", "qu’elle existe"),
                                    ("summary", "son résumé"),
                                    ("full", "tout, programme compris"),
                                ],
                                default="summary",
                                max_length=10,
                                verbose_name="ce qu’en lisent les autres membres",
                            ),
                        ),
                        (
                            "sending_key",
                            models.UUIDField(blank=True, editable=False, null=True, verbose_name="clé d’envoi"),
                        ),
                        (
                            "link_version",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, verbose_name="version du lien de suivi"
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
                                to="delegations.delegation",
                            ),
                        ),
                        (
                            "received_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="saisie par",
                            ),
                        ),
                        (
                            "sender",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="organisme qui l’envoie",
                            ),
                        ),
                        (
                            "sender_territory",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.territory",
                                verbose_name="territoire d’où elle vient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – délégation",
                        "verbose_name_plural": "versions – délégation",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HostingProfileThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "hostingprofile",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.hostingprofile",
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
                        "verbose_name": "version – profil d’accueil – thèmes",
                        "verbose_name_plural": "versions – profil d’accueil – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HostingProfileVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "capacity_per_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Vide s’il n’est pas connu.",
                                null=True,
                                verbose_name="délégations par mois, au plus",
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("fr", "français"), ("en", "anglais"), ("zh", "chinois")], max_length=2
                                ),
                                blank=True,
                                default=list,
                                verbose_name="langues parlées",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="précisions",
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
                                verbose_name="organisme",
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
                                to="delegations.hostingprofile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – profil d’accueil",
                        "verbose_name_plural": "versions – profil d’accueil",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OpinionVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("asked", "demandé"),
                                    ("favourable", "favorable"),
                                    ("reserved", "réservé"),
                                    ("unfavourable", "défavorable"),
                                    ("none", "pas d’avis"),
                                ],
                                default="asked",
                                max_length=12,
                                verbose_name="avis",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="texte de l’avis",
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="demandé le"),
                        ),
                        ("given_on", models.DateField(blank=True, null=True, verbose_name="donné le")),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="noté par",
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
                                verbose_name="organisme consulté",
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
                                to="delegations.opinion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – avis",
                        "verbose_name_plural": "versions – avis",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OutcomeVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "summary",
                            models.TextField(
                                validators=[delegations.passports.refuse_passport_data], verbose_name="bilan"
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
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
                                to="delegations.outcome",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="écrit par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – bilan",
                        "verbose_name_plural": "versions – bilan",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RequesterNoteVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "text",
                            models.TextField(
                                max_length=4000,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="message du demandeur",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
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
                                to="delegations.requesternote",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – message du demandeur",
                        "verbose_name_plural": "versions – message du demandeur",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StateChangeVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("received", "reçue"),
                                    ("screened", "examinée"),
                                    ("qualified", "qualifiée"),
                                    ("approaching", "collectivités sollicitées"),
                                    ("scheduled", "programmée"),
                                    ("done", "visite faite"),
                                    ("closed", "close"),
                                    ("refused", "refusée"),
                                    ("cancelled", "annulée"),
                                ],
                                max_length=12,
                                verbose_name="de",
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("received", "reçue"),
                                    ("screened", "examinée"),
                                    ("qualified", "qualifiée"),
                                    ("approaching", "collectivités sollicitées"),
                                    ("scheduled", "programmée"),
                                    ("done", "visite faite"),
                                    ("closed", "close"),
                                    ("refused", "refusée"),
                                    ("cancelled", "annulée"),
                                ],
                                max_length=12,
                                verbose_name="à",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
                        (
                            "reason",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="raison",
                            ),
                        ),
                        (
                            "message",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="message au demandeur",
                            ),
                        ),
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
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
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
                                to="delegations.statechange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – changement d’état",
                        "verbose_name_plural": "versions – changement d’état",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StopVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="intitulé",
                            ),
                        ),
                        (
                            "venue",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="lieu",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="début")),
                        ("ends_at", models.DateTimeField(verbose_name="fin")),
                        (
                            "time_zone",
                            core.zones.TimeZoneField(
                                default="Europe/Paris", max_length=40, verbose_name="fuseau horaire"
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Visible de CUF seulement.",
                                max_length=200,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="contact sur place",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(
                                choices=[
                                    ("unknown", "pas encore dit"),
                                    ("not_needed", "pas besoin"),
                                    ("by_delegation", "vient avec la délégation"),
                                    ("by_host", "fourni par l’hôte"),
                                    ("wanted", "à trouver"),
                                ],
                                default="unknown",
                                max_length=14,
                                verbose_name="interprète",
                            ),
                        ),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="précisions",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "prévue"), ("confirmed", "confirmée"), ("cancelled", "annulée")],
                                default="planned",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "cancelled_why",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                validators=[delegations.passports.refuse_passport_data],
                                verbose_name="raison de l’annulation",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="delegations.delegation",
                                verbose_name="délégation",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="hôte",
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
                                to="delegations.stop",
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
                        "verbose_name": "version – étape",
                        "verbose_name_plural": "versions – étape",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DelegationThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "délégation – thèmes",
                        "verbose_name_plural": "délégation – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("delegations.delegation_themes",),
                ),
                migrations.CreateModel(
                    name="HostingProfileThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "profil d’accueil – thèmes",
                        "verbose_name_plural": "profil d’accueil – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("delegations.hostingprofile_themes",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachversion" ("answer", "answered_at", "answered_by_id", "asked_by_id", "asked_on", "conditions", "contact", "deadline", "delegation_id", "id", "note", "organisation_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminders", "service") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_by_id", new_values."asked_on", new_values."conditions", new_values."contact", new_values."deadline", new_values."delegation_id", new_values."id", new_values."note", new_values."organisation_id", new_values."origin", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."reminded_at", new_values."reminders", new_values."service" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee40e8113da347c38ae2f70c2873b4ffb20c230b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_94375",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_approach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachversion" ("answer", "answered_at", "answered_by_id", "asked_by_id", "asked_on", "conditions", "contact", "deadline", "delegation_id", "id", "note", "organisation_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminders", "service") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_by_id", new_values."asked_on", new_values."conditions", new_values."contact", new_values."deadline", new_values."delegation_id", new_values."id", new_values."note", new_values."organisation_id", new_values."origin", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."reminded_at", new_values."reminders", new_values."service" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."answer" IS DISTINCT FROM (new_values."answer") OR old_values."answered_at" IS DISTINCT FROM (new_values."answered_at") OR old_values."answered_by_id" IS DISTINCT FROM (new_values."answered_by_id") OR old_values."asked_by_id" IS DISTINCT FROM (new_values."asked_by_id") OR old_values."asked_on" IS DISTINCT FROM (new_values."asked_on") OR old_values."conditions" IS DISTINCT FROM (new_values."conditions") OR old_values."contact" IS DISTINCT FROM (new_values."contact") OR old_values."deadline" IS DISTINCT FROM (new_values."deadline") OR old_values."delegation_id" IS DISTINCT FROM (new_values."delegation_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."origin" IS DISTINCT FROM (new_values."origin") OR old_values."reminded_at" IS DISTINCT FROM (new_values."reminded_at") OR old_values."reminders" IS DISTINCT FROM (new_values."reminders") OR old_values."service" IS DISTINCT FROM (new_values."service")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e31fe22e001244efb76cc7b721083265324d3799",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_53530",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_approach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachversion" ("answer", "answered_at", "answered_by_id", "asked_by_id", "asked_on", "conditions", "contact", "deadline", "delegation_id", "id", "note", "organisation_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminders", "service") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_by_id", old_values."asked_on", old_values."conditions", old_values."contact", old_values."deadline", old_values."delegation_id", old_values."id", old_values."note", old_values."organisation_id", old_values."origin", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."reminded_at", old_values."reminders", old_values."service" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="03fc30b951fbf078e19260fd44daba70923978e4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_69c3d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_approach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approachanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachanswerversion" ("answer", "approach_id", "at", "by_id", "conditions", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") SELECT new_values."answer", new_values."approach_id", new_values."at", new_values."by_id", new_values."conditions", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."service" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="468a6d75125ce2ab628216e47d1bb3a1dec2b58c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_adc3f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_approachanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approachanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachanswerversion" ("answer", "approach_id", "at", "by_id", "conditions", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") SELECT new_values."answer", new_values."approach_id", new_values."at", new_values."by_id", new_values."conditions", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."service" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="43238a4ee233dea1c6af1b4cdf3b850e08e58e9d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_0f25c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_approachanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approachanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_approachanswerversion" ("answer", "approach_id", "at", "by_id", "conditions", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service") SELECT old_values."answer", old_values."approach_id", old_values."at", old_values."by_id", old_values."conditions", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."service" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="448d1e9e202491e6d65e528ad3f985e104461153",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_696cd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_approachanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closedperiod",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_closedperiodversion" ("id", "label", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id") SELECT new_values."id", new_values."label", new_values."period", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."profile_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="38abd5e0e743c12fa057acf8b19ea597a7005742",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_6c3c1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_closedperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closedperiod",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_closedperiodversion" ("id", "label", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id") SELECT new_values."id", new_values."label", new_values."period", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."profile_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4f37984220830e30b5ae54a4e6140f713a3d5b63",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_778c9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_closedperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="closedperiod",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_closedperiodversion" ("id", "label", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_id") SELECT old_values."id", old_values."label", old_values."period", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."profile_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fdfa61192171a2949a7e7366a35d8a1d27f8a0ec",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_8f8f4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_closedperiod",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_commitmentversion" ("by_whom", "due", "due_words", "id", "organisation_id", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "state", "text") SELECT new_values."by_whom", new_values."due", new_values."due_words", new_values."id", new_values."organisation_id", new_values."outcome_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."settled_on", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bed22c3678775180e8cbc698bfcea59e35f3eebd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_269ae",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_commitmentversion" ("by_whom", "due", "due_words", "id", "organisation_id", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "state", "text") SELECT new_values."by_whom", new_values."due", new_values."due_words", new_values."id", new_values."organisation_id", new_values."outcome_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."settled_on", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."by_whom" IS DISTINCT FROM (new_values."by_whom") OR old_values."due" IS DISTINCT FROM (new_values."due") OR old_values."due_words" IS DISTINCT FROM (new_values."due_words") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."outcome_id" IS DISTINCT FROM (new_values."outcome_id") OR old_values."settled_on" IS DISTINCT FROM (new_values."settled_on") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="252c039032e5c096cfde1a3e3c3f125d2882cb76",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_48b7a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_commitmentversion" ("by_whom", "due", "due_words", "id", "organisation_id", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "state", "text") SELECT old_values."by_whom", old_values."due", old_values."due_words", old_values."id", old_values."organisation_id", old_values."outcome_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."settled_on", old_values."state", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fbeeb84dac867145c81df63165b9bbf898fd5619",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_a2a61",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationversion" ("audience", "contact_email", "contact_name", "contact_phone", "dates_flexible", "detail", "direction", "first_day", "group_id", "head_function", "head_name", "id", "is_suspect", "language", "languages", "last_day", "level", "link_version", "partnership_id", "payer", "payer_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "received_by_id", "received_by_way", "received_on", "reference", "sender_id", "sender_name", "sender_place", "sender_territory_id", "sending_key", "size", "state", "suspicion", "time_zone", "title", "wished", "wished_hosts", "wished_words") SELECT new_values."audience", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."dates_flexible", new_values."detail", new_values."direction", new_values."first_day", new_values."group_id", new_values."head_function", new_values."head_name", new_values."id", new_values."is_suspect", new_values."language", new_values."languages", new_values."last_day", new_values."level", new_values."link_version", new_values."partnership_id", new_values."payer", new_values."payer_note", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."purpose", new_values."received_by_id", new_values."received_by_way", new_values."received_on", new_values."reference", new_values."sender_id", new_values."sender_name", new_values."sender_place", new_values."sender_territory_id", new_values."sending_key", new_values."size", new_values."state", new_values."suspicion", new_values."time_zone", new_values."title", new_values."wished", new_values."wished_hosts", new_values."wished_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="45e62effe20dcc6120f65a721eb3dd321ff62145",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_a711e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationversion" ("audience", "contact_email", "contact_name", "contact_phone", "dates_flexible", "detail", "direction", "first_day", "group_id", "head_function", "head_name", "id", "is_suspect", "language", "languages", "last_day", "level", "link_version", "partnership_id", "payer", "payer_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "received_by_id", "received_by_way", "received_on", "reference", "sender_id", "sender_name", "sender_place", "sender_territory_id", "sending_key", "size", "state", "suspicion", "time_zone", "title", "wished", "wished_hosts", "wished_words") SELECT new_values."audience", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."dates_flexible", new_values."detail", new_values."direction", new_values."first_day", new_values."group_id", new_values."head_function", new_values."head_name", new_values."id", new_values."is_suspect", new_values."language", new_values."languages", new_values."last_day", new_values."level", new_values."link_version", new_values."partnership_id", new_values."payer", new_values."payer_note", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."purpose", new_values."received_by_id", new_values."received_by_way", new_values."received_on", new_values."reference", new_values."sender_id", new_values."sender_name", new_values."sender_place", new_values."sender_territory_id", new_values."sending_key", new_values."size", new_values."state", new_values."suspicion", new_values."time_zone", new_values."title", new_values."wished", new_values."wished_hosts", new_values."wished_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."contact_email" IS DISTINCT FROM (new_values."contact_email") OR old_values."contact_name" IS DISTINCT FROM (new_values."contact_name") OR old_values."contact_phone" IS DISTINCT FROM (new_values."contact_phone") OR old_values."dates_flexible" IS DISTINCT FROM (new_values."dates_flexible") OR old_values."detail" IS DISTINCT FROM (new_values."detail") OR old_values."direction" IS DISTINCT FROM (new_values."direction") OR old_values."first_day" IS DISTINCT FROM (new_values."first_day") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."head_function" IS DISTINCT FROM (new_values."head_function") OR old_values."head_name" IS DISTINCT FROM (new_values."head_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_suspect" IS DISTINCT FROM (new_values."is_suspect") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."languages" IS DISTINCT FROM (new_values."languages") OR old_values."last_day" IS DISTINCT FROM (new_values."last_day") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."link_version" IS DISTINCT FROM (new_values."link_version") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."payer" IS DISTINCT FROM (new_values."payer") OR old_values."payer_note" IS DISTINCT FROM (new_values."payer_note") OR old_values."purpose" IS DISTINCT FROM (new_values."purpose") OR old_values."received_by_id" IS DISTINCT FROM (new_values."received_by_id") OR old_values."received_by_way" IS DISTINCT FROM (new_values."received_by_way") OR old_values."received_on" IS DISTINCT FROM (new_values."received_on") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."sender_id" IS DISTINCT FROM (new_values."sender_id") OR old_values."sender_name" IS DISTINCT FROM (new_values."sender_name") OR old_values."sender_place" IS DISTINCT FROM (new_values."sender_place") OR old_values."sender_territory_id" IS DISTINCT FROM (new_values."sender_territory_id") OR old_values."sending_key" IS DISTINCT FROM (new_values."sending_key") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."suspicion" IS DISTINCT FROM (new_values."suspicion") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."wished" IS DISTINCT FROM (new_values."wished") OR old_values."wished_hosts" IS DISTINCT FROM (new_values."wished_hosts") OR old_values."wished_words" IS DISTINCT FROM (new_values."wished_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bd4640ff71dea7365be06a4f4ed6c58cf53006c5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_6e0b4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationversion" ("audience", "contact_email", "contact_name", "contact_phone", "dates_flexible", "detail", "direction", "first_day", "group_id", "head_function", "head_name", "id", "is_suspect", "language", "languages", "last_day", "level", "link_version", "partnership_id", "payer", "payer_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "received_by_id", "received_by_way", "received_on", "reference", "sender_id", "sender_name", "sender_place", "sender_territory_id", "sending_key", "size", "state", "suspicion", "time_zone", "title", "wished", "wished_hosts", "wished_words") SELECT old_values."audience", old_values."contact_email", old_values."contact_name", old_values."contact_phone", old_values."dates_flexible", old_values."detail", old_values."direction", old_values."first_day", old_values."group_id", old_values."head_function", old_values."head_name", old_values."id", old_values."is_suspect", old_values."language", old_values."languages", old_values."last_day", old_values."level", old_values."link_version", old_values."partnership_id", old_values."payer", old_values."payer_note", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."purpose", old_values."received_by_id", old_values."received_by_way", old_values."received_on", old_values."reference", old_values."sender_id", old_values."sender_name", old_values."sender_place", old_values."sender_territory_id", old_values."sending_key", old_values."size", old_values."state", old_values."suspicion", old_values."time_zone", old_values."title", old_values."wished", old_values."wished_hosts", old_values."wished_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e6aa6cd65156df2b03bbf4fac992a298cffd207",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_38d8b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationdocumentversion" ("audience", "delegation_id", "file", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."audience", new_values."delegation_id", new_values."file", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9fecda32b48fb38d831e391d0b63fd5100c83c2b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_9d63f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_delegationdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationdocumentversion" ("audience", "delegation_id", "file", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."audience", new_values."delegation_id", new_values."file", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."delegation_id" IS DISTINCT FROM (new_values."delegation_id") OR old_values."file" IS DISTINCT FROM (new_values."file") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."title" IS DISTINCT FROM (new_values."title")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3604000601043ad01f8d89ea7396947bf774ac31",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_08993",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_delegationdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationdocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationdocumentversion" ("audience", "delegation_id", "file", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."audience", old_values."delegation_id", old_values."file", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4a37901a4458dcd4e117e0a3dfba4fee3ffc90d1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_e2ca3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_delegationdocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofileversion" ("capacity_per_month", "id", "languages", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."capacity_per_month", new_values."id", new_values."languages", new_values."note", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0114a4b1e69604485c05cdb27237eb4bf2b01d8b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_2c08b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_hostingprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofileversion" ("capacity_per_month", "id", "languages", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."capacity_per_month", new_values."id", new_values."languages", new_values."note", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."capacity_per_month" IS DISTINCT FROM (new_values."capacity_per_month") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."languages" IS DISTINCT FROM (new_values."languages") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9b6b12070e58e12f528602b5fa53816f6d7ae00e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_f60f4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_hostingprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofile",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofileversion" ("capacity_per_month", "id", "languages", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."capacity_per_month", old_values."id", old_values."languages", old_values."note", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d653cce3321b357bfcded506427783a03ca325e8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_fd9b2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_hostingprofile",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_opinionversion" ("asked_on", "delegation_id", "given_by_id", "given_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."asked_on", new_values."delegation_id", new_values."given_by_id", new_values."given_on", new_values."id", new_values."kind", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e1efdfa9d4f6c0fbb9ba93d868a0bbf33cafc2d6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_25545",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_opinionversion" ("asked_on", "delegation_id", "given_by_id", "given_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."asked_on", new_values."delegation_id", new_values."given_by_id", new_values."given_on", new_values."id", new_values."kind", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."asked_on" IS DISTINCT FROM (new_values."asked_on") OR old_values."delegation_id" IS DISTINCT FROM (new_values."delegation_id") OR old_values."given_by_id" IS DISTINCT FROM (new_values."given_by_id") OR old_values."given_on" IS DISTINCT FROM (new_values."given_on") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="699d77d26854f57aedebb5d4494e9357b6ab7a3c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_26ebf",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opinion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_opinionversion" ("asked_on", "delegation_id", "given_by_id", "given_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."asked_on", old_values."delegation_id", old_values."given_by_id", old_values."given_on", old_values."id", old_values."kind", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b434d1236aceb3eb5c6b96ea2fbcd5aa7b880535",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_1eab8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_opinion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outcome",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_outcomeversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary", "written_by_id") SELECT new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."summary", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d46dda152bd32533ed69eadd4344ab0da8a2caa",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_2a275",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_outcome",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outcome",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_outcomeversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary", "written_by_id") SELECT new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."summary", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."delegation_id" IS DISTINCT FROM (new_values."delegation_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."written_by_id" IS DISTINCT FROM (new_values."written_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d96a31c46822dc13f2d6fb3eba5c4f5341f82aaa",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_1bf1b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_outcome",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outcome",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_outcomeversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary", "written_by_id") SELECT old_values."delegation_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."summary", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="50c6ef18a10cf07b9a4837e06eacf75d94c94605",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_0dd6d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_outcome",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requesternote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_requesternoteversion" ("at", "delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."at", new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ea082f07e5254ba32ba09fc3962203ccb3b7b2a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_62a4b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_requesternote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requesternote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_requesternoteversion" ("at", "delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."at", new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="98fab7542e0fd0473473489d717731e4fb42ba54",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_de22b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_requesternote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requesternote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_requesternoteversion" ("at", "delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."at", old_values."delegation_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="81766c54cd11eb1f2aaeb67f84bd0c47a66d82c5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ba450",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_requesternote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_statechangeversion" ("at", "by_id", "delegation_id", "from_state", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") SELECT new_values."at", new_values."by_id", new_values."delegation_id", new_values."from_state", new_values."id", new_values."message", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."reason", new_values."to_state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fba7bf30d98308ca498c0144fd9ba9f05596f700",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_51415",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_statechangeversion" ("at", "by_id", "delegation_id", "from_state", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") SELECT new_values."at", new_values."by_id", new_values."delegation_id", new_values."from_state", new_values."id", new_values."message", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."reason", new_values."to_state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="21e5e81d0c768c7fc5ac3eba7e066a6569cd2443",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_ea578",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_statechangeversion" ("at", "by_id", "delegation_id", "from_state", "id", "message", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") SELECT old_values."at", old_values."by_id", old_values."delegation_id", old_values."from_state", old_values."id", old_values."message", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."reason", old_values."to_state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fca4b9e37bc2f1559ab90d4ac6cef3e102d3fd10",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_fc1da",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stop",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_stopversion" ("cancelled_why", "contact", "delegation_id", "ends_at", "host_id", "id", "interpreter", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "starts_at", "state", "time_zone", "title", "venue") SELECT new_values."cancelled_why", new_values."contact", new_values."delegation_id", new_values."ends_at", new_values."host_id", new_values."id", new_values."interpreter", new_values."notes", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."place_id", new_values."starts_at", new_values."state", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd484307f295182b23221daa5a925b1ce00b9919",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_1d0b8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_stop",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stop",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_stopversion" ("cancelled_why", "contact", "delegation_id", "ends_at", "host_id", "id", "interpreter", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "starts_at", "state", "time_zone", "title", "venue") SELECT new_values."cancelled_why", new_values."contact", new_values."delegation_id", new_values."ends_at", new_values."host_id", new_values."id", new_values."interpreter", new_values."notes", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."place_id", new_values."starts_at", new_values."state", new_values."time_zone", new_values."title", new_values."venue" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."cancelled_why" IS DISTINCT FROM (new_values."cancelled_why") OR old_values."contact" IS DISTINCT FROM (new_values."contact") OR old_values."delegation_id" IS DISTINCT FROM (new_values."delegation_id") OR old_values."ends_at" IS DISTINCT FROM (new_values."ends_at") OR old_values."host_id" IS DISTINCT FROM (new_values."host_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."interpreter" IS DISTINCT FROM (new_values."interpreter") OR old_values."notes" IS DISTINCT FROM (new_values."notes") OR old_values."place_id" IS DISTINCT FROM (new_values."place_id") OR old_values."starts_at" IS DISTINCT FROM (new_values."starts_at") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."venue" IS DISTINCT FROM (new_values."venue")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4f34f3e55cc31590295634fe9cfa6707be03707f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_e1d27",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_stop",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stop",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_stopversion" ("cancelled_why", "contact", "delegation_id", "ends_at", "host_id", "id", "interpreter", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "starts_at", "state", "time_zone", "title", "venue") SELECT old_values."cancelled_why", old_values."contact", old_values."delegation_id", old_values."ends_at", old_values."host_id", old_values."id", old_values."interpreter", old_values."notes", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."place_id", old_values."starts_at", old_values."state", old_values."time_zone", old_values."title", old_values."venue" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f6662cb28837023134a04aa580609c1c08cfc012",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_7093c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_stop",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationthemesversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea585223fd316127473b07d76f41853b17b8b976",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_de68e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_delegation_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationthemesversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."delegation_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e692520ad2fe41edf061173be5b6c4d8d6f01826",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_493e9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_delegation_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_delegationthemesversion" ("delegation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."delegation_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="89891788ac58b23c5059a99624af0da35bf05824",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ba11b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_delegation_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofilethemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofilethemesversion" ("hostingprofile_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."hostingprofile_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="37bb458f29ec8d13223595fc914d034789a1d8a4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_99b62",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="delegations_hostingprofile_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofilethemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofilethemesversion" ("hostingprofile_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."hostingprofile_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4d49dfe3ad992a4df571b3e2d9e8a9d9e917b609",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_61eb1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="delegations_hostingprofile_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="hostingprofilethemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "delegations_hostingprofilethemesversion" ("hostingprofile_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."hostingprofile_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5a804fa88f1111a3fcdac5b6cc4fbaf920e694ab",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_5763f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="delegations_hostingprofile_themes",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
