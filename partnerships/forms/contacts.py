"""Whom to write to about a partnership."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from directory.models import Person
from partnerships.forms.rows import PartForm, PartFormSet, columns
from partnerships.models import PartnershipContact
from partnerships.models.parts import people_of


def audiences_offered(user):
    """What is for CUF alone is chosen, and seen, by CUF alone."""
    return [choice for choice in Audience.choices if user.edits_records or choice[0] != Audience.INTERNAL]


class ContactForm(PartForm):
    """A person of one of the organisations of the partnership; `people` are choices read once for all the rows."""

    rows = (columns("person", "audience", width=6),)

    class Meta:
        model = PartnershipContact
        fields = ["person", "audience"]

    def __init__(self, *args, people, audiences, **kwargs):
        super().__init__(*args, **kwargs)
        known = dict(people)
        if self.instance.pk and self.instance.person_id not in known:  # who has left
            known[self.instance.person_id] = str(self.instance.person)
        self.fields["person"].queryset = Person.objects.filter(pk__in=known)
        self.fields["person"].choices = [("", _("choisir une personne")), *known.items()]
        self.fields["audience"].choices = audiences


class ContactFormSet(PartFormSet):
    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "people": self.people}

    @cached_property
    def people(self):
        """Pairs (number, name with its functions) of those who have one today in an organisation of the partnership."""
        named = {}
        for function in people_of(self.instance).for_listing().select_related("person", "organisation"):
            said = f"{function.function or function.get_kind_display()}, {function.organisation}"
            named.setdefault((function.person_id, str(function.person)), []).append(said)
        return [(number, f"{name} – {' ; '.join(functions)}") for (number, name), functions in named.items()]
