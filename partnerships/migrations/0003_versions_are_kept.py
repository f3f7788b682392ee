import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.fields
import core.operations
import core.uploads


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
        ("directory", "0006_versions_are_kept"),
        ("partnerships", "0002_milestones_and_agreements_count_their_revisions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="AgreementVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("twinning", "jumelage"),
                                    ("cooperation_agreement", "accord de coopération"),
                                    ("convention", "convention"),
                                    ("friendship_charter", "charte d’amitié"),
                                    ("letter_of_intent", "lettre d’intention"),
                                    ("mou", "protocole d’accord"),
                                    ("project", "partenariat-projet"),
                                ],
                                max_length=24,
                                verbose_name="forme",
                            ),
                        ),
                        ("object", models.TextField(blank=True, verbose_name="objet")),
                        (
                            "provisional_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un montant n’est pas négatif ; laissez vide s’il n’est pas connu."
                                    )
                                ],
                                verbose_name="montant prévisionnel, en euros",
                            ),
                        ),
                        ("deliberated_on", models.DateField(blank=True, null=True, verbose_name="délibéré le")),
                        (
                            "signed_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("signed", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="signé")),
                        (
                            "transmitted_on",
                            models.DateField(
                                blank=True,
                                help_text="La convention prend effet ce jour-là.",
                                null=True,
                                verbose_name="transmis au préfet le",
                            ),
                        ),
                        (
                            "since_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("since", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="en vigueur depuis")),
                        (
                            "until_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("until", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="jusqu’à")),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                help_text="Un PDF de 20 Mo au plus.",
                                upload_to="agreements/%Y/",
                                validators=[
                                    django.core.validators.FileExtensionValidator(["pdf"]),
                                    core.uploads.validate_pdf,
                                ],
                                verbose_name="document",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="partnerships.agreement",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.agreement",
                                verbose_name="remplace",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – accord",
                        "verbose_name_plural": "versions – accord",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "when_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        (
                            "when",
                            core.fields.FuzzyDateField(
                                blank=True,
                                help_text="Vide si la date n’est pas encore connue.",
                                null=True,
                                verbose_name="quand",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("started", "début"),
                                    ("anniversary", "anniversaire"),
                                    ("opening", "inauguration"),
                                    ("visit", "visite"),
                                    ("planned", "projet envisagé"),
                                    ("other", "autre jalon"),
                                ],
                                default="other",
                                max_length=12,
                                verbose_name="sorte",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="jalon")),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="partnerships.milestone",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – jalon",
                        "verbose_name_plural": "versions – jalon",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ParticipantVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("co_lead", "co-chef de file"),
                                    ("associate", "acteur associé"),
                                    ("funder", "financeur"),
                                    ("operator", "opérateur"),
                                    ("office", "bureau sur place"),
                                ],
                                default="associate",
                                max_length=10,
                                verbose_name="rôle",
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
                            "partnership",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="partnerships.participant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – organisme associé",
                        "verbose_name_plural": "versions – organisme associé",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                        "verbose_name": "version – partenariat – thèmes",
                        "verbose_name_plural": "versions – partenariat – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("intention", "intention"),
                                    ("negotiating", "en négociation"),
                                    ("active", "actif"),
                                    ("dormant", "en sommeil"),
                                    ("suspended", "suspendu"),
                                    ("ended", "terminé"),
                                ],
                                default="active",
                                max_length=12,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "form_stated",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("twinning", "jumelage"),
                                    ("cooperation_agreement", "accord de coopération"),
                                    ("convention", "convention"),
                                    ("friendship_charter", "charte d’amitié"),
                                    ("letter_of_intent", "lettre d’intention"),
                                    ("mou", "protocole d’accord"),
                                    ("project", "partenariat-projet"),
                                ],
                                help_text="Telle qu’elle est dite, tant qu’aucun accord n’est connu.",
                                max_length=24,
                                verbose_name="forme déclarée",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="titre")),
                        ("summary", models.TextField(blank=True, verbose_name="objet")),
                        (
                            "since_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("since", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="depuis")),
                        (
                            "until_words",
                            core.fields.FuzzyWordsField(blank=True, default="", editable=False, max_length=120),
                        ),
                        ("until", core.fields.FuzzyDateField(blank=True, null=True, verbose_name="jusqu’à")),
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
                            "source",
                            models.TextField(
                                blank=True,
                                help_text="D’où vient ce que dit la fiche : document, page, date.",
                                verbose_name="source",
                            ),
                        ),
                        ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="vérifié le")),
                        (
                            "confirmed_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("authority", "par la collectivité"),
                                    ("meeting", "en réunion"),
                                    ("officer", "par CUF"),
                                ],
                                max_length=10,
                                verbose_name="vérifié comment",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vérifié par",
                            ),
                        ),
                        (
                            "confirmed_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="au nom de",
                            ),
                        ),
                        (
                            "foreign_side",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="côté étranger",
                            ),
                        ),
                        (
                            "french_side",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="directory.organisation",
                                verbose_name="côté français",
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
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – partenariat",
                        "verbose_name_plural": "versions – partenariat",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerWishThemesVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "partnerwish",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.partnerwish",
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
                        "verbose_name": "version – recherche de partenaire – thèmes",
                        "verbose_name_plural": "versions – recherche de partenaire – thèmes",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerWishVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "sought",
                            models.CharField(
                                help_text="Par exemple : ville ou province portuaire.",
                                max_length=300,
                                verbose_name="territoire recherché",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="précisions")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "cherche un partenaire"),
                                    ("talking", "en discussion"),
                                    ("met", "partenaire trouvé"),
                                    ("withdrawn", "retiré"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="état",
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
                            "became",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.partnership",
                                verbose_name="devenu le partenariat",
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
                                to="partnerships.partnerwish",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – recherche de partenaire",
                        "verbose_name_plural": "versions – recherche de partenaire",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "partenariat – thèmes",
                        "verbose_name_plural": "partenariat – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("partnerships.partnership_themes",),
                ),
                migrations.CreateModel(
                    name="PartnerWishThemesLink",
                    fields=[],
                    options={
                        "verbose_name": "recherche de partenaire – thèmes",
                        "verbose_name_plural": "recherche de partenaire – thèmes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("partnerships.partnerwish_themes",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_agreementversion" ("deliberated_on", "file", "form", "id", "object", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional_amount", "replaces_id", "signed", "signed_words", "since", "since_words", "transmitted_on", "until", "until_words") SELECT new_values."deliberated_on", new_values."file", new_values."form", new_values."id", new_values."object", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."provisional_amount", new_values."replaces_id", new_values."signed", new_values."signed_words", new_values."since", new_values."since_words", new_values."transmitted_on", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="dd6d49049d779e52fdc4a354e8b43604f3ed4273",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_8e043",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_agreementversion" ("deliberated_on", "file", "form", "id", "object", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional_amount", "replaces_id", "signed", "signed_words", "since", "since_words", "transmitted_on", "until", "until_words") SELECT new_values."deliberated_on", new_values."file", new_values."form", new_values."id", new_values."object", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."provisional_amount", new_values."replaces_id", new_values."signed", new_values."signed_words", new_values."since", new_values."since_words", new_values."transmitted_on", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."deliberated_on" IS DISTINCT FROM (new_values."deliberated_on") OR old_values."file" IS DISTINCT FROM (new_values."file") OR old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."object" IS DISTINCT FROM (new_values."object") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."provisional_amount" IS DISTINCT FROM (new_values."provisional_amount") OR old_values."replaces_id" IS DISTINCT FROM (new_values."replaces_id") OR old_values."signed" IS DISTINCT FROM (new_values."signed") OR old_values."signed_words" IS DISTINCT FROM (new_values."signed_words") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."since_words" IS DISTINCT FROM (new_values."since_words") OR old_values."transmitted_on" IS DISTINCT FROM (new_values."transmitted_on") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."until_words" IS DISTINCT FROM (new_values."until_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c8c5bc93a3a23ff2787f82e7733aaff7ddd7165c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_75ef8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_agreementversion" ("deliberated_on", "file", "form", "id", "object", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional_amount", "replaces_id", "signed", "signed_words", "since", "since_words", "transmitted_on", "until", "until_words") SELECT old_values."deliberated_on", old_values."file", old_values."form", old_values."id", old_values."object", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."provisional_amount", old_values."replaces_id", old_values."signed", old_values."signed_words", old_values."since", old_values."since_words", old_values."transmitted_on", old_values."until", old_values."until_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="95a03eb1e837f1c6e35e17992f7f0d65f7a6c375",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_7eae1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_milestoneversion" ("id", "kind", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "when", "when_words") SELECT new_values."id", new_values."kind", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."text", new_values."when", new_values."when_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a454854be58935fd54c8e0cbd8403b1dc37501f9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_d4c5f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_milestoneversion" ("id", "kind", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "when", "when_words") SELECT new_values."id", new_values."kind", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."text", new_values."when", new_values."when_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."partnership_id" IS DISTINCT FROM (new_values."partnership_id") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."when" IS DISTINCT FROM (new_values."when") OR old_values."when_words" IS DISTINCT FROM (new_values."when_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0bdb68d4a4cdc4b88755ff0ea5371d42c21d81a9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_edc33",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_milestoneversion" ("id", "kind", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "when", "when_words") SELECT old_values."id", old_values."kind", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."text", old_values."when", old_values."when_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4665a54b36f507b9444ddb798e35cc2d69d0c5e0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_a8061",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_participantversion" ("id", "organisation_id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."organisation_id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="631650d96d721ae9a229dc534d1abcb695a81a98",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_c94ef",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_participantversion" ("id", "organisation_id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."id", new_values."organisation_id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7cc86710a8e2a585281f85793ba9257d8a4a05bf",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_70d5b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_participantversion" ("id", "organisation_id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."id", old_values."organisation_id", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5f1365499aa783f52663e8e857020118a564e6e9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ba7fb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipversion" ("audience", "confirmed_by_id", "confirmed_for_id", "confirmed_how", "confirmed_on", "foreign_side_id", "form_stated", "french_side_id", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "source", "status", "summary", "title", "until", "until_words") SELECT new_values."audience", new_values."confirmed_by_id", new_values."confirmed_for_id", new_values."confirmed_how", new_values."confirmed_on", new_values."foreign_side_id", new_values."form_stated", new_values."french_side_id", new_values."group_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."since", new_values."since_words", new_values."source", new_values."status", new_values."summary", new_values."title", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7ff53b951dff78fbeb0692001730a0d9df90e76e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_df01f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_partnership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipversion" ("audience", "confirmed_by_id", "confirmed_for_id", "confirmed_how", "confirmed_on", "foreign_side_id", "form_stated", "french_side_id", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "source", "status", "summary", "title", "until", "until_words") SELECT new_values."audience", new_values."confirmed_by_id", new_values."confirmed_for_id", new_values."confirmed_how", new_values."confirmed_on", new_values."foreign_side_id", new_values."form_stated", new_values."french_side_id", new_values."group_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."since", new_values."since_words", new_values."source", new_values."status", new_values."summary", new_values."title", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."confirmed_by_id" IS DISTINCT FROM (new_values."confirmed_by_id") OR old_values."confirmed_for_id" IS DISTINCT FROM (new_values."confirmed_for_id") OR old_values."confirmed_how" IS DISTINCT FROM (new_values."confirmed_how") OR old_values."confirmed_on" IS DISTINCT FROM (new_values."confirmed_on") OR old_values."foreign_side_id" IS DISTINCT FROM (new_values."foreign_side_id") OR old_values."form_stated" IS DISTINCT FROM (new_values."form_stated") OR old_values."french_side_id" IS DISTINCT FROM (new_values."french_side_id") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."since_words" IS DISTINCT FROM (new_values."since_words") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."until_words" IS DISTINCT FROM (new_values."until_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f9b228af01a152af5779da4837c1baec9f529b3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_1d3a5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_partnership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipversion" ("audience", "confirmed_by_id", "confirmed_for_id", "confirmed_how", "confirmed_on", "foreign_side_id", "form_stated", "french_side_id", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "source", "status", "summary", "title", "until", "until_words") SELECT old_values."audience", old_values."confirmed_by_id", old_values."confirmed_for_id", old_values."confirmed_how", old_values."confirmed_on", old_values."foreign_side_id", old_values."form_stated", old_values."french_side_id", old_values."group_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."since", old_values."since_words", old_values."source", old_values."status", old_values."summary", old_values."title", old_values."until", old_values."until_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e18e04fe2dd833c678d23ea36fbaff5887adc9d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_f57ff",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_partnership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishversion" ("audience", "became_id", "group_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sought", "state", "text") SELECT new_values."audience", new_values."became_id", new_values."group_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."sought", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aeae50070ef13a2edeeb0d6f1f93943a8504f4e2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_fccc4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_partnerwish",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishversion" ("audience", "became_id", "group_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sought", "state", "text") SELECT new_values."audience", new_values."became_id", new_values."group_id", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."sought", new_values."state", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."became_id" IS DISTINCT FROM (new_values."became_id") OR old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."sought" IS DISTINCT FROM (new_values."sought") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."text" IS DISTINCT FROM (new_values."text")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f28ac776c68f2efe0064ba1d83658c983b099e4c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_a65a3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_partnerwish",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishversion" ("audience", "became_id", "group_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sought", "state", "text") SELECT old_values."audience", old_values."became_id", old_values."group_id", old_values."id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."sought", old_values."state", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c491741e11b0380ed4755169c7bc6c9a11ce595a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_b244f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_partnerwish",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnershipthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipthemesversion" ("id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c61e7180f82a3dbf1468ef1aa96e9266dc9a6119",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_5146c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_partnership_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnershipthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipthemesversion" ("id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."id", new_values."partnership_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4936cf87294bcfc4ae0ae8ea4c553d4f60db717d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_d6e9c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_partnership_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnershipthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnershipthemesversion" ("id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."id", old_values."partnership_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef706e983efe283ac054a8cf6b06261790f8ea7a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_0f612",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_partnership_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwishthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishthemesversion" ("id", "partnerwish_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."id", new_values."partnerwish_id", _pgh_attached_context.value, NOW(), \'added\', new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="77d2c9bc351a43a05a40a42ef111920650759ea0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_caea7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partnerships_partnerwish_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwishthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishthemesversion" ("id", "partnerwish_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT new_values."id", new_values."partnerwish_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e561b8db4ba20956e48e84724242f70fae70746a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_fac15",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partnerships_partnerwish_themes",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerwishthemeslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partnerships_partnerwishthemesversion" ("id", "partnerwish_id", "pgh_context_id", "pgh_created_at", "pgh_label", "theme_id") SELECT old_values."id", old_values."partnerwish_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="753b015c634147ba0899b9ca67888aa50ed541ed",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_3e8ea",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partnerships_partnerwish_themes",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
