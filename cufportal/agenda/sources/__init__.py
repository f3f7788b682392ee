"""Each app's dates, as entries of the agenda."""

from cufportal.agenda.sources.delegations import ANSWERS, COMMITMENTS, STOPS, VISITS
from cufportal.agenda.sources.events import CLOSINGS, EVENTS, MEMBER_DATES, SESSIONS, STEPS
from cufportal.agenda.sources.meetings import ACTIONS, MEETINGS
from cufportal.agenda.sources.partnerships import EXPIRIES, MILESTONES

SOURCES = (
    *(EVENTS, MEETINGS, VISITS, MEMBER_DATES, SESSIONS, STOPS),
    *(CLOSINGS, STEPS, ACTIONS, ANSWERS, COMMITMENTS, EXPIRIES, MILESTONES),
)
