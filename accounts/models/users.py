from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import FilteredRelation, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import EDITOR_ROLES, STAFF_ROLES, Role
from core.history import tracked
from directory.models import Affiliation, CountryGroup


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


@tracked(exclude=("password", "last_login"))
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in by e-mail; who they are in the network is said by their `person`."""

    email = models.EmailField(
        _("adresse électronique"),
        unique=True,
        error_messages={
            "unique": _("Un compte existe déjà pour cette adresse."),
        },
    )
    person = models.OneToOneField(
        "directory.Person",
        verbose_name=_("personne"),
        on_delete=models.PROTECT,
        null=True,  # an account of CUF's own tools is nobody's
        blank=True,
        related_name="user",
    )
    is_staff = models.BooleanField(_("équipe de CUF"), default=False, help_text=_("Ouvre l’administration."))
    is_active = models.BooleanField(_("actif"), default=True)
    date_joined = models.DateTimeField(_("créé le"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_unique_whatever_case",
                violation_error_message=_("Un compte existe déjà pour cette adresse."),
            ),
        ]

    def __str__(self):
        return str(self.person) if self.person_id else self.email

    @cached_property
    def roles(self):
        return {Role(name) for name in self.groups.values_list("name", flat=True) if name in Role.values}

    @property
    def sees_all(self):
        return self.is_active and (self.is_superuser or bool(self.roles & STAFF_ROLES))

    @property
    def edits_records(self):
        return self.is_active and (self.is_superuser or bool(self.roles & EDITOR_ROLES))

    @cached_property
    def in_network(self):
        return self.sees_all or (self.is_active and (Role.PARTNER in self.roles or bool(self.group_ids)))

    @cached_property  # who is only looked at as has others: accounts/seeing.py
    def current_affiliations(self):
        return Affiliation.objects.current().filter(person__user=self)

    @property
    def groups_reached(self):
        """The groups of which an organisation of this person is a member today, as a queryset."""
        return CountryGroup.objects.with_member(self.current_affiliations.values("organisation"))

    @cached_property
    def belonging(self):
        """Triples (organisation, group or None, may edit) of numbers, of today, read once in a request.

        A condition that holds these numbers is made several times faster than one that holds the query.
        """
        today = Q(organisation__memberships__period__contains=timezone.localdate())
        ours = self.current_affiliations.annotate(
            membership=FilteredRelation("organisation__memberships", condition=today)
        )
        return list(ours.order_by().values_list("organisation", "membership__group", "may_edit"))

    @property
    def group_ids(self):
        return sorted({group for _organisation, group, _may_edit in self.belonging if group})

    @property
    def organisation_ids(self):
        return sorted({organisation for organisation, _group, _may_edit in self.belonging})

    @property
    def edited_ids(self):
        return sorted({organisation for organisation, _group, may_edit in self.belonging if may_edit})

    @property
    def organisations_edited(self):
        """Ids of the organisations whose records this person keeps, as a queryset."""
        return self.current_affiliations.filter(may_edit=True).values("organisation")
