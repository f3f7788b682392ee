"""Proposal → rows: one function a kind, each of which finds what is there before it adds anything."""

from meetings.enums import ProposalKind
from meetings.minutes.applying.attendance import apply_organisation, apply_person
from meetings.minutes.applying.contents import (
    apply_action,
    apply_conclusion,
    apply_event,
    apply_position,
    apply_section,
)
from meetings.minutes.applying.meeting import apply_meeting
from meetings.minutes.applying.round import apply_pair, apply_single, apply_wish

APPLY = {
    ProposalKind.MEETING: apply_meeting,
    ProposalKind.PERSON: apply_person,
    ProposalKind.ORGANISATION: apply_organisation,
    ProposalKind.PARTNERSHIP: apply_pair,
    ProposalKind.WISH: apply_wish,
    ProposalKind.AUTHORITY: apply_single,
    ProposalKind.INSTITUTION: apply_single,
    ProposalKind.SECTION: apply_section,
    ProposalKind.EVENT: apply_event,
    ProposalKind.ACTION: apply_action,
    ProposalKind.CONCLUSION: apply_conclusion,
    ProposalKind.POSITION: apply_position,
}
