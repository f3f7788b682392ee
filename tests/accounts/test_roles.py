import pytest
from django.contrib.auth.models import AnonymousUser

from core.enums import Audience
from partnerships.models import Partnership
from tests.factories import CountryGroupFactory, PartnershipFactory

EVERYTHING = {Audience.INTERNAL, Audience.GROUP, Audience.NETWORK, Audience.PUBLIC}


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("visitor", {Audience.PUBLIC}),
        ("member", EVERYTHING - {Audience.INTERNAL}),
        ("referent", EVERYTHING - {Audience.INTERNAL}),
        ("partner", {Audience.PUBLIC, Audience.NETWORK}),
        ("secretariat", EVERYTHING),
        ("officer", EVERYTHING),
        ("administrator", EVERYTHING),
    ],
)
def test_each_role_sees_what_its_audience_opens(make_user, role, seen):
    for audience in Audience:
        PartnershipFactory(audience=audience)

    visible = Partnership.objects.visible_to(make_user(role) or AnonymousUser())

    assert set(visible.values_list("audience", flat=True)) == seen


def test_a_member_of_one_group_does_not_see_what_another_keeps(make_user):
    member = make_user("member")
    PartnershipFactory(group=CountryGroupFactory(slug="maroc", country="MA"), audience=Audience.GROUP)

    assert list(Partnership.objects.visible_to(member)) == []


def test_a_referent_sees_the_records_of_their_own_organisation_but_not_what_cuf_keeps_to_itself(make_user):
    elsewhere = CountryGroupFactory(slug="maroc", country="MA")
    own = PartnershipFactory(group=elsewhere)
    PartnershipFactory(group=elsewhere)
    PartnershipFactory(group=elsewhere, french_side=own.french_side, audience=Audience.INTERNAL)
    referent = make_user("referent", organisation=own.french_side)

    assert list(Partnership.objects.visible_to(referent)) == [own]
