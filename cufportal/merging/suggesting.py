from django.utils.translation import gettext_lazy as _

from directory.duplicates import Why, similar_organisations, similar_territories
from directory.models import Organisation, Territory
from partnerships.duplicates import similar_partnerships
from partnerships.models import Partnership

SIMILAR = {
    Organisation: similar_organisations,
    Partnership: similar_partnerships,
    Territory: similar_territories,
}
WORDS = {
    Why.CODE: _("même code"),
    Why.NAME: _("même nom"),
    Why.NEAR: _("noms proches"),
    Why.PLACE: _("même territoire"),
}


def similar(model, number=None):
    """The pairs of `model` that look like one record entered twice; of one record when told its number."""
    return SIMILAR[model](number)


def others_like(record):
    """Pairs (the other record, why) of what looks like `record`."""
    found = similar(type(record), record.pk)
    return [(pair.second if pair.first.pk == record.pk else pair.first, WORDS[pair.why]) for pair in found]
