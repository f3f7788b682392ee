import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import core.operations


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("directory", "0008_organisations_say_where_they_are_listed"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AbsorbedRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(verbose_name="ancien numéro")),
                ("name", models.CharField(max_length=300, verbose_name="fiche absorbée")),
                ("into_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche gardée")),
                (
                    "holds",
                    models.BooleanField(
                        default=True, help_text="Faux une fois la fusion annulée.", verbose_name="tient"
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="sorte de fiche",
                    ),
                ),
            ],
            options={
                "verbose_name": "fiche absorbée",
                "verbose_name_plural": "fiches absorbées",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kept_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche gardée")),
                ("kept_name", models.CharField(max_length=300, verbose_name="fiche gardée")),
                ("absorbed_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche absorbée")),
                ("absorbed_name", models.CharField(max_length=300, verbose_name="fiche absorbée")),
                ("reason", models.TextField(verbose_name="raison")),
                ("merged_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="fusionné le")),
                (
                    "steps",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="De quoi tout remettre en place, dans l’ordre ; vidé quand la fusion ne s’annule plus.",
                        verbose_name="ce qui a été écrit",
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="annulé le")),
                ("undone_reason", models.TextField(blank=True, verbose_name="raison de l’annulation")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="sorte de fiche",
                    ),
                ),
                (
                    "merged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fusionné par",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="annulé par",
                    ),
                ),
            ],
            options={
                "verbose_name": "fusion",
                "verbose_name_plural": "fusions",
                "ordering": ["-merged_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AbsorbedRecordVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveBigIntegerField(verbose_name="ancien numéro")),
                ("name", models.CharField(max_length=300, verbose_name="fiche absorbée")),
                ("into_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche gardée")),
                (
                    "holds",
                    models.BooleanField(
                        default=True, help_text="Faux une fois la fusion annulée.", verbose_name="tient"
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
                        to="directory.absorbedrecord",
                    ),
                ),
                (
                    "merge",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.merge",
                        verbose_name="fusion",
                    ),
                ),
            ],
            options={
                "verbose_name": "version – fiche absorbée",
                "verbose_name_plural": "versions – fiche absorbée",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="absorbedrecord",
            name="merge",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="records",
                to="directory.merge",
                verbose_name="fusion",
            ),
        ),
        migrations.CreateModel(
            name="MergeVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("kept_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche gardée")),
                ("kept_name", models.CharField(max_length=300, verbose_name="fiche gardée")),
                ("absorbed_number", models.PositiveBigIntegerField(verbose_name="numéro de la fiche absorbée")),
                ("absorbed_name", models.CharField(max_length=300, verbose_name="fiche absorbée")),
                ("reason", models.TextField(verbose_name="raison")),
                ("merged_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="fusionné le")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="annulé le")),
                ("undone_reason", models.TextField(blank=True, verbose_name="raison de l’annulation")),
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
                    "merged_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fusionné par",
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
                        to="directory.merge",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="annulé par",
                    ),
                ),
            ],
            options={
                "verbose_name": "version – fusion",
                "verbose_name_plural": "versions – fusion",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NotDuplicates",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_number", models.PositiveBigIntegerField(verbose_name="numéro de la première fiche")),
                ("second_number", models.PositiveBigIntegerField(verbose_name="numéro de la seconde fiche")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dit le")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="sorte de fiche",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dit par",
                    ),
                ),
            ],
            options={
                "verbose_name": "fiches distinctes",
                "verbose_name_plural": "fiches distinctes",
                "ordering": ["-said_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NotDuplicatesVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("first_number", models.PositiveBigIntegerField(verbose_name="numéro de la première fiche")),
                ("second_number", models.PositiveBigIntegerField(verbose_name="numéro de la seconde fiche")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dit le")),
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
                        to="directory.notduplicates",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dit par",
                    ),
                ),
            ],
            options={
                "verbose_name": "version – fiches distinctes",
                "verbose_name_plural": "versions – fiches distinctes",
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept_number", models.F("absorbed_number")), _negated=True),
                name="directory_merge_two_records",
                violation_error_message="Une fiche ne se fusionne pas avec elle-même : choisissez-en une autre.",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="directory_merge_for_a_reason",
                violation_error_message="Dites en quelques mots pourquoi ces deux fiches n’en font qu’une.",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True), ("undone_reason", "")),
                    models.Q(("undone_at__isnull", False), models.Q(("undone_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="directory_merge_undone_means_dated",
                violation_error_message="Une fusion annulée dit quand et pourquoi, et elle seule.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="added_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_mergeversion" ("absorbed_name", "absorbed_number", "content_type_id", "id", "kept_name", "kept_number", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "undone_reason") SELECT new_values."absorbed_name", new_values."absorbed_number", new_values."content_type_id", new_values."id", new_values."kept_name", new_values."kept_number", new_values."merged_at", new_values."merged_by_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."reason", new_values."undone_at", new_values."undone_by_id", new_values."undone_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a3c3f144359f7e697f040f4c0e4e41b245cf9295",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_insert_c9f57",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_mergeversion" ("absorbed_name", "absorbed_number", "content_type_id", "id", "kept_name", "kept_number", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "undone_reason") SELECT new_values."absorbed_name", new_values."absorbed_number", new_values."content_type_id", new_values."id", new_values."kept_name", new_values."kept_number", new_values."merged_at", new_values."merged_by_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."reason", new_values."undone_at", new_values."undone_by_id", new_values."undone_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."absorbed_name" IS DISTINCT FROM (new_values."absorbed_name") OR old_values."absorbed_number" IS DISTINCT FROM (new_values."absorbed_number") OR old_values."content_type_id" IS DISTINCT FROM (new_values."content_type_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kept_name" IS DISTINCT FROM (new_values."kept_name") OR old_values."kept_number" IS DISTINCT FROM (new_values."kept_number") OR old_values."merged_at" IS DISTINCT FROM (new_values."merged_at") OR old_values."merged_by_id" IS DISTINCT FROM (new_values."merged_by_id") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."undone_at" IS DISTINCT FROM (new_values."undone_at") OR old_values."undone_by_id" IS DISTINCT FROM (new_values."undone_by_id") OR old_values."undone_reason" IS DISTINCT FROM (new_values."undone_reason")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8565801f5b8b362f497d58544c5a76e17799b285",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_69d69",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_mergeversion" ("absorbed_name", "absorbed_number", "content_type_id", "id", "kept_name", "kept_number", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "undone_reason") SELECT old_values."absorbed_name", old_values."absorbed_number", old_values."content_type_id", old_values."id", old_values."kept_name", old_values."kept_number", old_values."merged_at", old_values."merged_by_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."reason", old_values."undone_at", old_values."undone_by_id", old_values."undone_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="23c50ea49e806ac620bfc036b6acc3567197c511",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_removed_delete_d76e1",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_merge",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="absorbedrecord",
            index=models.Index(fields=["content_type", "into_number"], name="directory_absorbed_into"),
        ),
        migrations.AddConstraint(
            model_name="absorbedrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("holds", True)),
                fields=("content_type", "number"),
                name="directory_absorbedrecord_in_one_record",
                violation_error_message="Cette fiche est déjà absorbée par une autre.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absorbedrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="added_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_absorbedrecordversion" ("content_type_id", "holds", "id", "into_number", "merge_id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."content_type_id", new_values."holds", new_values."id", new_values."into_number", new_values."merge_id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'added\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed650af9288beb31f73490b437ac978be68efac0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_insert_5ead6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_absorbedrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absorbedrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_absorbedrecordversion" ("content_type_id", "holds", "id", "into_number", "merge_id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."content_type_id", new_values."holds", new_values."id", new_values."into_number", new_values."merge_id", new_values."name", new_values."number", _pgh_attached_context.value, NOW(), \'changed\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c6387302fdada7a7d8d021c661fc5bee5de1a833",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_9b03e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_absorbedrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absorbedrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_absorbedrecordversion" ("content_type_id", "holds", "id", "into_number", "merge_id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."content_type_id", old_values."holds", old_values."id", old_values."into_number", old_values."merge_id", old_values."name", old_values."number", _pgh_attached_context.value, NOW(), \'removed\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bb4da746bd877aed53b77a36bfa775e8eddfb064",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_removed_delete_03000",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_absorbedrecord",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="notduplicates",
            constraint=models.UniqueConstraint(
                fields=("content_type", "first_number", "second_number"),
                name="directory_notduplicates_said_once",
                violation_error_message="Il est déjà noté que ces deux fiches sont distinctes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notduplicates",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_number__lt", models.F("second_number"))),
                name="directory_notduplicates_in_order",
                violation_error_message="Deux fiches distinctes se notent la plus petite d’abord.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notduplicates",
            trigger=pgtrigger.compiler.Trigger(
                name="added_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_notduplicatesversion" ("content_type_id", "first_number", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_number") SELECT new_values."content_type_id", new_values."first_number", new_values."id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."said_at", new_values."said_by_id", new_values."second_number" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0e4e933a5af72415898947abcd1df2feba5488fc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_insert_0aec5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_notduplicates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notduplicates",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_notduplicatesversion" ("content_type_id", "first_number", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_number") SELECT new_values."content_type_id", new_values."first_number", new_values."id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."said_at", new_values."said_by_id", new_values."second_number" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2a125c4b89295ef06bdd19f85ba79bc68ab368ea",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c75a0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_notduplicates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notduplicates",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_notduplicatesversion" ("content_type_id", "first_number", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "second_number") SELECT old_values."content_type_id", old_values."first_number", old_values."id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."said_at", old_values."said_by_id", old_values."second_number" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="87609be5d28ae2028480631a2b45479d769097dd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_removed_delete_0f4c4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_notduplicates",
                    when="AFTER",
                ),
            ),
        ),
    ]
    operations = core.operations.at_once(operations)
