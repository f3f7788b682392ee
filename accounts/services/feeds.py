"""The secret link of a person's agenda: made, shown again, replaced, revoked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import FeedLink, User
from core.links import BadLink, make_link_token, read_link_token

FEED = "accounts.feed"


def live_feed_link(user):
    """The link of `user` that works today, or None."""
    return FeedLink.objects.filter(user=user, revoked_at__isnull=True).first()


@transaction.atomic
def renew_feed_link(*, user):
    """Make the link of `user`; the one that worked until now is revoked. Two clicks at once leave one that works."""
    revoke_feed_link(user=user)
    return FeedLink.objects.create(user=user)


@transaction.atomic
def revoke_feed_link(*, user):
    """From now on nobody reads the agenda of `user` by a link; nothing happens when none worked."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    return FeedLink.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=timezone.now())


def feed_token(link: FeedLink) -> str:
    """Return what stands in the address; always the same for the same link, so that it can be shown again."""
    return make_link_token(FEED, link.pk, at=link.created_at)


def user_of_feed_token(token: str) -> User:
    """Return whose agenda `token` opens; raise BadLink, in words for who follows it, when it is forged or revoked or its
    account is closed."""
    parts = read_link_token(FEED, token)
    found = FeedLink.objects.select_related("user").filter(pk=parts[0], revoked_at__isnull=True, user__is_active=True)
    link = found.first()
    if link is None:
        raise BadLink(_("Ce lien ne donne plus accès à un agenda : reprenez l’adresse dans le portail."))
    return link.user
