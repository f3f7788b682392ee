"""Pages reached by a secret link: no search engine keeps them, and no other site learns their address."""

from functools import wraps


def not_for_robots(view):
    """Not « no-referrer »: a browser would then send forms without an origin, which the portal refuses."""

    @wraps(view)
    def answering(*args, **kwargs):
        response = view(*args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answering
