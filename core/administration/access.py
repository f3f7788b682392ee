"""Who may do what in the administration is answered by the role, not by Django's table of permissions."""


class StaffAccess:
    """Those who edit the records do everything; the rest of the staff what `staff_may` says; nobody else is let in."""

    staff_may = frozenset({"view"})

    def may(self, request, act):
        user = request.user
        if not getattr(user, "sees_all", False):
            return False
        return user.edits_records or act in self.staff_may

    def has_module_permission(self, request):
        return self.may(request, "view")

    def has_view_permission(self, request, obj=None):
        return self.may(request, "view")

    def has_add_permission(self, request, obj=None):
        return self.may(request, "add")

    def has_change_permission(self, request, obj=None):
        return self.may(request, "change")

    def has_delete_permission(self, request, obj=None):
        return self.may(request, "delete")


class ReadOnly:
    """Rows that flows write and the administration only shows."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
