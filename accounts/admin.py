from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts import perms, services
from accounts.enums import STAFF_ROLES, InvitationState, Role
from accounts.filters import STATES
from accounts.models import Erasure, Invitation, User
from core.administration import RecordAdmin
from core.administration.access import ReadOnly
from core.administration.acting import act_on_each
from core.administration.choosing import RecordForm
from core.placing import RefusedInPlace


class RolesField(forms.ModelMultipleChoiceField):
    """The four Django groups that carry the roles, under their French names."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(Group.objects.filter(name__in=Role.values).order_by("pk"), required=False, **kwargs)

    def label_from_instance(self, group):
        return Role(group.name).label


class RolesChecked:
    """A role of the team opens the administration, and nothing else does."""

    def clean(self):
        cleaned = super().clean()
        roles = {Role(group.name) for group in cleaned.get("groups") or ()}
        if roles & STAFF_ROLES and not cleaned.get("is_staff"):
            self.add_error("is_staff", _("Ce rôle est de l’équipe de CUF : cochez cette case, ou retirez le rôle."))
        if cleaned.get("is_staff") and not roles & STAFF_ROLES and not self.instance.is_superuser:
            self.add_error("groups", _("Choisissez un rôle de l’équipe : sans lui, l’administration reste fermée."))
        return cleaned


class AccountForm(RolesChecked, RecordForm, UserChangeForm):
    groups = RolesField(label=_("Rôles"))

    class Meta(UserChangeForm.Meta):
        model = User
        fields = "__all__"
        field_classes = {}


class NewAccountForm(RolesChecked, RefusedInPlace, BaseUserCreationForm):
    groups = RolesField(label=_("Rôles"))

    class Meta(BaseUserCreationForm.Meta):
        model = User
        fields = ["email"]
        field_classes = {}


class RoleFilter(admin.SimpleListFilter):
    title = _("rôle")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class UserAdmin(RecordAdmin, DjangoUserAdmin):
    """Accounts are kept by the administrators; the password is changed on a page of its own."""

    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    list_display = ["email", "person", "shown_roles", "is_staff", "is_active", "last_login"]
    list_filter = [RoleFilter, "is_staff", "is_active"]
    list_select_related = ["person"]
    search_fields = ["email__icontains", "person__sort_key__contains", "person__first_name__unaccent__icontains"]
    search_help_text = _("Adresse, nom ou prénom.")
    suggested_by = ""
    ordering = ["email"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "password", "person"]}),
        (
            _("Rôles"),
            {
                "fields": ["groups", "is_staff", "is_active"],
                "description": _(
                    "Les membres et les référents n’ont pas de rôle ici : leurs fonctions disent ce qu’ils voient."
                ),
            },
        ),
        (_("Suivi"), {"fields": ["last_login", "date_joined"], "classes": ["collapse"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "password1", "password2", "person"]}),
        (_("Rôles"), {"fields": ["groups", "is_staff"]}),
    ]

    actions = [
        act_on_each(
            "close",
            _("Clore les comptes choisis"),
            lambda account, by: close_or_say_why(account, by),
            lambda n: ngettext("%d compte est clos.", "%d comptes sont clos.", n) % n,
            permission="close",
        )
    ]

    def may(self, request, act):
        return perms.is_administrator(request.user)

    def has_close_permission(self, request):
        return self.may(request, "close")

    def has_delete_permission(self, request, obj=None):
        """An account is closed, or erased with its person: removed, its versions would keep the address for good."""
        return False

    def save_model(self, request, obj, form, change):
        closing = change and "is_active" in form.changed_data and not obj.is_active
        if closing:  # the service closes it, with its sessions and its link to the agenda
            obj.is_active = True
        super().save_model(request, obj, form, change)
        if closing and obj != request.user:
            services.close_account(account=obj, by=request.user)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def suggestion(self, obj):
        return f"{obj.person} – {obj.email}" if obj.person_id else obj.email

    @admin.display(description=_("rôles"))
    def shown_roles(self, user):
        return ", ".join(str(Role(group.name).label) for group in user.groups.all() if group.name in Role.values)


def close_or_say_why(account, by):
    if not perms.can_close_account(by, account):
        raise ValidationError(_("Votre propre compte est clos par quelqu’un d’autre."), code="own")
    services.close_account(account=account, by=by)


class InvitationStateFilter(admin.SimpleListFilter):
    title = _("état")
    parameter_name = "etat"

    def lookups(self, request, model_admin):
        return InvitationState.choices

    def queryset(self, request, queryset):
        return STATES[self.value()](queryset) if self.value() in STATES else queryset


@admin.register(Invitation)
class InvitationAdmin(ReadOnly, RecordAdmin):
    """An invitation is written on the portal; here it is found, sent again, taken back."""

    change_list_template = "admin/accounts/invitations.html"
    list_display = [
        "email",
        "last_name",
        "first_name",
        "organisation",
        "role",
        "shown_state",
        "invited_by",
        "expires_at",
    ]
    list_filter = [InvitationStateFilter, "role", "may_edit"]
    list_select_related = ["organisation", "invited_by__person"]
    search_fields = ["email__icontains", "last_name__unaccent__icontains", "organisation__sort_key__contains"]
    search_help_text = _("Adresse, nom ou organisme.")
    suggested_by = ""
    readonly_fields = ()
    actions = [
        act_on_each(
            "resend",
            _("Renvoyer les invitations choisies"),
            lambda invitation, by: act_or_say_why(services.resend_invitation, invitation, by),
            lambda n: ngettext("%d invitation repart.", "%d invitations repartent.", n) % n,
            permission="keep",
        ),
        act_on_each(
            "revoke",
            _("Annuler les invitations choisies"),
            lambda invitation, by: act_or_say_why(services.revoke_invitation, invitation, by),
            lambda n: ngettext("%d invitation est annulée.", "%d invitations sont annulées.", n) % n,
            permission="keep",
        ),
    ]

    def has_keep_permission(self, request):
        return perms.is_team(request.user)

    @admin.display(description=_("état"))
    def shown_state(self, invitation):
        return invitation.state.label

    def suggestion(self, obj):
        return f"{obj} – {obj.email}"


def act_or_say_why(service, invitation, by):
    if not perms.can_send_invitation(by, invitation):
        raise ValidationError(_("Seul un administrateur tient cette invitation."), code="not_yours")
    service(invitation=invitation, by=by)


@admin.register(Erasure)
class ErasureAdmin(ReadOnly, RecordAdmin):
    """What people asked to be erased, and what came of it; nobody is named here. For those who decide."""

    staff_may = frozenset()
    list_display = ["__str__", "state", "asked_at", "asked_by", "decided_at", "decided_by"]
    list_filter = ["state"]
    list_select_related = ["content_type", "asked_by__person", "decided_by__person"]
    search_fields = ["reason__unaccent__icontains", "content_type__model__icontains"]
    search_help_text = _("Mots de la raison.")
    suggested_by = ""
    fields = ["content_type", "object_id", "state", "asked_at", "asked_by", "decided_at", "decided_by", "reason"]
