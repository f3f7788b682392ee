"""All changes in one list: who may read it, what its filters find, what its export holds, what it costs."""

import csv
import io

import pytest
from django.urls import reverse

from accounts.models import Consent, Erasure
from core.history import told
from core.history.auditing import Place
from directory.models import Organisation
from partnerships.models import Milestone, Partnership
from tests.factories import OrganisationFactory, PartnershipFactory, PersonFactory
from tests.histories import an_hour_passes, last_version

pytestmark = pytest.mark.django_db

AUDIT, EXPORT = reverse("cufportal:audit"), reverse("cufportal:audit_export")


def found(client, **query):
    """[(act, kind, number)] of the lines that a page of the audit shows."""
    rows = client.get(AUDIT, query).context["rows"]
    return [(str(line.act), line.kind, line.number) for line, *_said in rows]


def exported(client, **query):
    content = b"".join(client.get(EXPORT, query).streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content), delimiter=";"))


@pytest.fixture
def history(make_user, group):
    """SQL changed an organisation, an officer a partnership from a page, a job another, an hour apart."""
    officer = make_user("officer")
    first, second, city = PartnershipFactory(group=group), PartnershipFactory(group=group), OrganisationFactory()
    an_hour_passes()
    # First, since what was told holds to the end of a transaction, which a test is.
    Organisation.objects.filter(pk=city.pk).update(acronym="VDL")
    an_hour_passes()
    with told(user=officer.pk, page="partnerships:partnership_edit", reason="Erreur"):
        Partnership.objects.filter(pk=first.pk).update(title="Échanges")
    an_hour_passes()
    with told(job="rappels"):
        Partnership.objects.filter(pk=second.pk).update(title="Jumelage")
    return {"officer": officer, "first": first, "second": second, "city": city}


def of_records(rows):
    """Without the account of the reader, which was made last."""
    return [row for row in rows if row[1] != "user"]


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403)]
    + [("officer", 200), ("administrator", 200)],
)
@pytest.mark.parametrize("address", [AUDIT, EXPORT])
def test_officers_and_administrators_read_the_audit(as_role, role, status, address):
    assert as_role(role).get(address).status_code == status


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"acte": "changed"}, ["second", "first", "city"]),
        ({"acte": "changed", "sorte": "partnership"}, ["second", "first"]),
        ({"acte": "changed", "qui": "Officer"}, ["first"]),
        ({"acte": "changed", "page": "partnerships:partnership_edit"}, ["first"]),
        ({"acte": "changed", "page": "partnerships"}, ["first"]),
        ({"acte": "changed", "page": "job"}, ["second"]),
        ({"acte": "changed", "page": "outside"}, ["city"]),
        ({"acte": "changed", "fiche": "échang"}, ["first"]),
        ({"acte": "changed", "fiche": "100 %"}, []),
        ({"acte": "changed", "du": "01/01/2999"}, []),
        ({"acte": "changed", "au": "1999-12-31"}, []),
        ({"acte": "changed", "du": "1999-12-31", "au": "2999-01-01"}, ["second", "first", "city"]),
    ],
)
def test_a_filter_finds_what_it_says(as_role, history, query, names):
    shown = of_records(found(as_role("administrator"), **query))

    assert [number for _act, _kind, number in shown] == [history[name].pk for name in names]


def test_a_record_is_found_by_its_number_with_its_parts(as_role, history):
    milestone = Milestone.objects.create(partnership=history["first"], text="Vingt ans")

    shown = found(as_role("officer"), sorte="partnership", fiche=str(history["first"].pk))

    assert [(kind, number) for _act, kind, number in shown] == [
        ("milestone", milestone.pk),
        ("partnership", history["first"].pk),
        ("partnership", history["first"].pk),
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"du": "hier"}, "Écrivez les jours du filtre ainsi : 14/09/2027. Ce qui est écrit n’est pas appliqué."),
        (
            {"du": "2027-02-01", "au": "2027-01-01"},
            "La période finit avant de commencer : corrigez l’une des deux dates.",
        ),
        ({"qui": "Personne de ce nom"}, "Aucun compte ne porte ce nom ni cette adresse : corrigez-le."),
        ({"sorte": "licorne"}, "« licorne » ne figure pas dans ce filtre : il n’est pas appliqué."),
        ({"page": "licorne"}, "« licorne » ne figure pas dans ce filtre : il n’est pas appliqué."),
        (
            {"fiche": "12"},
            "Choisissez aussi la sorte de fiche : un numéro n’en désigne qu’une de sa sorte.",
        ),
    ],
)
def test_a_mistake_in_a_filter_is_said_and_the_rest_applies(as_role, history, query, sentence):
    client = as_role("administrator")
    asked = {"acte": "changed", **query}

    response = client.get(AUDIT, asked)

    assert response.context["form"].problems == [sentence]
    assert response.text.count("alert-warning") == 1
    assert len(of_records(found(client, **asked))) == (0 if "au" in query else 3)


def test_a_place_that_is_none_shows_the_newest(as_role, history):
    client = as_role("officer")
    newest = found(client)

    for text in ("", "hier", "~~", "2027-01-01T00:00:00~1~1", "2027-01-01T00:00:00+00:00~1~" + "9" * 30):
        assert found(client, avant=text) == newest


@pytest.mark.parametrize("same_instant", [True, False])
def test_each_change_is_on_one_page_and_only_one(as_role, group, same_instant):
    record = PartnershipFactory(group=group)
    for number in range(130):
        Partnership.objects.update(title=f"Titre {number}")
        if number % 3 == 0:
            Milestone.objects.create(partnership=record, text=f"Jalon {number}")
        if not same_instant and number % 40 == 0:
            an_hour_passes()
    client = as_role("officer")

    seen, query = [], {"sorte": "partnership"}
    while query:
        context = client.get(AUDIT, query).context
        seen += [line.step.row for line, *_said in context["rows"]]
        query = {"sorte": "partnership", "avant": str(context["last"])} if context["last"] else None

    assert len(seen) == len({(type(row), row.pk) for row in seen}) == 131 + 44
    assert [row.pgh_created_at for row in seen] == sorted((row.pgh_created_at for row in seen), reverse=True)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_audit_runs_a_fixed_number_of_queries(as_role, group, django_assert_num_queries, count):
    client = as_role("officer")
    users = [as_role("officer").user.pk for _ in range(3)]
    PartnershipFactory(group=group)
    an_hour_passes()
    for number in range(count):
        with told(user=users[number % 3]):
            Partnership.objects.update(title=f"Titre {number}", french_side=OrganisationFactory(name="Ville"))
    client.get(AUDIT)

    # session, user, roles, the keys, versions and those before, two sorts of names, the authors with person and roles
    with django_assert_num_queries(10):
        response = client.get(AUDIT, {"sorte": "partnership", "acte": "changed"})

    assert len(response.context["rows"]) == min(count, 50)


def test_the_export_holds_the_whole_answer(as_role, history):
    client = as_role("administrator")

    header, *rows = exported(client, acte="changed", sorte="partnership")

    assert header[1:] == ["Qui", "Depuis", "Raison", "Acte", "Sorte", "Numéro", "Fiche", "Changements"]
    assert [row[1:] for row in rows] == [
        ["le portail", "tâche « rappels »", "", "modification", "Partenariat", str(history["second"].pk)]
        + ["Jumelage", "titre : → Jumelage"],
        [str(history["officer"]), "modification du partenariat", "Erreur", "modification", "Partenariat"]
        + [str(history["first"].pk), "Échanges", "titre : → Échanges"],
    ]


def test_what_people_typed_is_no_formula_in_the_export(as_role, group):
    PartnershipFactory(group=group, title="=HYPERLINK(1)")

    _header, row = exported(as_role("officer"), sorte="partnership", acte="added")

    assert row[7] == "'=HYPERLINK(1)"


def test_the_export_is_longer_than_one_reading(as_role, group, monkeypatch):
    monkeypatch.setattr("cufportal.history.audit.AT_ONCE", 7)
    PartnershipFactory(group=group)
    for number in range(30):
        Partnership.objects.update(title=f"Titre {number}")

    _header, *rows = exported(as_role("officer"), sorte="partnership")

    assert len(rows) == 31


def test_the_audit_leads_to_the_history_and_puts_back_a_removed_record(as_role, group):
    record = PartnershipFactory(group=group, title="Perdu")
    number = record.pk
    record.delete()
    client = as_role("officer")

    page = client.get(AUDIT, {"acte": "removed"}).text
    address = reverse("cufportal:version_restore", args=["partnership", last_removal(number).pk])
    response = client.post(address, {"reason": "Supprimé par erreur"}, follow=True)

    assert f'href="{address}"' in page
    assert "La fiche est rétablie." in response.text
    assert Partnership.objects.get(pk=number).title == "Perdu"


def last_removal(number):
    return Partnership.versions.rel.related_model.objects.filter(id=number).latest("pgh_id")


def test_a_refused_restoration_says_why_and_writes_nothing(as_role, group):
    record = PartnershipFactory(group=group)
    sides = {"french_side": record.french_side, "foreign_side": record.foreign_side}
    number = record.pk
    record.delete()
    PartnershipFactory(group=group, **sides)
    client = as_role("officer")

    address = reverse("cufportal:version_restore", args=["partnership", last_removal(number).pk])
    response = client.post(address, {"reason": "Supprimé par erreur"})

    assert response.status_code == 422
    assert "partenariat" in " ".join(response.context["form"].non_field_errors()).lower()
    assert Partnership.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403), ("officer", 302)],
)
def test_only_officers_put_a_version_back(as_role, group, role, status):
    record = PartnershipFactory(group=group, title="Avant")
    version = last_version(record)
    Partnership.objects.update(title="Après")

    response = as_role(role).post(
        reverse("cufportal:version_restore", args=["partnership", version.pk]), {"reason": "Erreur"}
    )

    record.refresh_from_db()
    assert (response.status_code, record.title) == (status, "Avant" if role == "officer" else "Après")


def test_what_nobody_sets_back_is_refused_to_administrators_too(as_role):
    client = as_role("administrator")

    address = reverse("cufportal:version_restore", args=["user", last_version(client.user).pk])

    assert client.post(address, {"reason": "Erreur"}).status_code == 403


def test_officers_find_requests_of_erasure_but_neither_accounts_nor_consents(as_role, make_user):
    erasure = {"content_type_id": 1, "object_id": 1, "asked_by": make_user("officer"), "reason": "Demande"}
    Erasure.objects.create(**erasure)
    Consent.objects.create(person=PersonFactory(), purpose="mailings", text="Oui", recorded_by=erasure["asked_by"])

    kinds = {role: {kind for _act, kind, _n in found(as_role(role))} for role in ("officer", "administrator")}

    delicate = {"erasure", "consent", "user"}
    assert [kinds[role] & delicate for role in ("officer", "administrator")] == [{"erasure"}, delicate]


def test_a_change_of_which_an_erasure_left_nothing_is_told_no_more(as_role):
    pair = PartnershipFactory(title="Avant")
    an_hour_passes()
    Partnership.objects.update(title="Après")
    pair.versions.update(title="[effacé]")
    client = as_role("administrator")

    answers = [client.get(AUDIT), client.get(EXPORT)]

    assert [answer.status_code for answer in answers] == [200, 200]
    lines = b"".join(answers[1].streaming_content).decode().splitlines()
    assert [line.split(";")[4] for line in lines if "[effacé]" in line] == ["ajout"]


def test_a_place_is_written_as_it_is_read():
    place = Place.read("2027-01-01T00:00:00+00:00~3~12")

    assert Place.read(str(place)) == place
