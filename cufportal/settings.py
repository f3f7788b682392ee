"""The portal's only settings; every difference between machines is an environment variable (`docs/operating.md`)."""

from pathlib import Path

import pghistory
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from cufportal import environment as env
from cufportal.postgres import database_settings

env.refuse_unknown()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("PORTAL_DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
MODE = env.choice("PORTAL_MODE", ("demo", "production"), "demo")
PRODUCTION = MODE == "production"
DEBUG = env.boolean("PORTAL_DEBUG") and not PRODUCTION


def secret_key():
    key = env.text("PORTAL_SECRET_KEY")
    if key or PRODUCTION:
        if len(key) < 50:
            raise env.EnvironmentRefused("PORTAL_SECRET_KEY doit compter au moins 50 caractères en production.")
        return key
    return env.kept_secret(DATA_DIR / "secret_key")


SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.words("PORTAL_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,[::1]")
if not ALLOWED_HOSTS:
    raise env.EnvironmentRefused("PORTAL_HOSTS est vide ; indiquez le nom du site, par exemple portail.example.org.")
ADDRESS = env.address("PORTAL_ADDRESS", "127.0.0.1:8000")
# Letters and calendars name the site in full
SITE_URL = f"https://{ALLOWED_HOSTS[0]}/" if PRODUCTION else "http://{}:{}/".format(*ADDRESS)

INSTALLED_APPS = [
    "cufportal",
    "meetings",
    "delegations",
    "events",
    "partnerships",
    "accounts",
    "directory",
    "core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "pghistory",
    "pgtrigger",
    "cufportal.admin_config.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "core.middleware.MethodMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SeeingMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "core.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.NotKeptMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
]

ROOT_URLCONF = "cufportal.urls"
WSGI_APPLICATION = "cufportal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {"default": database_settings(DATA_DIR)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # past it, counts of attempts are thrown away at random
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapters.InvitationOnlyAdapter"
ACCOUNT_FORMS = {
    name: f"accounts.forms.entrance.{form}"
    for name, form in {
        "login": "LoginForm",
        "add_email": "AddEmailForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reset_password": "ResetPasswordForm",
        "reset_password_from_key": "ResetPasswordKeyForm",
        "reauthenticate": "ReauthenticateForm",
    }.items()
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # an invitation proves the address it was sent to
ACCOUNT_CHANGE_EMAIL = True  # the new address replaces the old one once it is proved
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody receives a letter because a stranger typed their address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    name: f"accounts.forms.entrance.{form}"
    for name, form in {
        "authenticate": "AuthenticateForm",
        "reauthenticate": "ReauthenticateByCodeForm",
        "activate_totp": "ActivateTOTPForm",
        "add_webauthn": "AddWebAuthnForm",
        "edit_webauthn": "EditWebAuthnForm",
    }.items()
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up here: whoever owes a second factor may still change address
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Groupes-pays"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones drift
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # browsers take localhost for safe, without https
SECOND_FACTOR_REQUIRED = PRODUCTION  # of the team and the partners
# Behind the proxy all readers have its address: failures of one would close the door to all
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0

# Versions are kept by statement, so that a bulk load stays quick. They may be rewritten: erasure must reach them.
PGHISTORY_LEVEL = pghistory.Statement
PGHISTORY_APPEND_ONLY = False

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("français")), ("en", _("anglais")), ("zh-hans", _("chinois"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "cufportal.formats"
TIME_ZONE = "Europe/Paris"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "files"  # served by views that check who asks, never by a URL of its own
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],  # Bootstrap's style sheet draws its arrows with data: images
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = env.integer("PORTAL_HSTS_SECONDS", 31_536_000) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a meeting of a hundred organisations fits on one page


def mailer():
    options = env.smtp("PORTAL_SMTP_URL")
    if options is None and PRODUCTION:
        raise env.EnvironmentRefused(
            "PORTAL_SMTP_URL est vide ; indiquez le serveur d’envoi : smtp://nom:secret@serveur:587."
        )
    if options is None:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


MAILERS = {"default": mailer()}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("PORTAL_FROM_EMAIL", "portail@example.org")

LOG_LEVEL = env.choice("PORTAL_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
