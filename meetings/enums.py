from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    GROUP = "group", _("réunion du groupe-pays")
    COMMITTEE = "committee", _("comité de pilotage")
    WORKSHOP = "workshop", _("atelier")
    OTHER = "other", _("autre réunion")


class MeetingMode(TextChoices):
    ON_SITE = "on_site", _("sur place")
    REMOTE = "remote", _("à distance")
    HYBRID = "hybrid", _("sur place et à distance")


class MinutesState(TextChoices):
    TO_WRITE = "to_write", _("à écrire")
    DRAFT = "draft", _("brouillon")
    AMENDMENT = "amendment", _("en relecture")
    APPROVED = "approved", _("approuvé")
    PUBLISHED = "published", _("publié")


class MinutesGenre(TextChoices):
    MINUTES = "minutes", _("compte rendu")
    DECISIONS = "decisions", _("relevé de décisions")


class Presence(TextChoices):
    PRESENT = "present", _("présent")
    EXCUSED = "excused", _("excusé")
    ABSENT = "absent", _("absent")
    REPRESENTED = "represented", _("représenté")


class AttendanceRole(TextChoices):
    CHAIR = "chair", _("présidence")
    FACILITATOR = "facilitator", _("animation")
    REPRESENTATIVE = "representative", _("représentation")
    SPEAKER = "speaker", _("intervention")
    PARTICIPANT = "participant", _("participation")


class AttendanceLevel(TextChoices):
    ELECTED = "elected", _("niveau politique")
    TECHNICAL = "technical", _("niveau technique")


class EntryKind(TextChoices):
    PARTNERSHIP = "partnership", _("partenariat")
    WISH = "wish", _("recherche de partenaire")
    AUTHORITY = "authority", _("collectivité sans territoire nommé")
    INSTITUTION = "institution", _("partenaire institutionnel")


class DecisionKind(TextChoices):
    DECISION = "decision", _("décision")
    CONCLUSION = "conclusion", _("conclusion")
    POSITION = "position", _("position")
    INFORMATION = "information", _("information")


class ActionState(TextChoices):
    OPEN = "open", _("à faire")
    DONE = "done", _("fait")
    DROPPED = "dropped", _("abandonné")


class AnnouncementItemKind(TextChoices):
    SESSION = "session", _("temps")
    STAND = "stand", _("stand")
    COMMITTEE = "committee", _("comité")
    NOTE = "note", _("note")


class ProposalKind(TextChoices):
    MEETING = "meeting", _("réunion")
    PERSON = "person", _("personne")
    ORGANISATION = "organisation", _("organisme")
    PARTNERSHIP = "partnership", _("partenariat")
    WISH = "wish", _("recherche de partenaire")
    AUTHORITY = "authority", _("collectivité sans territoire nommé")
    INSTITUTION = "institution", _("partenaire institutionnel")
    SECTION = "section", _("partie du texte")
    EVENT = "event", _("événement")
    ACTION = "action", _("action")
    CONCLUSION = "conclusion", _("conclusion")
    POSITION = "position", _("position")


class ProposalState(TextChoices):
    PENDING = "pending", _("à revoir")
    ACCEPTED = "accepted", _("accepté")
    CORRECTED = "corrected", _("accepté après correction")
    REJECTED = "rejected", _("rejeté")
