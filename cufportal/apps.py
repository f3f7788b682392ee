from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from cufportal.checks import check_server


class PortalConfig(AppConfig):
    name = "cufportal"
    verbose_name = _("portail")

    def ready(self):
        register(check_server, Tags.database)
