"""People who are named on records, and a campaign of verification while its answers come in.

It is written directly, as it stood some days ago; services would date everything today and write letters.
"""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from core.dates import read
from cufportal.demo.reading import authority, read_toml
from directory.enums import AffiliationKind
from directory.models import Affiliation, Person
from partnerships.enums import RequestState, VerifiedField
from partnerships.models import (
    Partnership,
    PartnershipContact,
    ProposedChange,
    VerificationAnswer,
    VerificationCampaign,
    VerificationRequest,
)
from partnerships.verification.campaigns import LASTS
from partnerships.verification.people import people_at
from partnerships.verification.values import kept, kept_of

INVENTED = "Démonstration"  # the family name of everybody who is


def load_verification(group):
    data = read_toml("verification.toml")
    for row in data["person"]:
        load_person(row)
    for row in data["contact"]:
        load_contact(group, row)
    campaign, created = make_campaign(group, data["campaign"])
    if created:
        for row in data["asked"]:
            ask(campaign, row)
        for row in data["answered"]:
            answer(ask(campaign, row), row, ago(data["campaign"]["answered_ago"]))


def ago(days):
    return timezone.now() - timedelta(days=days)


def load_person(row):
    person, created = Person.objects.get_or_create(
        first_name=row["first_name"], last_name=INVENTED, defaults={"email": row["email"]}
    )
    if created:
        Affiliation.objects.create(
            person=person,
            organisation=authority(*row["organisation"]),
            kind=AffiliationKind.TECHNICAL,
            function=row["function"],
            may_edit=row.get("may_edit", False),
        )


def named(first_name):
    return Person.objects.get(first_name=first_name, last_name=INVENTED)


def pair_of(group, codes):
    french, foreign = (authority(*code) for code in codes)
    return Partnership.objects.get(group=group, french_side=french, foreign_side=foreign)


def load_contact(group, row):
    PartnershipContact.objects.get_or_create(
        partnership=pair_of(group, row["pair"]),
        person=named(row["first_name"]),
        defaults={"audience": row["audience"]},
    )


def make_campaign(group, row):
    sent = ago(row["sent_ago"])
    values = {
        "message": row["message"],
        "sent_at": sent,
        "sent_by": User.objects.get(email="mission@example.org"),
        "answer_by": timezone.localdate(sent) + LASTS,
    }
    return VerificationCampaign.objects.get_or_create(group=group, title=row["title"], defaults=values)


def ask(campaign, row):
    organisation = authority(*row["organisation"])
    return VerificationRequest.objects.create(campaign=campaign, organisation=organisation, sent_at=campaign.sent_at)


def answer(request, row, at):
    request.state, request.answered_at, request.answered_by = RequestState.ANSWERED, at, named(row["by"])
    request.save()
    partnership = pair_of(request.campaign.group, row["pair"])
    said = VerificationAnswer.objects.create(
        request=request, partnership=partnership, is_exact=False, comment=row["comment"]
    )
    proposed = {
        VerifiedField.SINCE: read(row["since"]),
        VerifiedField.SUMMARY: row["summary"],
        VerifiedField.CONTACTS: [named(name).pk for name in row["contacts"]],
    }
    people = people_at(request.organisation_id)
    ProposedChange.objects.bulk_create(
        ProposedChange(
            answer=said, field=field, before=kept_of(partnership, field, people), value=kept(field, proposed[field])
        )
        for field in proposed
    )
