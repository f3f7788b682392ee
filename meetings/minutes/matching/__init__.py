"""From what a document says to proposals: `propose`, or `read_proposals` for both steps at once."""

from dataclasses import replace

from meetings.minutes.matching import said
from meetings.minutes.matching.known import Known, KnownEvent, KnownOrganisation, KnownPair
from meetings.minutes.matching.organisations import known_organisation, two_spellings
from meetings.minutes.matching.rows import row_proposals
from meetings.minutes.parsing import parse
from meetings.minutes.parsing.wording import ACRONYM, acronym_of, kind_of

__all__ = ["Known", "KnownEvent", "KnownOrganisation", "KnownPair", "propose", "read_proposals"]


def propose(parsed, gazetteer, known=None):
    """The proposals of parsed minutes, in the order of the document within each kind.

    A match is what is written, never what should have been: what the gazetteer or `known` contradicts is a doubt, and
    a proposal with a doubt is under 0.9. Nothing is read from or written to a database.
    """
    known = known or Known()
    organisations = said.organisation_proposals(parsed.organisations, gazetteer, known)
    rows = [_institution(proposal, parsed, known) for proposal in row_proposals(parsed, gazetteer, known)]
    return [
        *([said.meeting_proposal(parsed.meeting)] if parsed.meeting else []),
        *(said.person_proposal(person, gazetteer, known) for person in parsed.persons),
        *organisations,
        *rows,
        *map(said.section_proposal, parsed.sections),
        *map(said.event_proposal, parsed.events),
        *map(said.action_proposal, parsed.actions),
        *said.conclusion_proposals(parsed, known),
        *map(said.position_proposal, parsed.positions),
    ]


def read_proposals(document, gazetteer, known=None):
    """`document` (its `pages`) parsed and matched: the list of proposals."""
    return propose(parse(document, gazetteer), gazetteer, known)


def _institution(proposal, parsed, known):
    """An institution at the table is matched with the records, and compared with the bodies said to be present."""
    if proposal.kind != "institution":
        return proposal
    name = proposal.fields["french"]
    found = known_organisation(name, known)
    raised = two_spellings(name, [(body.name, body.place.line) for body in parsed.organisations])
    confidence = min(proposal.confidence, said.DOUBTFUL) if raised else proposal.confidence
    fields = proposal.fields | {"kind": kind_of(name), "acronym": name if ACRONYM.match(name) else acronym_of(name)}
    return replace(
        proposal,
        fields=fields,
        match={"organisation": found} if found else None,
        confidence=confidence,
        doubts=(*proposal.doubts, *raised),
    )
