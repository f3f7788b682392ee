"""The request for a visit as a stranger fills it, once, on one page."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate
from core.forms import FuzzyDateFormField
from delegations.enums import Direction, Payer, SpokenLanguage
from delegations.forms.fields import day
from delegations.passports import refuse_passport_data
from delegations.places import territory_meant
from directory.countries import country_name
from directory.models import CountryGroup, Theme

MOST_PEOPLE = 200
FARTHEST = timedelta(days=5 * 366)  # a year mistyped would else be a visit in 2072


class CountryField(forms.ModelChoiceField):
    """The group of a country, under the country's name in the language of the page."""

    def label_from_instance(self, group):
        return country_name(group.country)


def native_name(code):
    tag = "zh-Hans" if code == "zh-hans" else code
    return format_html('<span lang="{}">{}</span>', tag, get_language_info(code)["name_local"].capitalize())


def line(label, longest=200, **options):
    attrs = {"autocomplete": options.pop("autocomplete", "off")}
    return forms.CharField(label=label, max_length=longest, widget=forms.TextInput(attrs=attrs), **options)


def text(label, rows, **options):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class RequestForm(forms.Form):
    group = CountryField(CountryGroup.objects.all(), label=_("Pays d’où vient la délégation"), empty_label=None)
    sender_name = line(
        _("Organisme qui envoie la délégation"),
        help_text=_(
            "Par exemple le gouvernement d’une ville ou d’une province, une chambre de commerce, une université."
        ),
        autocomplete="organization",
    )
    sender_place = line(
        _("Province et ville"), help_text=_("Comme vous les écrivez, en caractères chinois ou en lettres latines.")
    )
    contact_name = line(_("Votre nom"), autocomplete="name")
    contact_email = forms.EmailField(
        label=_("Votre courriel"),
        max_length=254,
        help_text=_("La réponse et le lien de suivi y sont envoyés."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    contact_phone = forms.CharField(
        label=_("Votre téléphone"),
        max_length=60,
        required=False,
        help_text=_("Avec l’indicatif du pays. Facultatif."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    language = forms.ChoiceField(
        label=_("Langue dans laquelle vous répondre"),
        choices=[(code, native_name(code)) for code, _name in settings.LANGUAGES],
        widget=forms.RadioSelect,
    )
    head_name = line(
        _("Nom du chef de la délégation"), required=False, help_text=_("Laissez vide si ce n’est pas décidé.")
    )
    head_function = line(
        _("Sa fonction"), required=False, help_text=_("Par exemple maire, vice-gouverneure, directeur.")
    )
    size = forms.IntegerField(
        label=_("Nombre de personnes"),
        min_value=1,
        max_value=MOST_PEOPLE,
        help_text=_("Une estimation suffit."),
        error_messages={
            "invalid": _("Écrivez le nombre de personnes en chiffres, par exemple 12."),
            "min_value": _("Une délégation compte au moins une personne."),
            "max_value": _("Au-delà de %(limit_value)s personnes, envoyez une demande par groupe."),
        },
    )
    wished_from = day(_("Premier jour souhaité"), required=False)
    wished_to = day(_("Dernier jour souhaité"), required=False)
    wished = FuzzyDateFormField(
        label=_("Ou en quelques mots"),
        required=False,
        help_text=_("Si les jours ne sont pas fixés : octobre 2027, mi-octobre 2027, printemps 2028."),
    )
    dates_flexible = forms.TypedChoiceField(
        label=_("Ces dates peuvent-elles changer ?"),
        choices=[("yes", _("Oui, elles sont souples")), ("no", _("Non, elles sont fixes"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    languages = forms.MultipleChoiceField(
        label=_("Langues parlées dans la délégation"),
        choices=SpokenLanguage.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    payer = forms.ChoiceField(
        label=_("Qui paie le voyage et le séjour ?"),
        choices=[
            (Payer.SENDER, _("Nous")),
            (Payer.HOST, _("La collectivité qui nous reçoit")),
            (Payer.SHARED, _("Les deux, en partie")),
            (Payer.UNKNOWN, _("Ce n’est pas encore dit")),
        ],
        initial=Payer.UNKNOWN,
        widget=forms.RadioSelect,
    )
    payer_note = line(_("Précisions sur les frais"), 300, required=False)
    purpose = text(
        _("Objet de la visite"),
        8,
        min_length=20,
        max_length=4000,
        help_text=_(
            "Ce que vous venez voir, apprendre ou proposer, et ce que vous attendez de vos hôtes. 20 à 4 000 signes."
        ),
        error_messages={"min_length": _("Dites en quelques phrases pourquoi vous venez : 20 signes au moins.")},
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.roots(), label=_("Thèmes"), required=False, widget=forms.CheckboxSelectMultiple
    )
    wished_hosts = text(
        _("Villes, départements ou régions que vous avez déjà contactés, ou que vous souhaitez rencontrer"),
        3,
        max_length=2000,
        required=False,
        help_text=_("Dites à qui vous avez déjà écrit : cela évite de les solliciter deux fois."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()
        self.settle_group()
        for field in self.fields.values():
            if type(field) is forms.CharField:
                field.validators.append(refuse_passport_data)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True  # they stand in the page
        self.helper.layout = Layout(
            Fieldset(_("Qui vous êtes"), *self.present("group", *SENDER)),
            Fieldset(_("La visite"), *HEAD, Div(*DAYS, css_class="request-days"), *COMPANY),
            Fieldset(_("Ce que vous souhaitez"), *WISHES),
        )

    def settle_group(self):
        """With one country alone there is nothing to choose."""
        groups = list(CountryGroup.objects.all()[:2])
        self.is_open, self.only_group = bool(groups), groups[0] if len(groups) == 1 else None
        if self.only_group:
            del self.fields["group"]

    def present(self, *names):
        return [name for name in names if name in self.fields]

    def clean(self):
        cleaned = super().clean()
        first, last, words = (cleaned.get(name) for name in ("wished_from", "wished_to", "wished"))
        if not {"wished_from", "wished_to", "wished"} & set(self.errors):
            self.settle_days(first, last, words)
        return cleaned

    def settle_days(self, first, last, words):
        """Put the days wished for, given in either way, in « wished » as one FuzzyDate."""
        if words and (first or last):
            self.add_error("wished", _("Donnez soit deux jours, soit des mots : effacez l’un des deux."))
        elif last and not first:
            self.add_error("wished_from", _("Donnez aussi le premier jour."))
        elif first and last and last < first:
            self.add_error("wished_to", _("Le dernier jour précède le premier : vérifiez les deux dates."))
        elif not (words or first):
            self.add_error(
                "wished", _("Dites quand vous souhaitez venir : deux jours, ou un mois, une saison, une année.")
            )
        else:
            self.keep_days(words or FuzzyDate(first, last or first), "wished" if words else "wished_from")

    def keep_days(self, days, field):
        today = timezone.localdate()
        if days.last < today:
            self.add_error(field, _("Ces jours sont passés : donnez des jours à venir."))
        elif days.first > today + FARTHEST:
            self.add_error(field, _("Ces jours sont dans plus de cinq ans : vérifiez l’année."))
        else:
            self.cleaned_data["wished"] = days

    def delegation_values(self):
        """The values of the fields of Delegation, for `send_request`; the territory costs a search, and stands apart."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"wished_from", "wished_to"}}
        values |= {"group": self.only_group or values["group"], "direction": Direction.INCOMING}
        values["themes"] = list(values["themes"])
        return values

    def territory(self):
        """Where the delegation comes from, when the place that was typed can mean one territory only."""
        values = self.delegation_values()
        return territory_meant(values["sender_place"], values["group"].country)

    def faults(self):
        """What is refused, for the summary on top: (id of the control, label, sentences)."""
        for field in self:
            if field.errors:
                several = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
                yield f"{field.auto_id}_0" if several else field.auto_id, field.label, field.errors

    def typed(self):
        """Everything that was typed, for people: (label, text)."""
        for field in self:
            value = field.value()
            chosen = set(map(str, value if isinstance(value, list) else [value]))
            if hasattr(field.field, "choices"):
                value = ", ".join(strip_tags(str(label)) for key, label in field.field.choices if str(key) in chosen)
            if value:
                yield field.label, value


SENDER = ("sender_name", "sender_place", "contact_name", "contact_email", "contact_phone", "language")
HEAD = ("head_name", "head_function", "size")
DAYS = ("wished_from", "wished_to")
COMPANY = ("wished", "dates_flexible", "languages", "payer", "payer_note")
WISHES = ("purpose", "themes", "wished_hosts")
