import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.operations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
        ("accounts", "0005_invitations_consents_erasures"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("directory", "0006_versions_are_kept"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="ConsentVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("email_shown", "montrer mon adresse électronique"),
                                    ("phone_shown", "montrer mon téléphone"),
                                    ("mailings", "recevoir les lettres du groupe"),
                                    ("portrait", "figurer dans les photographies publiées"),
                                ],
                                max_length=20,
                                verbose_name="finalité",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                help_text="Tel que la personne l’a lu.", verbose_name="ce qui a été accepté"
                            ),
                        ),
                        (
                            "agreed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="accepté le"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="retiré le")),
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
                                to="accounts.consent",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="noté par",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – consentement",
                        "verbose_name_plural": "versions – consentement",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ErasureVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="numéro de la fiche")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="demandé le"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("asked", "demandé"), ("done", "fait"), ("refused", "refusé")],
                                default="asked",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="décidé le")),
                        ("reason", models.TextField(blank=True, verbose_name="raison du refus")),
                        ("report", models.JSONField(blank=True, default=dict, verbose_name="ce qui a été effacé")),
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
                                verbose_name="noté par",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="sorte de fiche",
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
                                to="accounts.erasure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – effacement",
                        "verbose_name_plural": "versions – effacement",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="InvitationVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("email", models.EmailField(max_length=254, verbose_name="adresse électronique")),
                        ("civility", models.CharField(blank=True, max_length=20, verbose_name="civilité")),
                        ("first_name", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        ("last_name", models.CharField(max_length=80, verbose_name="nom")),
                        ("function", models.CharField(blank=True, max_length=200, verbose_name="fonction")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("elected", "élu"), ("technical", "technicien"), ("staff", "équipe de CUF")],
                                default="technical",
                                max_length=10,
                                verbose_name="qualité",
                            ),
                        ),
                        (
                            "may_edit",
                            models.BooleanField(
                                default=False,
                                help_text="Tient à jour les fiches de son organisme.",
                                verbose_name="référent",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("partner", "partenaire institutionnel"),
                                    ("secretariat", "secrétariat"),
                                    ("officer", "chargé de mission"),
                                    ("administrator", "administrateur"),
                                ],
                                max_length=16,
                                verbose_name="rôle",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("fr", "français"), ("en", "anglais"), ("zh-hans", "chinois")],
                                default="fr",
                                max_length=10,
                                verbose_name="langue",
                            ),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="valable jusqu’au")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="acceptée le")),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="reprise le")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="compte",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="invité par",
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
                                to="accounts.invitation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – invitation",
                        "verbose_name_plural": "versions – invitation",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UserGroupsVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="auth.group",
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
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – compte – groups",
                        "verbose_name_plural": "versions – compte – groups",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UserVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                error_messages={"unique": "Un compte existe déjà pour cette adresse."},
                                max_length=254,
                                verbose_name="adresse électronique",
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False, help_text="Ouvre l’administration.", verbose_name="équipe de CUF"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="actif")),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="créé le"
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
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – compte",
                        "verbose_name_plural": "versions – compte",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UserGroupsLink",
                    fields=[],
                    options={
                        "verbose_name": "compte – groups",
                        "verbose_name_plural": "compte – groups",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("accounts.user_groups",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_consentversion" ("agreed_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "text", "withdrawn_at") SELECT new_values."agreed_at", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."purpose", new_values."recorded_by_id", new_values."text", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e96638e5b3d69041af1dd7e45ac2fd5e28390075",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_1388b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="accounts_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_consentversion" ("agreed_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "text", "withdrawn_at") SELECT new_values."agreed_at", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."purpose", new_values."recorded_by_id", new_values."text", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5589227a726d4d21ea5173aba207c40142467509",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_9c34c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="accounts_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_consentversion" ("agreed_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "text", "withdrawn_at") SELECT old_values."agreed_at", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."purpose", old_values."recorded_by_id", old_values."text", old_values."withdrawn_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e6fa595346707f3dd5a46d3a2c71a1a57dece14",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_b7699",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="accounts_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="erasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_erasureversion" ("asked_at", "asked_by_id", "content_type_id", "decided_at", "decided_by_id", "id", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report", "state") SELECT new_values."asked_at", new_values."asked_by_id", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."object_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."reason", new_values."report", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="76ad9b5d637afe721b9126a7e55db091e9ad05f8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_f7a0e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="accounts_erasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="erasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_erasureversion" ("asked_at", "asked_by_id", "content_type_id", "decided_at", "decided_by_id", "id", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report", "state") SELECT new_values."asked_at", new_values."asked_by_id", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."object_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."reason", new_values."report", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."asked_at" IS DISTINCT FROM (new_values."asked_at") OR old_values."asked_by_id" IS DISTINCT FROM (new_values."asked_by_id") OR old_values."content_type_id" IS DISTINCT FROM (new_values."content_type_id") OR old_values."decided_at" IS DISTINCT FROM (new_values."decided_at") OR old_values."decided_by_id" IS DISTINCT FROM (new_values."decided_by_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."object_id" IS DISTINCT FROM (new_values."object_id") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."report" IS DISTINCT FROM (new_values."report") OR old_values."state" IS DISTINCT FROM (new_values."state")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d03d346eee03b9e54c860a5fa74811fa4acc4457",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_d7653",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="accounts_erasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="erasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_erasureversion" ("asked_at", "asked_by_id", "content_type_id", "decided_at", "decided_by_id", "id", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report", "state") SELECT old_values."asked_at", old_values."asked_by_id", old_values."content_type_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."object_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."reason", old_values."report", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a73507b8e973a35d342f9649b74ace1698cafe51",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_76536",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="accounts_erasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationversion" ("accepted_at", "accepted_by_id", "civility", "email", "expires_at", "first_name", "function", "id", "invited_by_id", "kind", "language", "last_name", "may_edit", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."civility", new_values."email", new_values."expires_at", new_values."first_name", new_values."function", new_values."id", new_values."invited_by_id", new_values."kind", new_values."language", new_values."last_name", new_values."may_edit", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."revoked_at", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b3cd9b9b91b6f193c22b8599129f066a84a79e14",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_24a28",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="accounts_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationversion" ("accepted_at", "accepted_by_id", "civility", "email", "expires_at", "first_name", "function", "id", "invited_by_id", "kind", "language", "last_name", "may_edit", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."civility", new_values."email", new_values."expires_at", new_values."first_name", new_values."function", new_values."id", new_values."invited_by_id", new_values."kind", new_values."language", new_values."last_name", new_values."may_edit", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."revoked_at", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."accepted_at" IS DISTINCT FROM (new_values."accepted_at") OR old_values."accepted_by_id" IS DISTINCT FROM (new_values."accepted_by_id") OR old_values."civility" IS DISTINCT FROM (new_values."civility") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."expires_at" IS DISTINCT FROM (new_values."expires_at") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."function" IS DISTINCT FROM (new_values."function") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invited_by_id" IS DISTINCT FROM (new_values."invited_by_id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."may_edit" IS DISTINCT FROM (new_values."may_edit") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."revoked_at" IS DISTINCT FROM (new_values."revoked_at") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0d4b29763d21bea8efbdf4920eea2e6bfa70057f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_1484a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="accounts_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationversion" ("accepted_at", "accepted_by_id", "civility", "email", "expires_at", "first_name", "function", "id", "invited_by_id", "kind", "language", "last_name", "may_edit", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "role") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."civility", old_values."email", old_values."expires_at", old_values."first_name", old_values."function", old_values."id", old_values."invited_by_id", old_values."kind", old_values."language", old_values."last_name", old_values."may_edit", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."revoked_at", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="eddba03c76ff1ab43f42744cb8494308b9059d1d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_08970",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="accounts_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userversion" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."date_joined", new_values."email", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fec7af15cb0e8be2cffe7f726feee336f3d26a1a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_b6992",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="accounts_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userversion" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."date_joined", new_values."email", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."date_joined" IS DISTINCT FROM (new_values."date_joined") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."is_staff" IS DISTINCT FROM (new_values."is_staff") OR old_values."is_superuser" IS DISTINCT FROM (new_values."is_superuser") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="44a38ae4707e327d16fb1c5eac380226d6f64969",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_1bd15",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="accounts_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userversion" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."date_joined", old_values."email", old_values."id", old_values."is_active", old_values."is_staff", old_values."is_superuser", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a84bf8a7ae25960c965fd7b762477743054dee08",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_2b56b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="accounts_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="usergroupslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_usergroupsversion" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") SELECT new_values."group_id", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="753ed32ceed38e93ba8e4bb2a3c490c44f789772",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_08414",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="accounts_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="usergroupslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_usergroupsversion" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") SELECT new_values."group_id", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ca812aba182e47324ee835b11827cd5f22d394e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_33b62",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="accounts_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="usergroupslink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_usergroupsversion" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") SELECT old_values."group_id", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="187b330a1d0c15550ccb20db593e4d55026d2d4c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_3822f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="accounts_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
