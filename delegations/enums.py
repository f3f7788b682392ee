from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    INCOMING = "incoming", _("reçue en France")
    OUTGOING = "outgoing", _("envoyée de France")


class ReceivedBy(TextChoices):
    FORM = "form", _("formulaire du portail")
    MAIL = "mail", _("courrier ou courriel")
    EMBASSY = "embassy", _("ambassade ou consulat")
    MINISTRY = "ministry", _("ministère")
    MEMBER = "member", _("collectivité membre")
    PHONE = "phone", _("téléphone")
    MEETING = "meeting", _("réunion")


class DelegationState(TextChoices):
    RECEIVED = "received", _("reçue")
    SCREENED = "screened", _("examinée")
    QUALIFIED = "qualified", _("qualifiée")
    APPROACHING = "approaching", _("collectivités sollicitées")
    SCHEDULED = "scheduled", _("programmée")
    DONE = "done", _("visite faite")
    CLOSED = "closed", _("close")
    REFUSED = "refused", _("refusée")
    CANCELLED = "cancelled", _("annulée")

    @classmethod
    def ended_ones(cls):
        """The states that only a reopening leaves."""
        return [cls.CLOSED, cls.REFUSED, cls.CANCELLED]

    @classmethod
    def dated_ones(cls):
        """The states in which the two days of the visit are known."""
        return [cls.SCHEDULED, cls.DONE, cls.CLOSED]


class Actor(TextChoices):
    """Who moves a delegation from one state to the next."""

    OFFICER = "officer", _("chargé de mission")
    SECRETARIAT = "secretariat", _("secrétariat")
    PARTNER = "partner", _("partenaire consulté")
    REQUESTER = "requester", _("demandeur, par son lien")


class Detail(TextChoices):
    """What those who are neither host nor staff read of a delegation, from the least to the most."""

    EXISTENCE = "existence", _("qu’elle existe")
    SUMMARY = "summary", _("son résumé")
    FULL = "full", _("tout, programme compris")

    @property
    def depth(self):
        return DEPTHS[self.value]


DEPTHS = {value: depth for depth, value in enumerate(Detail.values)}


class Payer(TextChoices):
    SENDER = "sender", _("qui envoie la délégation")
    HOST = "host", _("qui la reçoit")
    SHARED = "shared", _("les deux")
    UNKNOWN = "unknown", _("pas encore dit")


class TerritoryLevel(TextChoices):
    NATIONAL = "national", _("national")
    REGIONAL = "regional", _("province ou région")
    INTERMEDIATE = "intermediate", _("préfecture ou département")
    LOCAL = "local", _("ville, district ou commune")
    OTHER = "other", _("autre organisme")
    UNKNOWN = "unknown", _("pas encore dit")


class SpokenLanguage(TextChoices):
    FRENCH = "fr", _("français")
    ENGLISH = "en", _("anglais")
    CHINESE = "zh", _("chinois")


class ApproachOrigin(TextChoices):
    DIRECT = "direct", _("directement")
    CUF = "cuf", _("par CUF")


class Answer(TextChoices):
    PENDING = "pending", _("pas encore de réponse")
    ACCEPTED = "accepted", _("acceptée")
    CONDITIONAL = "conditional", _("acceptée sous conditions")
    DECLINED = "declined", _("déclinée")
    NO_CAPACITY = "no_capacity", _("pas de disponibilité")

    @classmethod
    def given_ones(cls):
        return [answer for answer in cls if answer != cls.PENDING]

    @classmethod
    def welcoming_ones(cls):
        return [cls.ACCEPTED, cls.CONDITIONAL]


class OpinionKind(TextChoices):
    ASKED = "asked", _("demandé")
    FAVOURABLE = "favourable", _("favorable")
    RESERVED = "reserved", _("réservé")
    UNFAVOURABLE = "unfavourable", _("défavorable")
    NONE = "none", _("pas d’avis")

    @classmethod
    def given_ones(cls):
        return [kind for kind in cls if kind != cls.ASKED]


class StopState(TextChoices):
    PLANNED = "planned", _("prévue")
    CONFIRMED = "confirmed", _("confirmée")
    CANCELLED = "cancelled", _("annulée")


class Interpreter(TextChoices):
    UNKNOWN = "unknown", _("pas encore dit")
    NOT_NEEDED = "not_needed", _("pas besoin")
    BY_DELEGATION = "by_delegation", _("vient avec la délégation")
    BY_HOST = "by_host", _("fourni par l’hôte")
    WANTED = "wanted", _("à trouver")


class CommitmentState(TextChoices):
    OPEN = "open", _("à tenir")
    KEPT = "kept", _("tenu")
    DROPPED = "dropped", _("abandonné")
