import pytest
from django.contrib.auth.models import AnonymousUser

from partnerships import perms
from tests.factories import PartnershipFactory, PartnerWishFactory

pytestmark = pytest.mark.django_db

NOTHING = set()
READS = {"read_doubts"}
KEEPS = {"edit", "confirm", "end", "read_doubts", "add_wish", "edit_wish"}
EVERYTHING = KEEPS | {"add", "publish", "decide"}


@pytest.mark.parametrize(
    ("role", "own", "allowed"),
    [
        ("visitor", False, NOTHING),
        ("member", True, READS),
        ("referent", True, KEEPS),
        ("referent", False, READS | {"add_wish"}),
        ("partner", False, READS),
        ("secretariat", False, READS),
        ("officer", False, EVERYTHING),
        ("administrator", False, EVERYTHING),
    ],
)
def test_each_role_may_do_this_and_nothing_else(make_user, role, own, allowed):
    partnership = PartnershipFactory()
    wish = PartnerWishFactory(organisation=partnership.french_side)
    user = make_user(role, **({"organisation": partnership.french_side} if own else {})) or AnonymousUser()

    answers = {
        "add": perms.can_add_partnership(user),
        "edit": perms.can_edit_partnership(user, partnership),
        "confirm": perms.can_confirm_partnership(user, partnership),
        "end": perms.can_end_partnership(user, partnership),
        "publish": perms.can_publish_partnership(user, partnership),
        "decide": perms.can_decide_doubt(user),
        "read_doubts": perms.can_read_doubts(user),
        "add_wish": perms.can_add_wish(user),
        "edit_wish": perms.can_edit_wish(user, wish),
    }

    assert {act for act, answer in answers.items() if answer} == allowed


def test_the_referent_of_the_foreign_side_keeps_the_record_too(make_user):
    partnership = PartnershipFactory()
    referent = make_user("referent", organisation=partnership.foreign_side)

    assert perms.can_edit_partnership(referent, partnership)
