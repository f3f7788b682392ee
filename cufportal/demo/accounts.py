"""One account per role. Everybody here is invented; the password is the same for all and is printed at start."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts.enums import STAFF_ROLES, Role
from accounts.models import User
from cufportal.demo.reading import authority
from directory.enums import AffiliationKind
from directory.models import Affiliation, Organisation, Person

PASSWORD = "demonstration-chine"


@dataclass(frozen=True)
class Account:
    email: str
    first_name: str
    label: str
    role: str = ""
    may_edit: bool = False


ACCOUNTS = (
    Account("membre@example.org", "Maé", "membre (Ville de Tours)"),
    Account("referent@example.org", "Rémi", "référent (Ville de Tours)", may_edit=True),
    Account("partenaire@example.org", "Paule", "partenaire (ministère)", Role.PARTNER),
    Account("secretariat@example.org", "Sacha", "secrétariat", Role.SECRETARIAT),
    Account("mission@example.org", "Charlie", "chargé de mission", Role.OFFICER),
    Account("administration@example.org", "Andrea", "administrateur", Role.ADMINISTRATOR),
)


def load_accounts():
    for account in ACCOUNTS:
        if not User.objects.filter(email=account.email).exists():
            load_account(account)


def load_account(account):
    person, _created = Person.objects.get_or_create(first_name=account.first_name, last_name="Démonstration")
    user = User.objects.create_user(
        account.email,
        PASSWORD,
        person=person,
        is_staff=account.role in STAFF_ROLES,
        is_superuser=account.role == Role.ADMINISTRATOR,
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if account.role:
        user.groups.add(Group.objects.get(name=account.role))
    Affiliation.objects.create(
        person=person,
        organisation=employer(account),
        kind=AffiliationKind.STAFF if account.role in STAFF_ROLES else AffiliationKind.TECHNICAL,
        may_edit=account.may_edit,
        function="Personne inventée pour la démonstration",
    )


def employer(account):
    if not account.role:
        return authority("insee_commune", "37261")
    ministry = account.role == Role.PARTNER
    return Organisation.objects.get(acronym="MEAE" if ministry else "CUF")


def sign_in_lines():
    """What `make run` prints: who one may be in the demo, and how to sign in."""
    width = max(len(account.label) for account in ACCOUNTS)
    lines = [f"  {account.label:<{width}}  {account.email}" for account in ACCOUNTS]
    return "\n".join([f"Comptes de démonstration, mot de passe commun « {PASSWORD} » :", *lines])
