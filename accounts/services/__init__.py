from accounts.services.accepting import account_of, join_with_account, open_account
from accounts.services.consents import give_consent, keep_contacts, withdraw_consent
from accounts.services.erasures import ask_erasure, decided, erasures_of, refuse_erasure, waiting_erasure
from accounts.services.feeds import (
    feed_token,
    live_feed_link,
    renew_feed_link,
    revoke_feed_link,
    user_of_feed_token,
)
from accounts.services.invitations import invite, resend_invitation, revoke_invitation
from accounts.services.leaving import close_account, leave_organisation

__all__ = [
    "account_of",
    "ask_erasure",
    "close_account",
    "decided",
    "erasures_of",
    "feed_token",
    "give_consent",
    "invite",
    "join_with_account",
    "keep_contacts",
    "leave_organisation",
    "live_feed_link",
    "open_account",
    "refuse_erasure",
    "renew_feed_link",
    "resend_invitation",
    "revoke_feed_link",
    "revoke_invitation",
    "user_of_feed_token",
    "waiting_erasure",
    "withdraw_consent",
]
