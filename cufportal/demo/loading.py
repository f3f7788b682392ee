from django.db import transaction

from cufportal.demo.accounts import load_accounts
from cufportal.demo.meeting import load_meeting, load_next_meeting
from cufportal.demo.network import load_network
from cufportal.demo.partnerships import load_pairs, load_sourced, load_wish


@transaction.atomic
def load_demo():
    """Load the demo where it is missing; what people changed since stays. LookupError when territories are not loaded."""
    group = load_network()
    load_pairs(group)
    load_sourced(group)
    load_meeting(load_wish(group))
    load_next_meeting(group)
    load_accounts()
