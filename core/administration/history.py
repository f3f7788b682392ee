"""The history of a record is read on the portal's own page: triggers see every change, Django's journal only those made here."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse


class HistoryElsewhere:
    def history_view(self, request, object_id, extra_context=None):
        if not hasattr(self.model, "versions"):  # which triggers give it
            return super().history_view(request, object_id, extra_context)
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return redirect(reverse("cufportal:history", args=[self.opts.model_name, row.pk]))
