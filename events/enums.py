from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    ASSISES = "assises", _("assises")
    SEMINAR = "seminar", _("séminaire intermédiaire")
    FORUM = "forum", _("forum")
    COMMITTEE = "committee", _("comité de pilotage")
    FAIR = "fair", _("salon")
    TRAINING = "training", _("formation")
    OTHER = "other", _("autre événement")


class EventStatus(TextChoices):
    PROPOSED = "proposed", _("proposé")
    TENTATIVE = "tentative", _("à confirmer")
    CONFIRMED = "confirmed", _("confirmé")
    POSTPONED = "postponed", _("reporté")
    CANCELLED = "cancelled", _("annulé")


class RegistrationMode(TextChoices):
    NONE = "none", _("sans inscription")
    EXTERNAL = "external", _("inscription chez l’organisateur")
    OPEN = "open", _("inscription ici")


class SessionKind(TextChoices):
    PLENARY = "plenary", _("séance plénière")
    WORKSHOP = "workshop", _("atelier")
    FIELD_VISIT = "field_visit", _("visite de terrain")
    STAND = "stand", _("stand")
    COMMITTEE = "committee", _("comité")
    OTHER = "other", _("autre temps")


class SeatState(TextChoices):
    CONFIRMED = "confirmed", _("place confirmée")
    OFFERED = "offered", _("place proposée")
    WAITING = "waiting", _("en attente")
    CANCELLED = "cancelled", _("annulée")

    @classmethod
    def holding(cls):
        """Those that take a place of the room."""
        return [cls.CONFIRMED, cls.OFFERED]

    @classmethod
    def live(cls):
        return [cls.CONFIRMED, cls.OFFERED, cls.WAITING]


class PlanState(TextChoices):
    TO_DO = "to_do", _("à faire")
    DONE = "done", _("fait")
    DROPPED = "dropped", _("abandonné")


class LessonKind(TextChoices):
    CONCLUSION = "conclusion", _("conclusion")
    LESSON = "lesson", _("leçon retenue")
    VIGILANCE = "vigilance", _("point de vigilance")


class LessonFate(TextChoices):
    KEPT = "kept", _("gardé")
    CHANGED = "changed", _("modifié")
    EXCLUDED = "excluded", _("écarté")


class EntryState(TextChoices):
    PROPOSED = "proposed", _("proposée")
    ACCEPTED = "accepted", _("dans l’agenda")
    REFUSED = "refused", _("refusée")
    WITHDRAWN = "withdrawn", _("retirée")
    CANCELLED = "cancelled", _("annulée")
