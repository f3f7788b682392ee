from accounts.models.feeds import FeedLink
from accounts.models.invitations import Invitation
from accounts.models.privacy import Consent, Erasure
from accounts.models.users import User, UserManager
from core.history import track_links

__all__ = ["Consent", "Erasure", "FeedLink", "Invitation", "User", "UserManager"]

track_links(User, "groups")
