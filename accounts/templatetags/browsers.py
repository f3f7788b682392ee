import re

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found names it: each browser claims to be those that stand below it too.
BROWSERS = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]
SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]


@register.filter
def browser_in_words(user_agent):
    """« Firefox, Windows »: what a person recognises in what a browser says of itself."""
    said = user_agent or ""
    browser = next((name for sign, name in BROWSERS if re.search(rf"\b\w*{sign}\w*/", said)), "")
    system = next((name for name in SYSTEMS if name in said), "")
    return ", ".join(filter(None, (browser, system))) or _("navigateur inconnu")
