"""At which field of a form a refusal stands: beside what has to be changed, rather than on top of the page."""

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from core.constraints import TriggerConstraint


def place_of(constraint, model, fields) -> str | None:
    """Return the name among `fields` at which what `constraint` refuses is said; None: on top.

    Where the rule below would choose badly, a model says which: `REFUSED_AT = {name of the constraint: field}`.
    """
    declared = getattr(model, "REFUSED_AT", {}).get(constraint.name)
    names = [declared] if declared else names_tried(constraint, model)
    return next((name for name in names if name in fields), None)


def names_tried(constraint, model):
    """The fields a constraint speaks of, the likeliest to be wrong first.

    Of two in order it is the later one; then what must be filled; then what the condition tries first. Of what tells
    a record from others it is the last.
    """
    if isinstance(constraint, TriggerConstraint):
        columns = {field.column: field.name for field in model._meta.concrete_fields}
        return [columns.get(column, column) for column in constraint.columns]
    if isinstance(constraint, CheckConstraint):
        return [
            *later_ends(constraint.condition),
            *must_be_filled(constraint.condition),
            *names_in(constraint.condition),
        ]
    if isinstance(constraint, UniqueConstraint):
        identity = constraint.fields or list(names_in(constraint.expressions))
    else:
        identity = list(names_in([expression for expression, _operator in constraint.expressions]))
    return [*reversed(identity), *names_in(constraint.condition)]


def leaves(condition, negated=False):
    """Yield (lookup, value, whether it is denied) of each comparison in a condition."""
    if not isinstance(condition, Q):
        return
    negated ^= condition.negated
    for child in condition.children:
        if isinstance(child, tuple):
            yield *child, negated
        else:
            yield from leaves(child, negated)


def later_ends(condition):
    for lookup, value, _negated in leaves(condition):
        name, *how = lookup.split("__")
        others = [] if isinstance(value, str) else list(names_in(value))
        if others and how and how[-1] in {"gt", "gte"}:
            yield name
        elif others and how and how[-1] in {"lt", "lte"}:
            yield from others


def must_be_filled(condition):
    for lookup, value, negated in leaves(condition):
        if (lookup.endswith("__isnull") and value is negated) or (value == "" and negated):
            yield lookup.split("__")[0]


def names_in(expression) -> Iterator[str]:
    """The fields named in a condition or an expression, in the order in which they are written."""
    if isinstance(expression, Q):
        for child in expression.children:
            yield from names_of_lookup(*child) if isinstance(child, tuple) else names_in(child)
    elif isinstance(expression, F):
        yield expression.name.split("__")[0]
    elif isinstance(expression, list | tuple):
        for one in expression:
            yield from names_in(one)
    elif hasattr(expression, "get_source_expressions"):
        yield from names_in(expression.get_source_expressions())
    elif isinstance(expression, str):  # the name of a field, in a list of expressions
        yield expression


def names_of_lookup(lookup, value):
    yield lookup.split("__")[0]
    if not isinstance(value, str | list | tuple):
        yield from names_in(value)


class RefusedInPlace:
    """A form of a model that says what a constraint refuses at the field to change."""

    def validate_constraints(self):
        """As Django does, which forgets by which constraint each error was raised."""
        excluded = self._get_validation_exclusions()
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=excluded)
                except ValidationError as error:
                    place = place_of(constraint, model, self.fields)
                    self._update_errors(ValidationError({place or NON_FIELD_ERRORS: error}))
