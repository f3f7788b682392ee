import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.operations


class Migration(migrations.Migration):
    # Last of all, when every table is there: the models of versions would be made anew by each operation of the others.
    dependencies = [
        ("accounts", "0005_invitations_consents_erasures"),
        ("delegations", "0003_requesters_write_again"),
        ("directory", "0005_people_choose_who_sees_their_contact_data"),
        ("events", "0004_ranks_close_up"),
        ("meetings", "0004_an_announcement_may_lead_to_an_event"),
        ("partnerships", "0002_milestones_and_agreements_count_their_revisions"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0006_first_legal_pages"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name="LegalPageVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("mentions-legales", "mentions légales"),
                                    ("donnees-personnelles", "données personnelles"),
                                    ("accessibilite", "accessibilité"),
                                ],
                                max_length=20,
                                verbose_name="page",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("fr", "français"), ("en", "anglais"), ("zh-hans", "chinois")],
                                max_length=10,
                                verbose_name="langue",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="titre")),
                        ("body", models.TextField(verbose_name="texte")),
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
                                to="core.legalpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – page légale",
                        "verbose_name_plural": "versions – page légale",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReviewFlagVersion",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="numéro de la fiche")),
                        ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                        ("message", models.TextField(verbose_name="doute")),
                        (
                            "raised_by",
                            models.CharField(
                                help_text="La règle ou l’import qui l’a soulevé.",
                                max_length=120,
                                verbose_name="soulevé par",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "ouvert"), ("resolved", "résolu"), ("dismissed", "écarté")],
                                default="open",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="tranché le")),
                        ("reason", models.TextField(blank=True, verbose_name="raison")),
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
                                verbose_name="tranché par",
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
                                to="core.reviewflag",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version – doute",
                        "verbose_name_plural": "versions – doute",
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalpage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalpageversion" ("body", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."body", new_values."id", new_values."kind", new_values."language", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="45da7ee958b28fbfcbc339f41e7aee3f9dad3afe",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_648c1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="core_legalpage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalpage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalpageversion" ("body", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."body", new_values."id", new_values."kind", new_values."language", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."body" IS DISTINCT FROM (new_values."body") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."title" IS DISTINCT FROM (new_values."title")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0c6079ce5811b6d59f47e59b0e7b2387f409d9bd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_78740",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="core_legalpage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalpage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_legalpageversion" ("body", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."body", old_values."id", old_values."kind", old_values."language", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4a9f368a6f9a056da33073ec207973f30ebb6111",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_ddfcb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="core_legalpage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewflag",
                    trigger=pgtrigger.compiler.Trigger(
                        name="added_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_reviewflagversion" ("code", "content_type_id", "decided_at", "decided_by_id", "id", "message", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by", "reason", "state") SELECT new_values."code", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."message", new_values."object_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."raised_by", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2e47e6a3ae29cdd847ff092b63e6b5c37733f413",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_added_insert_e1a04",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="core_reviewflag",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewflag",
                    trigger=pgtrigger.compiler.Trigger(
                        name="changed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_reviewflagversion" ("code", "content_type_id", "decided_at", "decided_by_id", "id", "message", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by", "reason", "state") SELECT new_values."code", new_values."content_type_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."message", new_values."object_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."raised_by", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."code" IS DISTINCT FROM (new_values."code") OR old_values."content_type_id" IS DISTINCT FROM (new_values."content_type_id") OR old_values."decided_at" IS DISTINCT FROM (new_values."decided_at") OR old_values."decided_by_id" IS DISTINCT FROM (new_values."decided_by_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."message" IS DISTINCT FROM (new_values."message") OR old_values."object_id" IS DISTINCT FROM (new_values."object_id") OR old_values."raised_by" IS DISTINCT FROM (new_values."raised_by") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."state" IS DISTINCT FROM (new_values."state")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c898c6b2a185f5a92a992f6f2471c8909e10b229",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_changed_update_3cc2a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="core_reviewflag",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewflag",
                    trigger=pgtrigger.compiler.Trigger(
                        name="removed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "core_reviewflagversion" ("code", "content_type_id", "decided_at", "decided_by_id", "id", "message", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by", "reason", "state") SELECT old_values."code", old_values."content_type_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."message", old_values."object_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."raised_by", old_values."reason", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f6db3f3039d93f10b7ce1808379afb4b5ed30a5a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_removed_delete_34913",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="core_reviewflag",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
