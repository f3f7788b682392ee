class Mergeable:
    """The form of a record that may have been entered twice leads to the page where it is compared with the other."""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        kind = {"merge_kind": self.opts.model_name} if self.may(request, "merge") else {}
        return super().change_view(request, object_id, form_url, {**kind, **(extra_context or {})})
