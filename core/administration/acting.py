"""Acts on one record or on many, each through the service that the pages of the portal use."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from core.wording import labelled

EVERYWHERE = [admin.ActionLocation.CHANGE_LIST, admin.ActionLocation.CHANGE_FORM]


class ActsOnEach:
    def do_to_each(self, request, records, act, said):
        """Call `act(record)` on each and tell how many were done by `said(count)`, a sentence.

        A record that the service refuses is named with the reason; the others are done all the same.
        """
        done = 0
        for record in records:
            try:
                act(record)
                done += 1
            except ValidationError as error:
                self.message_user(request, labelled(record, " ".join(error.messages)), messages.WARNING)
        if done:
            self.message_user(request, said(done), messages.SUCCESS)
