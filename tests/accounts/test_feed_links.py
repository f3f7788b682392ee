"""The secret link to an agenda: one works at a time, it can be shown again, and it can be taken back."""

import pytest
from django.db import IntegrityError

from accounts.models import FeedLink
from accounts.services import feed_token, live_feed_link, renew_feed_link, revoke_feed_link, user_of_feed_token
from core.links import BadLink, make_link_token
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_link_leads_to_its_account():
    user = UserFactory()

    assert user_of_feed_token(feed_token(renew_feed_link(user=user))) == user


def test_the_link_is_shown_again_as_it_was():
    user = UserFactory()
    first = feed_token(renew_feed_link(user=user))

    assert feed_token(live_feed_link(user)) == first


def test_a_new_link_takes_the_place_of_the_one_before():
    user = UserFactory()
    before, after = renew_feed_link(user=user), renew_feed_link(user=user)

    assert live_feed_link(user) == after
    with pytest.raises(BadLink, match="ne donne plus accès"):
        user_of_feed_token(feed_token(before))


def test_a_revoked_link_leaves_none():
    user = UserFactory()
    renew_feed_link(user=user)

    assert (revoke_feed_link(user=user), revoke_feed_link(user=user), live_feed_link(user)) == (1, 0, None)


def test_the_database_keeps_one_link_that_works_for_each_account():
    user = UserFactory()
    FeedLink.objects.create(user=user)

    with pytest.raises(IntegrityError, match="accounts_feedlink_one_that_works_per_account"):
        FeedLink.objects.create(user=user)


def test_a_link_for_something_else_opens_no_agenda():
    link = renew_feed_link(user=UserFactory())

    with pytest.raises(BadLink, match="pas valable"):
        user_of_feed_token(make_link_token("autre chose", link.pk))
