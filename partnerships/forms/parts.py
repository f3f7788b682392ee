"""The rows that make up a record: agreements, projects, milestones, participants, contacts; a blank row each time to add one."""

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from directory.choosing import any_organisation
from partnerships.forms.agreements import AgreementForm, AgreementFormSet
from partnerships.forms.contacts import ContactForm, ContactFormSet, audiences_offered
from partnerships.forms.projects import ProjectForm, ProjectFormSet
from partnerships.forms.rows import PartForm, PartFormSet, columns
from partnerships.models import Agreement, Milestone, Participant, Partnership, PartnershipContact, Project


class MilestoneForm(PartForm):
    rows = (columns("when", "kind"), Div("text"))

    class Meta:
        model = Milestone
        fields = ["when", "kind", "text"]


class ParticipantForm(PartForm):
    rows = (columns("organisation", "role", width=6),)
    organisation = any_organisation(label=_("Organisme"))

    class Meta:
        model = Participant
        fields = ["organisation", "role"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["organisation"] = self.instance.organisation


def part_formsets(partnership, user, data=None, files=None):
    """The formsets of a record's parts as `user` may edit them, each with the title of its section."""
    participants = Participant.objects.select_related("organisation")
    contacts = PartnershipContact.objects.visible_to(user).select_related("person")
    audiences = {"audiences": audiences_offered(user)}
    kinds = [
        ("agreements", _("Accords"), Agreement.objects.all(), AgreementForm, AgreementFormSet, {}),
        ("projects", _("Projets"), Project.objects.prefetch_related("themes"), ProjectForm, ProjectFormSet, {}),
        ("milestones", _("Jalons"), Milestone.objects.all(), MilestoneForm, PartFormSet, {}),
        ("participants", _("Organismes associés"), participants, ParticipantForm, PartFormSet, {}),
        ("contacts", _("Contacts"), contacts, ContactForm, ContactFormSet, audiences),
    ]
    built = []
    for prefix, title, rows, form, base, given in kinds:
        kind = forms.inlineformset_factory(Partnership, rows.model, form=form, formset=base, extra=1, can_delete=True)
        built.append(kind(data, files, instance=partnership, prefix=prefix, queryset=rows, form_kwargs=given))
        built[-1].title = title
    return built
