from allauth.account.adapter import DefaultAccountAdapter


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Accounts are made by CUF; nobody signs up alone."""

    def is_open_for_signup(self, request):
        return False
