from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnershipStatus(TextChoices):
    INTENTION = "intention", _("intention")
    NEGOTIATING = "negotiating", _("en négociation")
    ACTIVE = "active", _("actif")
    DORMANT = "dormant", _("en sommeil")
    SUSPENDED = "suspended", _("suspendu")
    ENDED = "ended", _("terminé")


OPEN = "open"  # in the address of a list: all that is not ended
OPEN_LABEL = _("en cours (tous sauf terminés)")


class PartnershipForm(TextChoices):
    TWINNING = "twinning", _("jumelage")
    COOPERATION_AGREEMENT = "cooperation_agreement", _("accord de coopération")
    CONVENTION = "convention", _("convention")
    FRIENDSHIP_CHARTER = "friendship_charter", _("charte d’amitié")
    LETTER_OF_INTENT = "letter_of_intent", _("lettre d’intention")
    MOU = "mou", _("protocole d’accord")
    PROJECT = "project", _("partenariat-projet")


class ParticipantRole(TextChoices):
    CO_LEAD = "co_lead", _("co-chef de file")
    ASSOCIATE = "associate", _("acteur associé")
    FUNDER = "funder", _("financeur")
    OPERATOR = "operator", _("opérateur")
    OFFICE = "office", _("bureau sur place")


class MilestoneKind(TextChoices):
    STARTED = "started", _("début")
    ANNIVERSARY = "anniversary", _("anniversaire")
    OPENING = "opening", _("inauguration")
    VISIT = "visit", _("visite")
    PLANNED = "planned", _("projet envisagé")
    OTHER = "other", _("autre jalon")


class RealisationPlace(TextChoices):
    """Where a project is carried out, in the order of the pages; nobody always knows."""

    FRANCE = "france", _("en France")
    ABROAD = "abroad", _("à l’étranger")
    BOTH = "both", _("en France et à l’étranger")


class ConfirmationMeans(TextChoices):
    AUTHORITY = "authority", _("par la collectivité")
    MEETING = "meeting", _("en réunion")
    OFFICER = "officer", _("par CUF")


class WishState(TextChoices):
    OPEN = "open", _("cherche un partenaire")
    TALKING = "talking", _("en discussion")
    MET = "met", _("partenaire trouvé")
    WITHDRAWN = "withdrawn", _("retiré")

    @classmethod
    def open_ones(cls):
        return {cls.OPEN, cls.TALKING}


class WishedKind(TextChoices):
    """At which level of the other country a partner is sought."""

    PROVINCE = "province", _("une province ou une région")
    CITY = "city", _("une ville")
    DISTRICT = "district", _("un district, un xian ou un bourg")


class Freshness(TextChoices):
    RECENT = "recent", _("vérifié depuis moins de 18 mois")
    STALE = "stale", _("vérifié il y a plus de 18 mois")
    NEVER = "never", _("jamais vérifié")


class CampaignState(TextChoices):
    DRAFT = "draft", _("en préparation")
    RUNNING = "open", _("en cours")
    CLOSED = "ended", _("close")


class RequestState(TextChoices):
    ASKED = "asked", _("sans réponse")
    ANSWERED = "answered", _("à relire")
    SETTLED = "settled", _("terminée")


class VerifiedField(TextChoices):
    """What an authority may correct by its link, in the order in which corrections are accepted: an end needs its state."""

    STATUS = "status", _("état")
    UNTIL = "until", _("date de fin")
    FORM = "form_stated", _("forme")
    SINCE = "since", _("depuis")
    SUMMARY = "summary", _("objet")
    THEMES = "themes", _("thèmes")
    CONTACTS = "contacts", _("contacts")


class ChangeState(TextChoices):
    WAITING = "waiting", _("à décider")
    ACCEPTED = "accepted", _("acceptée")
    REFUSED = "refused", _("refusée")


class ImportState(TextChoices):
    READ = "read", _("colonnes à choisir")
    CHECKING = "checking", _("essai en cours")
    CHECKED = "checked", _("essai fait")
    APPLIED = "applied", _("enregistré")
    UNDONE = "undone", _("annulé")


class RowOutcome(TextChoices):
    """What a line of a table would do, or did."""

    ADDED = "added", _("ajout")
    CHANGED = "changed", _("modification")
    SAME = "same", _("rien à changer")
    ASKED = "asked", _("choix à faire")
    REFUSED = "refused", _("refusée")


class RowLeft(TextChoices):
    """Why the undoing of an import left something of a line."""

    CHANGED_SINCE = "changed_since", _("modifié depuis : laissé tel quel")
    HAS_PARTS = "has_parts", _("d’autres fiches s’y rattachent : laissé")
    GONE = "gone", _("déjà supprimé")


class WorkbookState(TextChoices):
    WAITING = "waiting", _("en préparation")
    MADE = "made", _("prêt")
    FAILED = "failed", _("pas fait")


class WorkbookFailure(TextChoices):
    """Why there is no file, as its reader is told."""

    CLOSED = "closed", _("Le compte qui l’a demandé est fermé.")
    TOO_LARGE = (
        "too_large",
        _("Une feuille de tableur compte 1 048 575 lignes au plus : resserrez les filtres, ou prenez le CSV."),
    )
    ERROR = "error", _("Trois essais ont échoué. Demandez-le à nouveau, ou prenez le CSV et prévenez CUF.")
    ERASED = (
        "erased",
        _("Il a été retiré : des données personnelles ont été effacées du portail depuis. Demandez-le à nouveau."),
    )
