"""Rules over several tables: the database keeps them by a trigger, and they stand among a model's constraints."""

from django.db.models.constraints import BaseConstraint

CREATE = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT ({condition}) THEN
        RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', TABLE = '{table}';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE{columns} ON {table}
    FOR EACH ROW EXECUTE FUNCTION {name}();
"""


class TriggerConstraint(BaseConstraint):
    """Refuse a row unless `condition` holds: an SQL expression over `NEW` that may read other tables.

    It is tried after an insert and after an update of `columns` (of any when there are none). A row of another table
    that it reads is to be locked `FOR SHARE`, else two who write at once would not see each other. `full_clean` does
    not try it: where a form should say it at a field, the model's `clean` or the service does.
    """

    def __init__(self, *, name, condition, columns=(), violation_error_message=None):
        self.condition, self.columns = condition, tuple(columns)
        super().__init__(name=name, violation_error_message=violation_error_message)

    def check(self, model, connection):
        return []

    def validate(self, model, instance, exclude=None, using=None):
        """Nothing: the condition is SQL over the row as written."""

    def constraint_sql(self, model, schema_editor):
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def create_sql(self, model, schema_editor):
        columns = f" OF {', '.join(self.columns)}" if self.columns else ""
        return CREATE.format(name=self.name, condition=self.condition, columns=columns, table=model._meta.db_table)

    def remove_sql(self, model, schema_editor):
        return f"DROP TRIGGER {self.name} ON {model._meta.db_table}; DROP FUNCTION {self.name}();"

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "condition": self.condition, "columns": self.columns}

    def __eq__(self, other):
        return isinstance(other, TriggerConstraint) and self.deconstruct() == other.deconstruct()

    __hash__ = BaseConstraint.__hash__
