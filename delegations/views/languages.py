"""The language of pages that strangers reach by a link."""

from contextlib import suppress
from functools import wraps

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import get_supported_language_variant, override

PARAMETER = "langue"


def language_of_link(view):
    """`?langue=zh` chooses the language as the menu does: it is kept in the cookie, and the address goes on without it."""

    @wraps(view)
    def choosing(request, *args, **kwargs):
        asked = request.GET.get(PARAMETER)
        if request.method != "GET" or asked is None:
            return view(request, *args, **kwargs)
        rest = request.GET.copy()
        del rest[PARAMETER]
        response = HttpResponseRedirect(request.path + (f"?{rest.urlencode()}" if rest else ""))
        with suppress(LookupError):  # else the page comes in the language the browser asks for
            keep_language(response, get_supported_language_variant(asked))
        return response

    return choosing


def keep_language(response, language):
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )


def spoken_with(request, language):
    """The language the reader has chosen, or else `language`: a context for what is written to them."""
    chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    return override(request.LANGUAGE_CODE if chosen else language)
