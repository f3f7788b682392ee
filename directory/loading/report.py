from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass
class LoadReport:
    """What a loading did, as lists of labels such as « Tours (commune, 37261) »; `changed` says which fields too."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    names_added: int = 0
    names_closed: int = 0
    codes_added: int = 0
    codes_closed: int = 0

    @property
    def is_empty(self):
        return not (self.added or self.changed or self.closed or self.names_added or self.names_closed) and not (
            self.codes_added or self.codes_closed
        )

    def summary(self):
        lines = (
            (_("Territoires"), len(self.added), len(self.changed), len(self.closed)),
            (_("Noms"), self.names_added, 0, self.names_closed),
            (_("Codes"), self.codes_added, 0, self.codes_closed),
        )
        return "\n".join(
            _("%(what)s – ajoutés : %(added)d ; modifiés : %(changed)d ; clos : %(closed)d")
            % {"what": what, "added": added, "changed": changed, "closed": closed}
            for what, added, changed, closed in lines
        )

    def details(self):
        for heading, labels in ((_("ajouté"), self.added), (_("modifié"), self.changed), (_("clos"), self.closed)):
            for label in labels:
                yield f"{heading} : {label}"
