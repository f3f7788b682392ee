"""What people are told: the requester, the authorities approached, the partners asked."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import User
from core.addresses import absolute
from core.letters import send_letter
from delegations.enums import Answer
from delegations.links import follow_path
from directory.models import Affiliation

NETWORK_LANGUAGE = "fr"  # members and partners are written to in the language of the network


def acknowledge(delegation):
    """Tell the requester that the request came in, and how to follow it."""
    write_to_requester(delegation, _("Votre demande de visite {reference}"), "delegation_received")


def tell_requester(change):
    """Tell the requester what has become of the request, with the message of whoever decided it."""
    delegation = change.delegation
    subject = _("Des nouvelles de votre demande de visite {reference}")
    write_to_requester(delegation, subject, "delegation_news", change=change)


def write_to_requester(delegation, subject, template, **context):
    """In the language of the request; to nobody when it came without an address."""
    if delegation.contact_email:
        send_letter(
            to=delegation.contact_email,
            subject=format_lazy(subject, reference=delegation.reference),
            template=template,
            language=delegation.language,
            context={"delegation": delegation, "link": absolute(follow_path(delegation)), **context},
        )


def tell_authorities(delegation):
    """Those who were asked, and have not declined, learn that the delegation does not come."""
    for approach in delegation.approaches.filter(answer__in=[Answer.PENDING, *Answer.welcoming_ones()]):
        subject = format_lazy(_("La délégation {reference} ne viendra pas"), reference=delegation.reference)
        write_to_referents(approach.organisation, subject, "delegation_dropped", delegation=delegation)


def tell_approach(approach):
    """Ask the referents of an authority whether it hosts the delegation."""
    subject = format_lazy(_("Accueillir la délégation {reference} ?"), reference=approach.delegation.reference)
    write_to_referents(approach.organisation, subject, "delegation_approach", **asked_in(approach))


def remind(organisation, approaches):
    """Write to the referents of an organisation about all these approaches; False when nobody keeps its records."""
    one, many = _("Une délégation attend votre réponse"), _("Des délégations attendent votre réponse")
    subject = one if len(approaches) == 1 else many
    return write_to_referents(
        organisation, subject, "delegation_reminder", owed=[asked_in(approach) for approach in approaches]
    )


def tell_opinion_asked(opinion):
    """Tell the partners of an organisation that its opinion is asked."""
    theirs = Affiliation.objects.current().filter(organisation=opinion.organisation)
    people = User.objects.filter(is_active=True, person__in=theirs.values("person"), groups__name=Role.PARTNER)
    subject = format_lazy(_("Votre avis sur la délégation {reference}"), reference=opinion.delegation.reference)
    write_to(addresses(people), subject, "delegation_opinion", opinion=opinion, link=page_of(opinion.delegation))


def tell_answer(approach):
    """Tell whoever asked an authority what it answers, unless they noted it themselves."""
    asker = approach.asked_by
    if asker and asker.is_active and asker.pk != approach.answered_by_id:
        values = {"host": approach.organisation, "reference": approach.delegation.reference}
        subject = format_lazy(_("Réponse de {host} pour la délégation {reference}"), **values)
        write_to([asker.email], subject, "delegation_answer", **asked_in(approach))


def write_to_referents(organisation, subject, template, **context):
    """Write to those who keep the records of an organisation; return whether there is anybody."""
    keepers = Affiliation.objects.current().filter(organisation=organisation, may_edit=True)
    people = User.objects.filter(is_active=True, person__in=keepers.values("person"))
    return write_to(addresses(people), subject, template, organisation=organisation, **context)


def addresses(people):
    return list(people.order_by("pk").values_list("email", flat=True))


def write_to(readers, subject, template, **context):
    for address in readers:
        send_letter(to=address, subject=subject, template=template, language=NETWORK_LANGUAGE, context=context)
    return bool(readers)


def asked_in(approach):
    """What a letter says of one approach, with the whole address of its delegation's page."""
    return {"approach": approach, "delegation": approach.delegation, "link": page_of(approach.delegation)}


def page_of(delegation):
    return absolute(delegation.get_absolute_url())
