from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.dates import FuzzyDate
from partnerships.forms.parts import part_formsets
from partnerships.models import Agreement, Milestone
from tests.factories import (
    AgreementFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipantFactory,
    PartnershipContactFactory,
    PartnershipFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
OFFICER = SimpleNamespace(is_authenticated=True, is_active=True, sees_all=True, edits_records=True)


def url_of(name, record):
    return reverse(f"partnerships:{name}", args=[record.pk])


def edit_data(partnership, **changes):
    """What the page of a record would send back untouched, with `changes`."""
    data = {"version": partnership.updated_at.isoformat(), "status": partnership.status, "audience": "group"}
    for formset in part_formsets(partnership, OFFICER):
        data |= {f"{formset.prefix}-TOTAL_FORMS": formset.total_form_count()}
        data |= {f"{formset.prefix}-INITIAL_FORMS": formset.initial_form_count()}
        for form in formset:
            values = {form.add_prefix(name): form[name].value() for name in form.fields if name != "file"}
            data |= {name: value for name, value in values.items() if value not in (None, "")}
    return data | changes


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
    factories = (AgreementFactory, MilestoneFactory, ParticipantFactory, ProjectFactory, PartnershipContactFactory)
    for factory in factories:
        factory.create_batch(count, partnership=partnership)
    client = as_role("officer")

    with django_assert_num_queries(19):
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
    assert response.status_code == 422
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
