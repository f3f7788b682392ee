from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from core.dates import read
from core.enums import Audience
from partnerships.models import Agreement, Milestone, Participant, Partnership
from tests.admin_forms import page, said, send
from tests.factories import OrganisationFactory, PartnershipFactory, TerritoryNameFactory

LIST = page(Partnership, "changelist")
ADD = page(Partnership, "add")


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_dates_are_typed_as_people_know_them(as_role):
    partnership = PartnershipFactory()

    send(as_role("officer"), page(Partnership, "change", partnership.pk), {"since": "fin octobre 1986"})

    partnership.refresh_from_db()
    assert partnership.since == read("fin octobre 1986")


def test_a_page_saved_as_it_is_changes_nothing(as_role):
    partnership = PartnershipFactory(since=read("1982"), source="Compte rendu de 2017")
    Agreement.objects.create(partnership=partnership, form="twinning", signed=read("fin octobre 1986"))
    Milestone.objects.create(partnership=partnership, text="Vingt ans", when=read("2006"))
    Participant.objects.create(partnership=partnership, organisation=OrganisationFactory())
    rows = [Partnership, Agreement, Milestone, Participant]
    before = [list(model.objects.values()) for model in rows]

    response = send(as_role("officer"), page(Partnership, "change", partnership.pk))

    after = [list(model.objects.values()) for model in rows]
    before[0][0]["updated_at"] = after[0][0]["updated_at"]  # the record itself is always written
    assert response.status_code == 302
    assert after == before


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"until": "2019"}, "Seul un partenariat terminé porte une date de fin."),
        ({"status": "ended", "since": "2019", "until": "2001"}, "La fin précède le début."),
        (
            {"since": "un jour de pluie"},
            "« un jour de pluie » ne se lit pas comme une date : écrivez par exemple "
            "14 septembre 2017, décembre 2018, 2018, 2008-2009 ou fin octobre 2016.",
        ),
    ],
)
def test_what_contradicts_itself_comes_back_with_a_sentence(as_role, changes, sentence):
    partnership = PartnershipFactory()

    response = send(as_role("officer"), page(Partnership, "change", partnership.pk), changes)

    assert said(response) == [sentence]


def test_a_second_record_of_the_same_pair_is_refused(as_role):
    first = PartnershipFactory()
    pair = {"group": first.group_id, "french_side": first.french_side_id, "foreign_side": first.foreign_side_id}

    response = send(as_role("officer"), ADD, pair)

    assert said(response) == ["Ce partenariat existe déjà : rouvrez sa fiche plutôt que d’en faire une seconde."]


def test_the_sides_are_not_swapped(as_role):
    first = PartnershipFactory()
    pair = {"group": first.group_id, "french_side": first.foreign_side_id, "foreign_side": first.french_side_id}

    response = send(as_role("officer"), ADD, pair)

    assert said(response) == ["Ce côté-ci est en France : choisissez un organisme français."]


@pytest.mark.parametrize("typed", ["Evreux", "évreux", "EVREUX", "Évreux Nankin", "Nanjing", "南京"])
def test_a_pair_is_found_by_any_name_of_either_side(as_role, typed):
    wanted = PartnershipFactory(french_side__territory__name="Évreux", foreign_side__territory__name_zh="南京市")
    for name in ("Nanjing", "Nankin"):
        TerritoryNameFactory(territory=wanted.foreign_side.territory, text=name)
    PartnershipFactory()

    response = as_role("officer").get(LIST, {"q": typed})

    assert list(response.context["cl"].queryset) == [wanted]


def act(client, action, *partnerships):
    return client.post(LIST, {"action": action, "_selected_action": [one.pk for one in partnerships], "confirmed": "1"})


def test_an_officer_opens_many_records_to_the_public_at_once(as_role):
    first, second, already = PartnershipFactory(), PartnershipFactory(), PartnershipFactory(public=True)

    response = act(as_role("officer"), "publish", first, second, already)

    assert set(Partnership.objects.values_list("audience", flat=True)) == {Audience.PUBLIC}
    assert messages_of(response) == [
        f"{already} : Cette fiche est déjà publique.",
        "2 partenariats sont maintenant publics.",
    ]


def test_checked_today_says_when_how_and_by_whom(as_role):
    partnership, client = PartnershipFactory(), as_role("officer")

    act(client, "confirm_today", partnership)

    partnership.refresh_from_db()
    confirmed = (partnership.confirmed_on, partnership.confirmed_how, partnership.confirmed_by)
    assert confirmed == (timezone.localdate(), "officer", client.user)


def test_a_check_is_never_typed_in(as_role):
    partnership = PartnershipFactory()

    send(as_role("officer"), page(Partnership, "change", partnership.pk), {"confirmed_on": "14/09/2017"})

    partnership.refresh_from_db()
    assert partnership.confirmed_on is None


def test_the_secretariat_reads_partnerships_and_changes_none(as_role):
    partnership, client = PartnershipFactory(since=read("fin octobre 1986")), as_role("secretariat")

    shown = client.get(page(Partnership, "change", partnership.pk))
    statuses = [
        client.post(page(Partnership, "change", partnership.pk), {"title": "Autre"}).status_code,
        client.get(ADD).status_code,
        client.get(page(Partnership, "delete", partnership.pk)).status_code,
    ]

    assert shown.text.count("fin octobre 1986") == 1
    assert statuses == [403, 403, 403]


def test_the_secretariat_is_offered_no_action(as_role):
    partnership = PartnershipFactory()

    act(as_role("secretariat"), "publish", partnership)

    partnership.refresh_from_db()
    assert partnership.audience == Audience.GROUP


def test_records_never_checked_can_be_listed(as_role):
    never = PartnershipFactory()
    PartnershipFactory(confirmed_on=date(2020, 1, 1), confirmed_how="meeting")

    response = as_role("officer").get(LIST, {"verification": "jamais"})

    assert list(response.context["cl"].queryset) == [never]


def test_every_field_of_a_table_of_parts_says_its_name(as_role):
    partnership = PartnershipFactory()
    Milestone.objects.create(partnership=partnership, text="Vingt ans", when=read("2006"))
    Participant.objects.create(partnership=partnership, organisation=OrganisationFactory())

    shown = as_role("officer").get(page(Partnership, "change", partnership.pk)).context
    tables = [
        inline for inline in shown["inline_admin_formsets"] if inline.formset.prefix in {"milestones", "participants"}
    ]
    fields = [field for table in tables for form in table.formset for field in form if not field.is_hidden]

    assert len(tables) == 2
    assert [field.html_name for field in fields if f'aria-label="{field.label}"' not in str(field)] == []
