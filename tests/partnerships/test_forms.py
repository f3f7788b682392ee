from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from directory.models import Organisation
from partnerships.forms.organisations import any_organisation
from partnerships.forms.parts import part_formsets
from partnerships.models import Agreement, Milestone, Partnership
from tests.factories import (
    AgreementFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipantFactory,
    PartnershipFactory,
    PartnerWishFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

ADD = reverse("partnerships:partnership_add")
ACTS = ["partnership_edit", "partnership_confirm", "partnership_end", "partnership_publish", "partnership_reopen"]


def url_of(name, record):
    return reverse(f"partnerships:{name}", args=[record.pk])


def place(name, **values):
    """A territory with its name in the table of names, as the loader makes it."""
    territory = TerritoryFactory(name=name, **values)
    TerritoryNameFactory(territory=territory, text=name)
    return territory


def authority(name, **values):
    return OrganisationFactory(territory=place(name, **values), name=f"Ville de {name}")


def edit_data(partnership, **changes):
    """What the page of a record would send back untouched, with `changes`."""
    data = {"version": partnership.updated_at.isoformat(), "status": partnership.status, "audience": "group"}
    for formset in part_formsets(partnership):
        data |= {f"{formset.prefix}-TOTAL_FORMS": formset.total_form_count()}
        data |= {f"{formset.prefix}-INITIAL_FORMS": formset.initial_form_count()}
        for form in formset:
            values = {form.add_prefix(name): form[name].value() for name in form.fields if name != "file"}
            data |= {name: value for name, value in values.items() if value not in (None, "")}
    return data | changes


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403), ("officer", 200)],
)
def test_officers_add_partnerships(as_role, role, status):
    client = as_role(role)

    assert client.get(ADD).status_code == status
    assert client.post(ADD, {}).status_code == status


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 403), ("partner", 403), ("secretariat", 403), ("referent", 403)]
)
def test_those_who_may_only_look_are_refused(as_role, name, role, status):
    partnership = PartnershipFactory(public=True)
    client = as_role(role)

    assert client.get(url_of(name, partnership)).status_code == status
    assert client.post(url_of(name, partnership), {}).status_code == status


@pytest.mark.parametrize("name", ACTS)
def test_what_one_does_not_see_does_not_exist(as_role, name):
    hidden = PartnershipFactory(audience=Audience.INTERNAL)
    client = as_role("referent", organisation=hidden.french_side)

    assert client.get(url_of(name, hidden)).status_code == 404
    assert client.post(url_of(name, hidden), {}).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [("partnership_edit", 200), ("partnership_confirm", 200), ("partnership_end", 200), ("partnership_publish", 403)],
)
def test_a_referent_acts_on_the_records_of_their_organisation(as_role, name, status):
    partnership = PartnershipFactory()

    assert (
        as_role("referent", organisation=partnership.french_side).get(url_of(name, partnership)).status_code == status
    )


def test_an_officer_adds_a_pair_by_its_names(as_role, group):
    french, foreign = authority("Tours"), authority("Luoyang", chinese=True)
    theme = ThemeFactory()
    data = {
        "group": group.pk,
        "french_side": "tours",
        "foreign_side": "LUOYANG",
        "status": "active",
        "since": "2008/2009",
    }

    response = as_role("officer").post(ADD, data | {"audience": "group", "themes": [theme.pk]})

    partnership = Partnership.objects.get()
    assert response.url == partnership.get_absolute_url()
    assert (partnership.french_side, partnership.foreign_side) == (french, foreign)
    assert (partnership.since.first.year, partnership.since.last.year) == (2008, 2009)
    assert list(partnership.themes.all()) == [theme]


def test_sending_twice_leads_to_the_one_record(as_role, group):
    authority("Tours"), authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }
    client = as_role("officer")
    first = client.post(ADD, data)

    second = client.post(ADD, data, follow=True)

    assert second.redirect_chain == [(first.url, 302)]
    assert [str(said) for said in second.context["messages"]][-1].startswith("Ce partenariat existe déjà")
    assert Partnership.objects.count() == 1


def test_a_territory_that_has_no_organisation_yet_gets_its_authority(as_role, group):
    place("Arras", population=40000), authority("Ipoh", country="MY")
    data = {"group": group.pk, "french_side": "Arras", "foreign_side": "Ipoh", "status": "active", "audience": "group"}

    as_role("officer").post(ADD, data)

    assert Partnership.objects.get().french_side.name == "Ville d’Arras"


def test_a_refused_form_makes_no_organisation(as_role, group):
    place("Arras")
    before = Organisation.objects.count()

    response = as_role("officer").post(ADD, {"group": group.pk, "french_side": "Arras", "foreign_side": "Nullepart"})

    assert Organisation.objects.count() == before
    assert response.context["form"].errors["foreign_side"] == [
        "« Nullepart » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom."
    ]


def test_a_name_borne_by_several_is_asked_and_the_choice_taken(as_role, group):
    first = place("Sainte-Colombe", parent=place("Doubs", kind="departement", level=2))
    second = place("Sainte-Colombe", parent=place("Gironde", kind="departement", level=2))
    authority("Luoyang", chinese=True)
    data = {"group": group.pk, "french_side": "Sainte-Colombe", "foreign_side": "Luoyang", "status": "active"}
    data |= {"audience": "group"}
    client = as_role("officer")

    asked = client.post(ADD, data)
    client.post(ADD, data | {"french_side_asked": "Sainte-Colombe", "french_side_choice": f"territory-{second.pk}"})

    widget = asked.context["form"].fields["french_side"].widget
    assert asked.context["form"].errors["french_side"] == [
        "« Sainte-Colombe » peut désigner plusieurs organismes : choisissez ci-dessous."
    ]
    assert {candidate["value"] for candidate in widget.candidates} == {f"territory-{p.pk}" for p in (first, second)}
    assert "Gironde" in asked.text
    assert Partnership.objects.get().french_side.territory == second


def test_a_choice_made_for_another_name_is_not_taken():
    chosen, typed = authority("Lyon"), authority("Tours")
    field = any_organisation()
    data = {"side": "Tours", "side_asked": "Lyon", "side_choice": f"organisation-{chosen.pk}"}

    assert field.clean(field.widget.value_from_datadict(data, {}, "side")) == typed


@pytest.mark.parametrize("choice", ["organisation-999999", "territory-x", "rien", "organisation-"])
def test_a_forged_choice_is_refused(as_role, choice):
    field = any_organisation()

    with pytest.raises(Exception, match="Ce choix n’existe plus"):
        field.clean(("Tours", choice))


def test_a_name_nearly_right_is_asked_never_guessed(as_role, group):
    authority("Strasbourg")

    response = as_role("officer").post(ADD, {"group": group.pk, "french_side": "Strasbour"})

    assert response.context["form"].errors["french_side"] == [
        "Aucun organisme ne s’appelle exactement « Strasbour » : choisissez ci-dessous, ou corrigez."
    ]
    assert [c["name"] for c in response.context["form"].fields["french_side"].widget.candidates] == [
        "Ville de Strasbourg"
    ]


def test_a_wish_found_its_partner_when_the_pair_is_added_from_it(as_role, group):
    wish = PartnerWishFactory(organisation=authority("Tours"))
    authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }

    as_role("officer").post(f"{ADD}?recherche={wish.pk}", data)

    wish.refresh_from_db()
    assert (wish.state, wish.became) == ("met", Partnership.objects.get())


def test_a_wish_of_somebody_else_is_not_fulfilled_and_nothing_is_written(as_role, group):
    wish = PartnerWishFactory()
    authority("Tours"), authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }

    response = as_role("officer").post(f"{ADD}?recherche={wish.pk}", data)

    assert response.context["form"].non_field_errors() == [
        "Ce partenariat n’est pas celui de l’organisme qui cherchait, dans ce groupe."
    ]
    assert Partnership.objects.count() == 0


def test_a_record_sent_back_untouched_stays_as_it_was(as_role):
    partnership = PartnershipFactory(since=FuzzyDate.year(2008))
    AgreementFactory(partnership=partnership, signed=FuzzyDate.month(2015, 6))
    MilestoneFactory(partnership=partnership), ParticipantFactory(partnership=partnership)

    response = as_role("officer").post(url_of("partnership_edit", partnership), edit_data(partnership, since="2008"))

    partnership.refresh_from_db()
    assert response.url == partnership.get_absolute_url()
    assert partnership.since == FuzzyDate.year(2008)
    assert [agreement.signed for agreement in partnership.agreements.all()] == [FuzzyDate.month(2015, 6)]
    assert (partnership.milestones.count(), partnership.participants.count()) == (1, 1)


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    partnership = PartnershipFactory()
    for factory in (AgreementFactory, MilestoneFactory, ParticipantFactory):
        factory.create_batch(count, partnership=partnership)
    client = as_role("officer")

    with django_assert_num_queries(14):
        client.get(url_of("partnership_edit", partnership))


def test_rows_are_added_changed_and_deleted_in_one_go(as_role, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    partnership = PartnershipFactory()
    kept = MilestoneFactory(partnership=partnership, text="Avant")
    organisation = OrganisationFactory(kind="university", territory=None, name="Université de Tours")
    changes = {
        "title": "Jardins",
        "milestones-0-text": "Après",
        "milestones-0-when": "décembre 2018",
        "agreements-0-form": "convention",
        "agreements-0-signed": "12 juin 2015",
        "agreements-0-file": SimpleUploadedFile("accord.pdf", b"%PDF-1.7"),
        "participants-0-organisation": "Université de Tours",
        "participants-0-role": "operator",
    }

    as_role("officer").post(url_of("partnership_edit", partnership), edit_data(partnership, **changes))

    partnership.refresh_from_db()
    kept.refresh_from_db()
    agreement = partnership.agreements.get()
    assert (partnership.title, kept.text, kept.when) == ("Jardins", "Après", FuzzyDate.month(2018, 12))
    assert (agreement.form, agreement.signed, agreement.file.read()) == (
        "convention",
        FuzzyDate.day(date(2015, 6, 12)),
        b"%PDF-1.7",
    )
    agreement.file.close()
    assert [(p.organisation, p.role) for p in partnership.participants.all()] == [(organisation, "operator")]


def test_one_wrong_row_and_nothing_is_written(as_role):
    partnership = PartnershipFactory(title="Avant")
    changes = {"title": "Après", "milestones-0-text": "Jalon", "milestones-0-when": "un jour peut-être"}

    response = as_role("officer").post(url_of("partnership_edit", partnership), edit_data(partnership, **changes))

    partnership.refresh_from_db()
    assert response.status_code == 200
    assert "Rien n’est enregistré" in response.text
    assert (partnership.title, Milestone.objects.count()) == ("Avant", 0)


def test_a_change_made_meanwhile_is_not_overwritten(as_role):
    partnership = PartnershipFactory()
    opened = edit_data(partnership, title="Le mien")
    partnership.title = "Celui d’un autre"
    partnership.save()

    response = as_role("officer").post(url_of("partnership_edit", partnership), opened)

    partnership.refresh_from_db()
    assert partnership.title == "Celui d’un autre"
    assert "Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte" in response.text


def test_an_agreement_leaves_with_what_replaced_it(as_role):
    old = AgreementFactory(signed=FuzzyDate.year(2001))
    AgreementFactory(partnership=old.partnership, replaces=old, signed=FuzzyDate.year(2010))
    data = edit_data(old.partnership) | {"agreements-0-DELETE": "on", "agreements-1-DELETE": "on"}

    as_role("officer").post(url_of("partnership_edit", old.partnership), data)

    assert Agreement.objects.count() == 0


def test_an_agreement_that_another_still_replaces_stays(as_role):
    old = AgreementFactory(signed=FuzzyDate.year(2001))
    AgreementFactory(partnership=old.partnership, replaces=old, signed=FuzzyDate.year(2010))
    data = edit_data(old.partnership) | {"agreements-1-DELETE": "on"}

    response = as_role("officer").post(url_of("partnership_edit", old.partnership), data)

    assert "Vous supprimez cet accord : choisissez-en un autre, ou aucun." in response.text
    assert Agreement.objects.count() == 2


def test_two_agreements_do_not_replace_each_other(as_role):
    old = AgreementFactory(signed=FuzzyDate.year(2001))
    new = AgreementFactory(partnership=old.partnership, replaces=old, signed=FuzzyDate.year(2010))
    data = edit_data(old.partnership) | {"agreements-1-replaces": new.pk}

    response = as_role("officer").post(url_of("partnership_edit", old.partnership), data)

    assert "Deux accords ne se remplacent pas l’un l’autre." in response.text


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({}, [b"%PDF-1.7"]),
        ({"agreements-0-DELETE": "on"}, []),
        ({"agreements-0-file": SimpleUploadedFile("neuf.pdf", b"%PDF-2.0")}, [b"%PDF-2.0"]),
    ],
)
def test_a_document_no_agreement_keeps_leaves_the_disk(
    as_role, settings, tmp_path, django_capture_on_commit_callbacks, change, left
):
    settings.MEDIA_ROOT = tmp_path
    agreement = AgreementFactory()
    agreement.file.save("accord.pdf", SimpleUploadedFile("accord.pdf", b"%PDF-1.7"))
    agreement.file.close()
    data = edit_data(agreement.partnership) | change

    with django_capture_on_commit_callbacks(execute=True):
        as_role("officer").post(url_of("partnership_edit", agreement.partnership), data)

    assert [path.read_bytes() for path in tmp_path.rglob("*.pdf")] == left


def test_a_referent_does_not_choose_who_sees_the_record(as_role):
    partnership = PartnershipFactory()
    client = as_role("referent", organisation=partnership.french_side)

    client.post(url_of("partnership_edit", partnership), edit_data(partnership, audience="public", title="Jardins"))

    partnership.refresh_from_db()
    assert (partnership.audience, partnership.title) == ("group", "Jardins")


def test_an_officer_makes_public_by_the_act_alone(as_role):
    partnership = PartnershipFactory()
    client = as_role("officer")

    refused = client.post(url_of("partnership_edit", partnership), edit_data(partnership, audience="public"))
    client.post(url_of("partnership_publish", partnership))

    partnership.refresh_from_db()
    assert "audience" in refused.context["form"].errors
    assert partnership.audience == "public"


def test_a_referent_confirms_for_their_organisation(as_role):
    partnership = PartnershipFactory()
    client = as_role("referent", organisation=partnership.foreign_side)

    client.post(url_of("partnership_confirm", partnership), {"on": timezone.localdate().isoformat()})

    partnership.refresh_from_db()
    assert (partnership.confirmed_how, partnership.confirmed_for, partnership.confirmed_by) == (
        "authority",
        partnership.foreign_side,
        client.user,
    )


def test_an_officer_says_how_and_for_whom(as_role):
    partnership = PartnershipFactory()
    data = {"on": "2026-03-03", "how": "meeting", "for_organisation": partnership.french_side.pk}

    as_role("officer").post(url_of("partnership_confirm", partnership), data)

    partnership.refresh_from_db()
    assert (partnership.confirmed_how, partnership.confirmed_for) == ("meeting", partnership.french_side)


def test_closing_twice_says_so(as_role):
    partnership = PartnershipFactory()
    client = as_role("officer")
    client.post(url_of("partnership_end", partnership), {"until": "2017"})

    response = client.post(url_of("partnership_end", partnership), {"until": "2018"})

    partnership.refresh_from_db()
    assert response.context["form"].non_field_errors() == ["Ce partenariat est déjà terminé."]
    assert partnership.until == FuzzyDate.year(2017)


def test_an_end_before_the_beginning_is_refused_beside_the_date(as_role):
    partnership = PartnershipFactory(since=FuzzyDate.year(2010))

    response = as_role("officer").post(url_of("partnership_end", partnership), {"until": "2008"})

    assert response.context["form"].non_field_errors() == ["La fin précède le début."]


def test_an_ended_record_is_opened_again_in_the_state_chosen(as_role):
    partnership = PartnershipFactory(status="ended", until=FuzzyDate.year(2010))

    as_role("officer").post(url_of("partnership_reopen", partnership), {"status": "dormant"})

    partnership.refresh_from_db()
    assert (partnership.status, partnership.until) == ("dormant", None)
