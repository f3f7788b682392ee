"""The pages of a history: what they say, of whom, and at what cost."""

import pytest
from django.urls import reverse
from django.utils import translation

from core.dates import FuzzyDate
from core.enums import Audience
from core.history import told
from directory.models import Person
from meetings.models import Decision
from partnerships.models import Milestone, Partnership
from tests.admin_rows import FULL_ROW
from tests.factories import AgreementFactory, MeetingFactory, OrganisationFactory, PartnershipFactory, ThemeFactory
from tests.histories import an_hour_passes, last_version

pytestmark = pytest.mark.django_db


def address(record, name="history"):
    return reverse(f"cufportal:{name}", args=[type(record)._meta.model_name, record.pk])


def entries(client, record, **query):
    return client.get(address(record), query).context["entries"]


def lines_of(shown):
    """[(act, noun, name, [(field, before, after)])] of one entry."""
    return [
        (str(line.act), line.noun, line.name, [(change.label, change.before, change.after) for change in line.changes])
        for line in shown.entry.lines
    ]


@pytest.fixture
def partnership(group):
    made = PartnershipFactory(group=group, title="Avant", audience=Audience.PUBLIC)
    an_hour_passes()
    return made


def test_a_change_is_told_with_who_from_where_and_what_it_said_before(as_role, partnership):
    client = as_role("officer")

    client.post(reverse("partnerships:partnership_end", args=[partnership.pk]), {"until": "fin octobre 2016"})

    newest = entries(client, partnership)[0]
    assert (newest.who, newest.where) == (str(client.user), "clôture du partenariat")
    assert lines_of(newest) == [
        ("modification", "partenariat", "Avant", [("état", "actif", "terminé"), ("jusqu’à", "", "fin octobre 2016")])
    ]


def test_what_one_request_changed_is_one_entry(as_role, partnership):
    with told(user=as_role("officer").user.pk, page="partnerships:partnership_edit"):
        Partnership.objects.update(title="Après")
        Milestone.objects.create(partnership=partnership, text="Vingt ans")
        partnership.themes.add(ThemeFactory(name="Eau"))

    newest = entries(as_role("officer"), partnership)[0]

    assert [(act, noun, name) for act, noun, name, _changes in lines_of(newest)] == [
        ("modification", "partenariat", "Après"),
        ("ajout", "jalon", "Vingt ans"),
        ("ajout", "thèmes", "Eau"),
    ]


def test_a_part_that_was_removed_stays_in_the_history_of_its_record(as_role, partnership):
    milestone = Milestone.objects.create(partnership=partnership, text="Vingt ans")
    an_hour_passes()

    milestone.delete()

    told_of = [lines_of(shown)[0][:3] for shown in entries(as_role("officer"), partnership)][:2]
    assert told_of == [("suppression", "jalon", "Vingt ans"), ("ajout", "jalon", "Vingt ans")]


def test_fields_read_in_the_language_of_the_reader(as_role, partnership):
    partnership.until = FuzzyDate.month(2016, 10)
    partnership.status = "ended"
    partnership.save()
    client = as_role("officer")

    client.cookies.load({"django_language": "en"})
    changes = lines_of(entries(client, partnership)[0])[0][3]

    assert ("", "October 2016") in [(before, after) for _label, before, after in changes]
    translation.activate("fr")


def test_a_record_that_is_gone_is_said_to_be(as_role, group):
    theme = ThemeFactory(name="Eau")
    record = PartnershipFactory(group=group)
    record.themes.add(theme)
    record.themes.clear()
    theme.delete()

    names = [name for shown in entries(as_role("officer"), record) for _a, _n, name, _c in lines_of(shown)]

    assert names.count("fiche supprimée") == 2


def test_an_erased_person_is_named_nowhere(as_role, make_user, partnership):
    author = make_user("officer")
    with told(user=author.pk):
        Partnership.objects.update(title="Après")
    Person.objects.filter(user=author).update(civility="", first_name="", last_name="", erased_at="2027-01-01T00:00Z")

    assert entries(as_role("officer"), partnership)[0].who == "personne effacée"


def test_what_plain_sql_changed_says_so(as_role, partnership):
    Partnership.objects.update(title="Par la base")

    assert entries(as_role("officer"), partnership)[0].who == "quelqu’un, hors du portail"


def test_what_an_account_that_is_gone_changed_says_so(as_role, partnership):
    with told(user=999_999):
        Partnership.objects.update(title="Après")

    assert entries(as_role("officer"), partnership)[0].who == "un compte supprimé"


def test_a_removed_record_keeps_its_history_for_the_team(as_role, partnership):
    page = address(partnership)
    partnership.delete()

    response = as_role("secretariat").get(page)

    assert response.status_code == 200
    assert (response.context["title"].text, response.context["title"].is_removed) == ("Avant", True)
    assert as_role("member").get(page).status_code == 404


def test_what_people_wrote_stays_text(as_role, partnership):
    attack = "<script>alert(1)</script> " * 8
    partnership.summary = attack
    partnership.save()
    an_hour_passes()
    partnership.summary = attack + "<b>encore</b>"
    partnership.save()

    pages = [address(partnership), partnership.get_absolute_url(), f"{address(partnership, 'history_compare')}"]

    client = as_role("officer")
    for page in pages:
        assert "<script>alert" not in client.get(page).text
        assert "<b>encore" not in client.get(page).text


@pytest.mark.parametrize(("role", "queries"), [("officer", 14), ("member", 17)])
@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_history_runs_a_fixed_number_of_queries(as_role, group, django_assert_max_num_queries, role, queries, count):
    partnership = PartnershipFactory(group=group)
    authors = [as_role("officer").user.pk, as_role("referent").user.pk]
    an_hour_passes()
    for number in range(count):
        with told(user=authors[number % 2], page="partnerships:partnership_edit"):
            Partnership.objects.update(title=f"Titre {number}", french_side=OrganisationFactory())
            AgreementFactory(partnership=partnership)
        an_hour_passes()
    client = as_role(role)

    with django_assert_max_num_queries(queries):
        response = client.get(address(partnership))

    assert len(response.context["entries"]) == min(count + 1, 20)


def test_a_long_history_has_pages(as_role, partnership):
    for number in range(25):
        Partnership.objects.update(title=f"Titre {number}")
        an_hour_passes()
    client = as_role("officer")

    first, second = entries(client, partnership), entries(client, partnership, page=2)

    assert (len(first), len(second)) == (20, 6)
    assert lines_of(first[0])[0][3] == [("titre", "Titre 23", "Titre 24")]


def test_the_page_of_a_record_shows_the_last_three_changes(as_role, partnership):
    for number in range(5):
        Partnership.objects.update(title=f"Titre {number}")
        an_hour_passes()

    page = as_role("officer").get(partnership.get_absolute_url()).text

    assert [f"Titre {number}" in page.split('id="historique"')[1] for number in range(5)] == [0, 1, 1, 1, 1]
    assert f'href="{address(partnership)}"' in page


def test_a_visitor_reads_no_history(client, partnership):
    assert 'id="historique"' not in client.get(partnership.get_absolute_url()).text
    assert client.get(address(partnership)).status_code == 302


def test_two_versions_are_compared_field_by_field(as_role, partnership):
    earlier = last_version(partnership)
    partnership.themes.add(ThemeFactory(name="Eau"))
    partnership.title, partnership.summary = "Après", "Échanges d’étudiants"
    partnership.save()
    client = as_role("officer")

    query = {"de": last_version(partnership).pk, "a": earlier.pk}  # in any order
    changes = client.get(address(partnership, "history_compare"), query).context["changes"]

    found = [(change.label, change.before, change.after) for change in changes]
    assert found == [("titre", "Avant", "Après"), ("objet", "", "Échanges d’étudiants"), ("thèmes", "", "Eau")]


def test_a_version_of_another_record_is_not_compared(as_role, partnership):
    other = last_version(PartnershipFactory())
    query = {"de": last_version(partnership).pk, "a": other.pk}

    context = as_role("officer").get(address(partnership, "history_compare"), query).context

    assert "changes" not in context


def test_the_administration_leads_to_this_history(as_role, partnership):
    response = as_role("officer").get(reverse("admin:partnerships_partnership_history", args=[partnership.pk]))

    assert (response.status_code, response.url) == (302, address(partnership))


def test_the_history_of_a_meeting_holds_its_decisions(as_role, group):
    meeting = MeetingFactory(group=group)
    Decision.objects.create(meeting=meeting, text="Écrire aux membres")
    an_hour_passes()
    Decision.objects.update(text="Écrire à tous")

    newest = entries(as_role("officer"), meeting)[0]

    assert lines_of(newest)[0] == (
        "modification",
        "décision",
        "Écrire à tous",
        [("texte", "Écrire aux membres", "Écrire à tous")],
    )


def test_administrators_read_the_history_of_an_account(as_role):
    client = as_role("administrator")

    told = {line[:2] for entry in entries(client, client.user) for line in lines_of(entry)}

    assert ("ajout", "compte") in told


@pytest.mark.parametrize("number", [0, 2**62, 10**30])
def test_a_number_that_no_record_has_is_not_found(as_role, number):
    client = as_role("officer")

    for name in ("history", "history_compare", "version_restore"):
        assert client.get(reverse(f"cufportal:{name}", args=["partnership", number])).status_code == 404


@pytest.mark.parametrize("model", [model for model in FULL_ROW if hasattr(model, "versions")])
def test_the_history_of_every_record_of_the_administration_reads(as_role, model):
    row = FULL_ROW[model](2)
    an_hour_passes()

    response = as_role("administrator").get(
        reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_history", args=[row.pk]), follow=True
    )

    assert (response.status_code, response.redirect_chain) == (200, [(address(row), 302)])


@pytest.mark.parametrize(("state", "status"), [("published", 422), ("approved", 302)])
def test_published_minutes_are_set_back_by_no_version(as_role, group, state, status):
    meeting = MeetingFactory(group=group, minutes_state=state)
    decision = Decision.objects.create(meeting=meeting, text="Avant", kind="decision")
    version = last_version(decision)
    an_hour_passes()
    Decision.objects.filter(pk=decision.pk).update(text="Après")

    answer = as_role("officer").post(
        reverse("cufportal:version_restore", args=["decision", version.pk]), {"reason": "Erreur"}
    )

    decision.refresh_from_db()
    assert (answer.status_code, decision.text) == (status, "Après" if status == 422 else "Avant")
