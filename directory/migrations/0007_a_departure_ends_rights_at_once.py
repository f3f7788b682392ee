import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import core.operations


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0006_versions_are_kept"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="added_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="removed_delete",
        ),
        migrations.AddField(
            model_name="affiliation",
            name="left_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="Le moment où il a été dit que la personne n’est plus là : ses droits cessent aussitôt.",
                null=True,
                verbose_name="départ dit le",
            ),
        ),
        migrations.AddField(
            model_name="affiliationversion",
            name="left_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="Le moment où il a été dit que la personne n’est plus là : ses droits cessent aussitôt.",
                null=True,
                verbose_name="départ dit le",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="added_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "left_at", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT new_values."function", new_values."id", new_values."kind", new_values."left_at", new_values."may_edit", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'added\', new_values."id", new_values."since", new_values."since_words", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a2cee2b648281e1eb15accab4a799ccb069fd171",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_added_insert_f6c23",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "left_at", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT new_values."function", new_values."id", new_values."kind", new_values."left_at", new_values."may_edit", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'changed\', new_values."id", new_values."since", new_values."since_words", new_values."until", new_values."until_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."function" IS DISTINCT FROM (new_values."function") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."left_at" IS DISTINCT FROM (new_values."left_at") OR old_values."may_edit" IS DISTINCT FROM (new_values."may_edit") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."since_words" IS DISTINCT FROM (new_values."since_words") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."until_words" IS DISTINCT FROM (new_values."until_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="da3a9cbb643419519b1f8cea84a9a409dcc9a724",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_41509",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_affiliationversion" ("function", "id", "kind", "left_at", "may_edit", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_words", "until", "until_words") SELECT old_values."function", old_values."id", old_values."kind", old_values."left_at", old_values."may_edit", old_values."organisation_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'removed\', old_values."id", old_values."since", old_values."since_words", old_values."until", old_values."until_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f1176f3a9e4ce7713d68ccafe520866ef1fe3966",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_removed_delete_f0fac",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(("left_at__isnull", True), ("until__isnull", False), _connector="OR"),
                name="directory_affiliation_left_means_ended",
                violation_error_message="Cette personne a quitté l’organisme : si elle y revient, notez une nouvelle fonction.",
            ),
        ),
    ]
    operations = core.operations.at_once(operations)
