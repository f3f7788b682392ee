"""What every request meets: the methods of the portal, and the history, which is told who changes something from which page."""

import pghistory
from django.http import HttpResponseNotAllowed

from core.history import told

SAFE = {"GET", "HEAD", "OPTIONS"}
KNOWN = SAFE | {"POST"}


class MethodMiddleware:
    """Pages are read, and forms are sent: no view has to think of another method, which some would take for a GET."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request) if request.method in KNOWN else HttpResponseNotAllowed(sorted(KNOWN))


class HistoryMiddleware:
    """After the one that knows who is signed in. The page is named, and never kept as an address: some are secret links."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in SAFE:
            return self.get_response(request)
        with told(user=request.user.pk):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method not in SAFE:
            pghistory.context(page=request.resolver_match.view_name)
