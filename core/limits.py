"""How often one address may send a public form; counted in the cache, which the processes share."""

import hashlib
import re
import time
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from core.locks import lock

RATE = re.compile(r"(?P<amount>[1-9][0-9]*)/(?P<many>[0-9]*)(?P<unit>[smhd])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
IPV6_PREFIX = 64  # what one subscriber is given

TOO_MANY = _("Trop d’envois en peu de temps : patientez un moment, puis recommencez.")


def allowed(request, action: str, rate: str, key: str = "") -> bool:
    """Count one more `action`, and return whether `rate` permits it; what is refused is not counted.

    `rate` is written « 5/h », « 20/15m » or « 3/d »: at most so many in any period of that length, for each address of a
    client (the address that sign-in goes by, behind the same proxies), or for each `key` when one is given: the e-mail
    address that was typed, for instance, so that nobody makes the portal write to it again and again.
    Call it outside any transaction that may be rolled back.
    """
    amount, seconds = parsed(rate)
    counted_by = repr((action, rate, key.strip().casefold() or client_of(request)))
    name = f"limits:{hashlib.sha256(counted_by.encode()).hexdigest()}"  # what was typed stays out of the cache
    with lock(name):
        now = time.time()
        counted = [moment for moment in cache.get(name, []) if moment > now - seconds]
        if len(counted) >= amount:
            return False
        cache.set(name, [*counted, now], timeout=seconds)
        return True


def parsed(rate):
    parts = RATE.fullmatch(rate)
    if parts is None:
        raise ValueError(f"{rate!r} is no rate; write 5/h or 20/15m")
    return int(parts["amount"]), int(parts["many"] or 1) * SECONDS[parts["unit"]]


def client_of(request):
    address = get_adapter(request).get_client_ip(request)
    network = ip_network(address)
    return str(network.supernet(new_prefix=IPV6_PREFIX) if network.version == 6 else network)
