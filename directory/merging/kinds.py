"""What a sort of record says of its own merges; what it does not say is found from the models."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models


@dataclass(frozen=True)
class MergeKind:
    """`refusals` are functions of (kept, absorbed), each giving a sentence when the two may not be merged, else "".

    `names(row, into)` gives the rows, not yet saved, under which people will go on finding the absorbed record.
    `moved` says, by model, what a row takes on when it moves: the official name of the absorbed record is no official
    name of the kept one. Fields in a tuple of `together` are filled together or not at all; `unfit(kept, absorbed)` names
    those that the kept record may not take, empty though they are.
    """

    model: type[models.Model]
    refusals: tuple[Callable, ...] = ()
    names: Callable = lambda row, into: []
    moved: dict[type[models.Model], Callable] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()
    unfit: Callable = lambda kept, absorbed: ()

    @property
    def slug(self):
        return self.model._meta.model_name

    def refused(self, kept, absorbed):
        said = (refusal(kept, absorbed) for refusal in self.refusals)
        return [str(sentence) for sentence in said if sentence]

    def filled_with(self, name):
        """The fields that one choice fills: the field itself, or all that are said together with it."""
        return next((names for names in self.together if name in names), (name,))
