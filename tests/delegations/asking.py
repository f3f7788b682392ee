"""A request as a visitor fills it, and how a page sends it."""

import time
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext, override

from core.links import make_link_token
from delegations.forms.sending import PURPOSE, TOKEN

URL = "/delegations/demande/"
NEXT_YEAR = timezone.localdate().year + 1
FILLED = {
    "sender_name": "成都市人民政府外事办公室",
    "sender_place": "四川省成都市",
    "contact_name": "王丽",
    "contact_email": "wang.li@example.org",
    "contact_phone": "+86 28 0000 0000",
    "language": "zh-hans",
    "head_name": "陈伟",
    "head_function": "副市长",
    "size": "12",
    "wished": f"{NEXT_YEAR}年10月",
    "dates_flexible": "yes",
    "languages": ["zh", "en"],
    "payer": "sender",
    "payer_note": "市政府承担国际旅费",
    "purpose": "考察垃圾分类与城市更新，并探讨与一座法国城市的合作。希望与技术部门交流。",
    "wished_hosts": "蒙彼利埃",
}


def page_key(seconds=60):
    """The hidden key of a page that was shown so many seconds ago."""
    return make_link_token(PURPOSE, uuid4().hex, int(time.time()) - seconds)


def filled(**changes):
    """What a person sends who filled the page; a field given as None is left out."""
    sent = FILLED | {TOKEN: page_key()} | changes
    return {name: value for name, value in sent.items() if value is not None}


def ask(client, **changes):
    return client.post(URL, filled(**changes))


def said(text, language="zh-hans"):
    """A sentence of the portal in another language, which is not the sentence itself."""
    with override(language):
        translated = gettext(text)
    assert language == "fr" or translated != text
    return translated
