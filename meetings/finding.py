"""Which organisation or person somebody means who types a name into a form; a doubt is said, never settled by chance."""

import re

from django.core.exceptions import ValidationError
from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from core.search import Folded
from core.wording import quoted
from directory.enums import CodeSystem, OrganisationKind, TerritoryKind
from directory.models import Organisation, OrganisationName, Person, Territory, TerritoryName
from directory.services import ensure_authority

NUMBER = re.compile(r"n°\s*(\d{1,18})\W*$", re.IGNORECASE)
CODE = re.compile(r"\bcode\s+(\w{1,9})\W*$", re.IGNORECASE)
TOWN = re.compile(r"^(?:ville|commune|mairie)\s+(?P<of>de la |de l['’]|des |du |de |d['’])(?P<rest>.+)$", re.IGNORECASE)
ARTICLES = {"du ": "le ", "des ": "les ", "de la ": "la "}
CODES = (CodeSystem.INSEE_REGION, CodeSystem.INSEE_DEPARTMENT, CodeSystem.INSEE_COMMUNE, CodeSystem.SIREN)
LISTED = 6


def fold(text):
    return Folded(Cast(Value(" ".join(text.split())), TextField()))


def organisation_called(text):
    """Return the organisation that `text` names, or None: by name, other name, acronym, « n° 12 » or « code 37261 ».

    An authority of the reference data is made on its first use. Raise ValidationError, saying what to write, when
    the name is that of several.
    """
    text = text.replace("\x00", "").strip()
    if number := NUMBER.search(text):
        return Organisation.objects.filter(pk=number[1]).first()
    if code := CODE.search(text):
        territory = Territory.objects.current().filter(codes__system__in=CODES, codes__code=code[1]).first()
        return territory and ensure_authority(territory=territory)
    known = list(organisations_bearing(text))
    governed = [organisation.territory_id for organisation in known]
    others = list(territories_bearing(text).exclude(pk__in=[pk for pk in governed if pk])[: LISTED + 1])
    if len(known) + len(others) > 1:
        raise ValidationError(several(known, others), code="ambiguous")
    if others:
        return ensure_authority(territory=others[0])
    return known[0] if known else None


def organisations_bearing(text):
    names = OrganisationName.objects.filter(folded=fold(text))
    same = Q(folded_name=fold(text)) | Q(acronym__iexact=text) | Q(pk__in=names.values("organisation"))
    found = Organisation.objects.alias(folded_name=Folded("name")).filter(same).select_related("territory__parent")
    return found[: LISTED + 1]


def territories_bearing(text):
    """Territories of that name today; « Ville de Tours » is looked for among communes only."""
    today = Territory.objects.current().select_related("parent")
    town = TOWN.match(text)
    if town is None:
        return today.filter(pk__in=TerritoryName.objects.filter(folded=fold(text)).values("territory"))
    full = ARTICLES.get(town["of"].lower(), "") + town["rest"]
    names = TerritoryName.objects.filter(Q(folded=fold(full)) | Q(folded=fold(town["rest"])))
    return today.filter(kind=TerritoryKind.COMMUNE, pk__in=names.values("territory"))


def several(organisations, territories):
    listed = [f"{place_of(one, one.territory)} (n° {one.pk})" for one in organisations]
    for territory in territories:
        code = territory.codes.filter(system__in=CODES).values_list("code", flat=True).first()
        listed.append(f"{place_of(territory, territory)} (code {code})" if code else str(territory))
    return _("Plusieurs organismes portent ce nom : %(listed)s. Recopiez celui que vous voulez dire.") % {
        "listed": " ; ".join(listed[:LISTED])
    }


def place_of(named, territory):
    return f"{named}, {territory.parent}" if territory and territory.parent else str(named)


def unknown_organisation(text):
    """What to say of a name that the directory does not hold, with the nearest names that it does."""
    near = Organisation.objects.filter(sort_key__trigram_similar=fold(text))[:3]
    names = ", ".join(quoted(organisation) for organisation in near)
    said = _("« %(text)s » n’est pas dans l’annuaire.") % {"text": text}
    return f"{said} {_('Vouliez-vous dire %(names)s ?') % {'names': names}}" if names else said


def make_organisation(name, kind):
    """Add an organisation that the directory does not hold; an authority comes with its territory, never this way."""
    if kind == OrganisationKind.AUTHORITY:
        raise ValidationError(_("Une collectivité se choisit par son territoire."))
    organisation = Organisation(name=name, kind=kind)
    organisation.full_clean()
    organisation.save()
    return organisation


def person_called(first_name, last_name, organisation=None):
    """Return the person of that name, or None. Between homonyms, the one of `organisation`; else ValidationError.

    « n° 12 » after the last name chooses one of them. A name without a first name finds the only one who bears it.
    """
    if number := NUMBER.search(last_name):
        return Person.objects.filter(pk=number[1]).first()
    same = Person.objects.alias(first=Folded("first_name"), last=Folded("last_name")).filter(last=fold(last_name))
    if first_name:
        same = same.filter(first=fold(first_name))
    people = list(same[: LISTED + 1])
    if len(people) > 1 and organisation:
        there = Q(affiliations__organisation=organisation) | Q(attendances__organisation=organisation)
        known_there = same.filter(there).distinct()
        people = [known_there[0]] if known_there.count() == 1 else people
    if len(people) > 1:
        listed = " ; ".join(f"{described(person)} (n° {person.pk})" for person in people[:LISTED])
        raise ValidationError(
            _("Plusieurs personnes portent ce nom : %(listed)s. Écrivez le numéro après le nom.") % {"listed": listed},
            code="ambiguous",
        )
    return people[0] if people else None


def described(person):
    affiliation = person.affiliations.select_related("organisation").first()
    return f"{person}, {affiliation.organisation}" if affiliation else str(person)
