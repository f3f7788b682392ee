from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.enums import STAFF_ROLES, Role
from accounts.models import User
from core.administration import RecordAdmin
from core.administration.choosing import RecordForm


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


class NewAccountForm(RolesChecked, BaseUserCreationForm):
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

    def may(self, request, act):
        user = request.user
        return getattr(user, "sees_all", False) and (user.is_superuser or Role.ADMINISTRATOR in user.roles)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("rôles"))
    def shown_roles(self, user):
        return ", ".join(str(Role(group.name).label) for group in user.groups.all() if group.name in Role.values)
