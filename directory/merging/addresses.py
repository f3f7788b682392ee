"""The address of a record that was absorbed leads to the one that was kept, for as long as the merge holds."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponsePermanentRedirect

from directory.models import AbsorbedRecord

MOST = 20  # records absorbed one after the other; each later merge already moves what earlier ones left


def record_kept(model, number, user):
    """The record into which that of `number` was folded, as `user` may see it; None when there is none."""
    kind = ContentType.objects.get_for_model(model)
    for _step in range(MOST):
        found = AbsorbedRecord.objects.filter(content_type=kind, number=number, holds=True).first()
        if found is None:
            return None
        if row := model._default_manager.visible_to(user).filter(pk=found.into_number).first():
            return row
        number = found.into_number
    return None


def moved_permanently(model, number, user):
    """The answer that leads to the record kept; Http404 when there is none or the reader may not see it.

    It is permanent for whoever keeps the address, and no browser keeps it: a merge may be taken back.
    """
    row = record_kept(model, number, user)
    if row is None:
        raise Http404
    response = HttpResponsePermanentRedirect(row.get_absolute_url())
    response.headers["Cache-Control"] = "no-cache"
    return response


class FollowsMerges:
    """For the page of one record: a number that was absorbed leads to the record kept."""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            return moved_permanently(self.get_queryset().model, self.kwargs["pk"], request.user)
