"""Whatever people try, in whatever order, a delegation keeps its word."""

from contextlib import suppress
from datetime import timedelta

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from accounts.enums import Role
from delegations import services
from delegations.enums import Answer, DelegationState, ReceivedBy
from delegations.models import Delegation, Outcome
from delegations.states import transition_between
from tests.factories import CountryGroupFactory, OrganisationFactory, ThemeFactory, UserFactory

WAY = list(DelegationState)[:7]
PEOPLE = ["officer", "secretariat", "nobody", "requester"]


class DelegationLife(RuleBasedStateMachine):
    @initialize(suspicion=st.sampled_from(["", "Trop rapide"]), far=st.integers(0, 6))
    def receive(self, suspicion, far):
        group = CountryGroupFactory()
        data = {"group": group, "sender_name": "Gouvernement", "contact_email": "wang@example.org"}
        self.delegation = services.receive_request(data=data, way=ReceivedBy.FORM, suspicion=suspicion)[0]
        self.hosts = [OrganisationFactory() for _ in range(2)]
        self.people = {"nobody": UserFactory(), "requester": None}
        for role in (Role.OFFICER, Role.SECRETARIAT):
            self.people[role.value] = UserFactory(is_staff=True)
            self.people[role.value].groups.set([Group.objects.get(name=role)])
        for _ in range(far):
            self.go_on()

    def attempt(self, act, **values):
        with suppress(ValidationError):
            act(**values)
        self.delegation = Delegation.objects.get(pk=self.delegation.pk)

    @rule(to=st.sampled_from(DelegationState), who=st.sampled_from(PEOPLE), reason=st.sampled_from(["", "Raison"]))
    def change(self, to, who, reason):
        self.attempt(services.change_state, delegation=self.delegation, to=to, by=self.people[who], reason=reason)

    @rule()
    def go_on(self):
        """Bring together what the next step of the usual way asks for, and take it."""
        if self.delegation.state not in WAY[:-1]:
            return
        self.choose_a_theme()
        self.approach(0)
        for approach in self.delegation.approaches.all()[:1]:
            who = {"approach": approach, "by": self.people["officer"]}
            self.attempt(services.answer_approach, answer=Answer.ACCEPTED, **who)
        self.date(-1, 1)
        self.write()
        self.change(WAY[WAY.index(self.delegation.state) + 1], "officer", "")

    @rule()
    def choose_a_theme(self):
        self.delegation.themes.add(ThemeFactory())

    @rule(host=st.integers(0, 1))
    def approach(self, host):
        self.attempt(
            services.approach_authority,
            delegation=self.delegation,
            organisation=self.hosts[host],
            deadline=timezone.localdate(),
            by=self.people["officer"],
        )

    @rule(
        answer=st.sampled_from(Answer),
        who=st.sampled_from(["officer", "nobody"]),
        conditions=st.sampled_from(["", "En mai"]),
    )
    def answer(self, answer, who, conditions):
        if approach := self.delegation.approaches.order_by("?").first():
            self.attempt(
                services.answer_approach, approach=approach, answer=answer, by=self.people[who], conditions=conditions
            )

    @rule(start=st.integers(-3, 3), length=st.integers(-1, 2))
    def date(self, start, length):
        first = timezone.localdate() + timedelta(days=start)
        days = {"first_day": first, "last_day": first + timedelta(days=length)}
        self.attempt(services.date_visit, delegation=self.delegation, by=self.people["officer"], **days)

    @rule(day=st.integers(-4, 4), hour=st.integers(0, 23), length=st.integers(-1, 30))
    def plan(self, day, hour, length):
        start = timezone.now().replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=day)
        hours = {"starts_at": start, "ends_at": start + timedelta(hours=length)}
        self.attempt(
            services.plan_stop, delegation=self.delegation, title="Visite", by=self.people["secretariat"], **hours
        )

    @rule()
    def write(self):
        self.attempt(services.write_outcome, delegation=self.delegation, summary="Bilan", by=self.people["officer"])

    @invariant()
    def every_change_is_in_the_table_and_follows_the_one_before(self):
        state = ""
        for change in self.delegation.changes.all():
            assert change.from_state == state
            assert not state or transition_between(state, change.to_state)
            state = change.to_state
        assert self.delegation.state == state

    @invariant()
    def who_ends_or_reopens_says_why(self):
        step = {"to_state__in": ["refused", "cancelled"], "by__isnull": False, "reason": ""}
        assert not self.delegation.changes.filter(**step).exists()

    @invariant()
    def it_is_not_closed_without_an_outcome(self):
        closed = self.delegation.state == DelegationState.CLOSED
        assert not closed or Outcome.objects.filter(delegation=self.delegation).exists()

    @invariant()
    def a_visit_is_dated_and_holds_its_stops(self):
        delegation = self.delegation
        assert delegation.visit or delegation.state not in DelegationState.dated_ones()
        for stop in delegation.stops.live():
            assert delegation.first_day <= stop.starts.date() <= delegation.last_day

    @invariant()
    def it_is_never_at_two_stops_at_once(self):
        stops = list(self.delegation.stops.live())
        assert all(before.ends_at <= after.starts_at for before, after in zip(stops, stops[1:], strict=False))

    @invariant()
    def every_answer_is_kept(self):
        for approach in self.delegation.approaches.all():
            last = approach.answers.last()
            assert approach.answer == (last.answer if last else Answer.PENDING)


class TestLife(TestCase, DelegationLife.TestCase):
    settings = settings(max_examples=15, stateful_step_count=40)
