"""Operations of migrations that Django lacks."""

from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, RemoveConstraint
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class AtOnce(Operation):
    """Many operations that do not build on one another, such as tables of versions and their triggers.

    Django makes all models anew after each operation; here once after the last, which spares a new installation most of
    its time. Each reads the state before the first and the state after the last: none may change what another made. Taken
    back, which nobody waits for, each has its own.
    """

    def __init__(self, operations):
        self.operations = operations

    @property
    def reversible(self):
        return all(operation.reversible for operation in self.operations)

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        states = [to_state]
        for operation in self.operations:
            states.append(states[-1].clone())
            operation.state_forwards(app_label, states[-1])
        for operation, before, after in reversed(list(zip(self.operations, states, states[1:], strict=False))):
            operation.database_backwards(app_label, schema_editor, after, before)

    def describe(self):
        return f"{len(self.operations)} operations at once"


APART = (AddField, AddIndex, AddConstraint, RemoveConstraint, AddTrigger, RemoveTrigger)


def at_once(operations):
    """Return `operations` with those that follow one another made at once, as far as they do not build on one another.

    What is about a model that the same batch creates begins another one: the table would be made with it already.
    """
    batches, created = [], set()
    for operation in operations:
        creates = isinstance(operation, CreateModel)
        joins = creates or isinstance(operation, APART) and operation.model_name_lower not in created
        if not (joins and batches and isinstance(batches[-1][-1], (CreateModel, *APART))):
            batches.append([])
            created = set()
        batches[-1].append(operation)
        created |= {operation.name_lower} if creates else set()
    return [AtOnce(batch) if len(batch) > 1 else batch[0] for batch in batches]
