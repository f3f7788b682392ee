"""What is written to who asked for a workbook, in the language in which they asked."""

from django.utils.translation import gettext_lazy as _

from core.addresses import absolute
from core.letters import send_letter


def tell_workbook(order):
    send_letter(
        to=order.asked_by.email,
        subject=_("Votre classeur de partenariats est prêt") if order.is_made else _("Votre classeur n’a pas été fait"),
        template="workbook_done",
        context={"order": order, "link": absolute(order.get_absolute_url())},
        language=order.language,
    )
