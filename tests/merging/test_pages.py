"""The pages of merges: who opens them, what they show before anything is done, and where old addresses lead."""

import pytest
from django.urls import reverse

from core.enums import Audience
from cufportal.merging.kinds import KINDS
from directory.merging.apart import say_apart
from directory.merging.writing import merge_records
from directory.models import Merge, NotDuplicates, Organisation
from partnerships.models import Partnership
from tests.factories import (
    AffiliationFactory,
    OrganisationFactory,
    ParticipantFactory,
    PartnershipFactory,
    TerritoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

REFUSED = ["member", "referent", "partner", "secretariat"]


def page_of(kept, absorbed):
    return reverse("cufportal:merge", args=[type(kept)._meta.model_name, kept.pk, absorbed.pk])


def merged(kept, absorbed):
    return merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Saisi deux fois", by=UserFactory())


def sent(page, **changes):
    """What the page sends as it stands."""
    plan = page.context["plan"]
    return {"reason": "Saisi deux fois", "shown": plan.digest, "fill": list(plan.fills), **changes}


@pytest.fixture
def kept(db):
    return OrganisationFactory(name="Ville de Tours")


@pytest.fixture
def absorbed(db):
    return OrganisationFactory(name="Mairie de Tours", website="https://tours.example.org")


@pytest.mark.parametrize("role", REFUSED)
def test_only_officers_and_administrators_see_compare_merge_and_undo(as_role, kept, absorbed, role):
    client = as_role(role)
    done = merged(OrganisationFactory(), OrganisationFactory())
    pages = [
        reverse("cufportal:merge_list"),
        reverse("cufportal:duplicate_list", args=["organisation"]),
        reverse("cufportal:merge_choose", args=["organisation", kept.pk]),
        page_of(kept, absorbed),
        reverse("cufportal:merge_detail", args=[done.pk]),
        reverse("cufportal:merge_undo", args=[done.pk]),
    ]
    acts = [
        page_of(kept, absorbed),
        pages[-1],
        reverse("cufportal:say_two", args=["organisation", kept.pk, absorbed.pk]),
    ]

    assert {client.get(page).status_code for page in pages} == {403}
    assert {client.post(act, {"reason": "Deux fois"}).status_code for act in acts} == {403}
    assert Organisation.objects.filter(pk=absorbed.pk).exists()
    assert not NotDuplicates.objects.exists()


def test_the_page_says_what_moves_with_links_and_nothing_is_done_by_looking(as_role, kept, absorbed):
    pair = PartnershipFactory(french_side=absorbed)
    AffiliationFactory(organisation=absorbed, person__last_name="Le Goff")
    part = ParticipantFactory(organisation=absorbed)

    page = as_role("officer").get(page_of(kept, absorbed))

    groups = {group.label: group for group in page.context["shown"].groups}
    assert groups["Partenariats (côté français)"].rows[0][1] == pair.get_absolute_url()
    assert "Le Goff" in groups["Fonctions (organisme)"].rows[0][0]
    assert groups["Organismes associés (organisme)"].rows[0][1] == part.partnership.get_absolute_url()
    assert page.context["shown"].names == ["Mairie de Tours"]
    lines = {line.label: line for line in page.context["shown"].lines}
    assert (lines["Nom"].kept, lines["Nom"].absorbed, lines["Nom"].is_lost) == (
        "Ville de Tours",
        "Mairie de Tours",
        True,
    )
    assert lines["Site"].key in page.context["form"].ticked
    assert Organisation.objects.filter(pk=absorbed.pk).exists()


def test_two_partnerships_that_would_be_one_are_shown_beside_each_other(as_role, kept, absorbed):
    pair = PartnershipFactory(french_side=kept, public=True)
    PartnershipFactory(french_side=absorbed, foreign_side=pair.foreign_side, summary="Jardins")

    shown = as_role("officer").get(page_of(kept, absorbed)).context["shown"]

    [fold] = shown.folds
    assert (fold.noun, fold.url) == ("Partenariat", pair.get_absolute_url())
    assert {line.label: line.absorbed for line in fold.lines} == {"Objet": "Jardins", "Visible de": "membres du groupe"}
    assert ["membres du groupe" in sentence for sentence in shown.changes] == [True]


def test_an_officer_merges_and_the_merge_says_who_when_and_why(as_role, kept, absorbed):
    client = as_role("officer")

    answer = client.post(page_of(kept, absorbed), sent(client.get(page_of(kept, absorbed)), fill=[]))

    merge = Merge.objects.get()
    assert answer.url == merge.get_absolute_url()
    assert (merge.merged_by, merge.reason, merge.kept_number) == (client.user, "Saisi deux fois", kept.pk)
    kept.refresh_from_db()
    assert kept.website == ""
    history = client.get(reverse("cufportal:history", args=["organisation", kept.pk])).content.decode()
    assert "Mairie de Tours" in history
    assert "Saisi deux fois" in history


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "obligatoire"),
        ({"shown": "0" * 64}, "relisez-la"),
        ({"fill": ["directory.organisation:1:nothing"]}, "plus à remplir"),
    ],
)
def test_what_is_refused_answers_422_in_words_and_loses_nothing(as_role, kept, absorbed, changes, said):
    client = as_role("officer")

    page = client.post(page_of(kept, absorbed), sent(client.get(page_of(kept, absorbed)), **changes))

    assert page.status_code == 422
    assert said in page.content.decode()
    assert changes.get("reason", "Saisi deux fois") in page.content.decode()
    assert Organisation.objects.filter(pk=absorbed.pk).exists()


def test_who_presses_twice_is_led_to_the_merge_that_was_done(as_role, kept, absorbed):
    client = as_role("officer")
    typed = sent(client.get(page_of(kept, absorbed)))

    answers = [client.post(page_of(kept, absorbed), typed) for _time in range(2)]

    assert {answer.url for answer in answers} == {Merge.objects.get().get_absolute_url()}


def test_the_old_address_leads_to_the_kept_record_for_good_until_the_merge_is_taken_back(
    as_role, client, kept, absorbed
):
    third = OrganisationFactory(name="Tours")
    first, second = merged(kept, absorbed), merged(third, kept)

    for old in (absorbed, kept):
        answer = client.get(reverse("directory:organisation_detail", args=[old.pk]))
        assert (answer.status_code, answer.url) == (301, third.get_absolute_url())
        assert answer.headers["Cache-Control"] == "no-cache"

    officer = as_role("officer")
    for merge in (second, first):
        officer.post(reverse("cufportal:merge_undo", args=[merge.pk]), {"reason": "Ce sont trois organismes"})
    assert client.get(reverse("directory:organisation_detail", args=[absorbed.pk])).status_code == 200


def test_the_address_of_a_partnership_leads_only_to_one_that_its_reader_sees(as_role):
    pair = PartnershipFactory(public=True)
    twin = PartnershipFactory(group=pair.group, audience=Audience.INTERNAL)
    place = TerritoryFactory()
    gone = TerritoryFactory(name="Tourz")
    merged(pair, twin)
    merged(place, gone)
    address = reverse("partnerships:partnership_detail", args=[twin.pk])

    assert as_role("visitor").get(address).status_code == 404
    assert as_role("secretariat").get(address).url == pair.get_absolute_url()
    assert as_role("visitor").get(reverse("directory:territory_detail", args=[gone.pk])).url == place.get_absolute_url()


def test_the_absorbed_record_is_in_no_list_no_search_and_no_export(client, kept, absorbed):
    pair = PartnershipFactory(french_side=kept, public=True, title="Jumelage ancien")
    twin = PartnershipFactory(
        french_side=absorbed, foreign_side=pair.foreign_side, public=True, title="Jumelage double"
    )
    merged(kept, absorbed)

    pages = [
        client.get(reverse("directory:organisation_list")),
        client.get(reverse("cufportal:search"), {"q": "Tours"}),
        client.get(reverse("partnerships:partnership_list")),
        client.get(reverse("partnerships:partnership_export", args=["csv"])),
    ]

    said = [b"".join(page).decode() if page.streaming else page.content.decode() for page in pages]
    assert not any("Jumelage double" in text or f"/annuaire/{absorbed.pk}/" in text for text in said)
    assert f"/annuaire/{kept.pk}/" in said[0]
    assert not Partnership.objects.filter(pk=twin.pk).exists()


def test_a_merge_that_cannot_be_taken_back_says_why_before_it_is_asked(as_role, kept, absorbed):
    merge = merged(kept, absorbed)
    Organisation.objects.filter(pk=kept.pk).update(website="https://ailleurs.example.org")
    url = reverse("cufportal:merge_undo", args=[merge.pk])
    client = as_role("officer")

    assert ["site" in said for said in client.get(url).context["obstacles"]] == [True]
    answer = client.post(url, {"reason": "Deux organismes"})
    assert answer.status_code == 422
    assert "a été modifié depuis" in answer.content.decode()


def test_the_record_pages_and_the_administration_lead_to_the_merge(as_role, kept):
    pair = PartnershipFactory(french_side=kept)
    client = as_role("officer")
    records = [kept, kept.territory, pair]

    for record in records:
        opts = record._meta
        choose = reverse("cufportal:merge_choose", args=[opts.model_name, record.pk])
        admin = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
        assert f'href="{choose}"' in client.get(record.get_absolute_url()).content.decode()
        assert f'href="{choose}"' in client.get(admin).content.decode()
        assert client.get(choose).status_code == 200
        assert f'href="{choose}"' not in as_role("secretariat").get(admin).content.decode()


@pytest.mark.parametrize("typed", ["Mairie de Tours", "number"])
def test_the_other_record_is_chosen_by_its_name_or_its_address(as_role, kept, absorbed, typed):
    record, other = (kept, absorbed) if typed != "number" else (PartnershipFactory(), PartnershipFactory())
    url = reverse("cufportal:merge_choose", args=[record._meta.model_name, record.pk])

    answer = as_role("officer").get(url, {"autre": typed if typed != "number" else other.get_absolute_url()})

    assert answer.url == page_of(record, other)


@pytest.mark.parametrize("typed", ["", "Nulle part", "999999", "\x00"])
def test_another_record_that_is_not_there_is_asked_again(as_role, kept, typed):
    url = reverse("cufportal:merge_choose", args=["organisation", kept.pk])

    assert as_role("officer").get(url, {"autre": typed}).status_code == 422


def test_what_somebody_said_of_the_two_is_shown(as_role, kept, absorbed):
    client = as_role("officer")
    say_apart(first=absorbed, second=kept, by=client.user)

    assert "deux fiches distinctes" in client.get(page_of(kept, absorbed)).content.decode()


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_merge_runs_a_fixed_number_of_queries(as_role, kept, absorbed, count, django_assert_num_queries):
    for _ in range(count):
        PartnershipFactory(french_side=absorbed)
        AffiliationFactory(organisation=absorbed)
        twin = PartnershipFactory(french_side=kept)
        PartnershipFactory(french_side=absorbed, foreign_side=twin.foreign_side)
    client = as_role("officer")
    client.get(page_of(kept, absorbed))

    with django_assert_num_queries(71):  # one for each relation, of the record and of what is folded, and the names
        page = client.get(page_of(kept, absorbed))

    assert len(page.context["shown"].folds) == count


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_of_merges_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    by = UserFactory()
    for number in range(count):
        Merge.objects.create(
            **{"content_type_id": 1, "kept_number": 1, "kept_name": "A", "absorbed_number": number + 2},
            **{"absorbed_name": "B", "reason": "Deux fois", "merged_by": by},
        )
    client = as_role("officer")

    with django_assert_num_queries(6):
        page = client.get(reverse("cufportal:merge_list"))

    assert len(page.context["page_obj"]) == min(count, 25)
