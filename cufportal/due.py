"""What `manage.py tick` does each time, in this order.

An app adds a line here: a function of its services that takes nothing and returns a sentence about what it did, or "".
"""

from core.letters import send_waiting_letters
from core.ticking import Job
from cufportal.privacy.ledger import list_completed
from cufportal.retention import retention_due
from delegations.services import reminders_due
from events.services import offers_due
from partnerships.services import forms_due
from partnerships.verification.campaigns import verification_reminders_due
from partnerships.workbooks.making import workbooks_due

DUE = (
    Job("relances", reminders_due),
    Job("vérification", verification_reminders_due),
    Job("places", offers_due, in_pieces=True),
    Job("formes", forms_due),
    Job("effacements", list_completed),
    Job("conservation", retention_due, in_pieces=True),
    Job("lettres", send_waiting_letters, in_pieces=True),  # what those above write leaves at once
    Job("classeurs", workbooks_due, in_pieces=True),  # last: it takes long, and sends its own letters
)
