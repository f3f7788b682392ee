from django.db import transaction

from core.history import told
from cufportal.demo.accounts import load_accounts
from cufportal.demo.delegations import load_delegations
from cufportal.demo.events import load_events
from cufportal.demo.meeting import link_announcements, load_meeting, load_next_meeting
from cufportal.demo.network import load_network
from cufportal.demo.partnerships import load_pairs, load_sourced, load_wish
from cufportal.demo.verification import load_verification


@transaction.atomic
def load_demo():
    """Load the demo where it is missing; what people changed since stays. LookupError when territories are not loaded."""
    group = told_apart(load_network)
    told_apart(load_pairs, group)
    told_apart(load_sourced, group)
    told_apart(load_meeting, told_apart(load_wish, group))
    told_apart(load_next_meeting, group)
    told_apart(load_events, group)
    told_apart(link_announcements, group)
    told_apart(load_accounts)
    told_apart(load_delegations, group)
    told_apart(load_verification, group)


def told_apart(load, *arguments):
    """Load one part; in one history for all, the reason of one change would be given for every other."""
    with told(command="load_demo"):
        return load(*arguments)
