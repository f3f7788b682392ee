"""The forms of the administration, filled in and sent as a browser would."""

from django.urls import reverse
from lxml import html


def page(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def filled(response, changes=()):
    """Return what the form of the page would send, with `changes` typed in."""
    (form,) = html.document_fromstring(response.text).xpath("//main//form[@method='post']")
    data = {"_save": "1"}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    return data | dict(changes)


def send(client, url, changes=()):
    """Open the page, type `changes` and save."""
    return client.post(url, filled(client.get(url), changes))


def said(response):
    """Return the sentences by which the page refuses: those on top, then those of each field and of each row."""
    form = response.context["adminform"].form
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [form, *(row for formset in formsets for row in formset.forms)]
    sentences = [str(error) for formset in formsets for error in formset.non_form_errors()]
    return sentences + [str(error) for one in forms for errors in one.errors.values() for error in errors]
