"""One settings file; the environment decides. With nothing set it runs here and now on SQLite."""

from pathlib import Path
from typing import Any

import django_include_bootstrap
import environ
from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured

from portal import headers, safety

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def required(name):
    """Return a setting that may be left unset on a developer's machine, and nowhere else."""
    if value := env.str(name, default=""):
        return value
    raise ImproperlyConfigured(f"Set {name} in the environment: with DEBUG=off there is no default for it.")


DEBUG = env.bool("DEBUG", default=True)
if DEBUG:
    SECRET_KEY = env.str("SECRET_KEY", default=safety.DEVELOPMENT_KEY)
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
else:
    SECRET_KEY = required("SECRET_KEY")
    ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
# Earlier keys, whose sessions and links are still taken while a new key comes in.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

# A port that is not ours in a Host header would appear in the links of our emails. None allows any.
ALLOWED_PORTS = env.list("ALLOWED_PORTS", default=None if DEBUG else ["80", "443"])

INSTALLED_APPS = [
    "roles.apps.RolesAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "roles.apps.RolesStaticFilesConfig",
    "adminsortable2",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "roles.apps.RolesConfig",
    "roles.accounts.apps.AccountsConfig",
    "roles.board.apps.BoardConfig",
]

MIDDLEWARE = [
    "portal.headers.SendAlways",
    "roles.operation.middleware.AnswerProbes",
    "roles.operation.middleware.CountAnswers",
    "portal.policy.SendPolicy",
    "roles.middleware.KeepOutOfSearch",
    "roles.middleware.KeepPrivate",
    "roles.middleware.KeepSecrets",
    "roles.accounts.middleware.RefuseForeignPorts",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "roles.middleware.ReadToTheEnd",
    "roles.middleware.RefuseNulBytes",
    "roles.middleware.ServePublic",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "roles.middleware.TakeLongForms",
    "roles.middleware.ExplainTooLarge",
    "django.middleware.csrf.CsrfViewMiddleware",
    "roles.accounts.middleware.Authenticate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "roles.accounts.middleware.DemandSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "roles.middleware.ShowNotAllowed",
    "roles.operation.middleware.ExplainOutages",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATE_FOLDERS = [BASE_DIR / "templates"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": TEMPLATE_FOLDERS,
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "roles.context_processors.visitor",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
# A connection is kept as long as its worker runs; opening one for each request makes PostgreSQL slow.
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock when a transaction begins, and waits its turn for it: with
    # the default, a reader that starts to write fails at once with "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
# How long a page waits for the database; portal.wsgi sets it, commands wait as long as it takes.
DATABASE_SECONDS = env.int("DATABASE_SECONDS", default=0)
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql" and DATABASE_SECONDS:
    DATABASES["default"]["ENGINE"] = "portal.postgresql"
    options = DATABASES["default"].setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", 2)
    options["options"] = (
        f"{options.get('options', '')} -c statement_timeout={DATABASE_SECONDS * 1000}"
        f" -c lock_timeout={DATABASE_SECONDS * 750} -c idle_in_transaction_session_timeout=60000"
    ).strip()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The limits on guessing are counted in the cache, so every worker must use the same one.
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://" if DEBUG else f"filecache://{BASE_DIR / 'cache'}")}
# One that fails must not fail a page: see portal.caches.
CACHES["default"]["BACKEND"] = {
    "django.core.cache.backends.filebased.FileBasedCache": "portal.caches.FileCache",
    "django.core.cache.backends.redis.RedisCache": "portal.caches.SharedRedis",
}.get(CACHES["default"]["BACKEND"], CACHES["default"]["BACKEND"])
if not CACHES["default"]["BACKEND"].endswith("Redis"):
    # Django's 300 would let a flood of sign-ins push the limits out of the cache.
    CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 10_000)

vars().update(
    env.email("EMAIL_URL", default="consolemail://") if DEBUG else env.email_url_config(required("EMAIL_URL"))
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", default="Operations Desk <desk@localhost>")

if DEBUG:
    unsafe = list(safety.in_development(ALLOWED_HOSTS))
else:
    unsafe = list(
        safety.in_production(
            hosts=ALLOWED_HOSTS,
            keys=[SECRET_KEY, *SECRET_KEY_FALLBACKS],
            cache=CACHES["default"]["BACKEND"],
            email=vars()["EMAIL_BACKEND"],
        )
    )
if unsafe:
    raise ImproperlyConfigured(" ".join(unsafe))

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "roles.accounts.passwords.PortalNamesValidator"},
]

AUTHENTICATION_BACKENDS = ["roles.accounts.backend.AccountBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_PREVENT_ENUMERATION = "strict"  # a page never shows whether an address has an account; an email does
ACCOUNT_EMAIL_VERIFICATION = "optional"  # a draft can be claimed at once, and the address proved later
ACCOUNT_USER_DISPLAY = lambda user: user.email or user.username  # noqa: E731 - owners never chose a user name
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Operations Desk] "
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whoever did not change their password themselves should know
# Not by an emailed code: every account has a password, and whoever reads the mailbox could switch a second factor off.
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before an address is changed
ACCOUNT_CHANGE_EMAIL = True  # one address for each account: a new one replaces it as soon as it is verified
ACCOUNT_FORMS = {
    "login": "roles.accounts.forms.SignInForm",
    "signup": "roles.accounts.forms.SignUpForm",
    "add_email": "roles.accounts.forms.ChangeAddressForm",
    "reset_password": "roles.accounts.forms.PasswordResetForm",
    "reset_password_from_key": "roles.accounts.forms.NewPasswordForm",
    "change_password": "roles.accounts.forms.OtherPasswordForm",
    "set_password": "roles.accounts.forms.FirstPasswordForm",
}
ACCOUNT_ADAPTER = "roles.accounts.adapter.AccountAdapter"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "20/m/ip",
    "confirm_email": "30/m/ip",  # allauth's, by address, would show on the page what was sent there; "mail" counts it
    "mail": "20/h/ip,4/h/key,10/d/key",  # emails anybody can have sent by typing an address; the key is its mailbox
    "private_link": "10/h/ip,3/d/key",  # emails of a private link; the key is the address they go to
}
# What a visitor may write: how often in one session or account, and how often from one address. An office or a class
# shares an address, and nobody who types meets these; see `roles.rate_limits`.
WRITING_LIMITS = {
    "draft": ("30/h/key", "60/h/ip,150/d/ip"),  # new ones, copies, pasted ones carried over
    "save": ("120/m/key", "600/m/ip"),  # of a draft there is, by the script as often as its owner stops to think
    "preview": ("180/m/key", "900/m/ip"),
    "pasted_review": ("30/m/key", "120/m/ip"),
    "share": ("60/h/key", "300/h/ip"),  # links made, renewed and opened
    "comment": ("20/m/key", "120/m/ip,1500/d/ip"),
    "publish": ("30/h/key", "120/h/ip"),
    "report": ("5/h/key", "20/h/ip"),
}
for _what, (_each, _address) in WRITING_LIMITS.items():
    ACCOUNT_RATE_LIMITS |= {f"{_what}_each": _each, f"{_what}_anonymous": _address, f"{_what}_signed_in": _address}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "roles.accounts.encryption.FactorAdapter"
MFA_TOTP_ISSUER = "Operations Desk"
MFA_TOTP_TOLERANCE = 1  # half minutes: for a clock a little off, and a code typed as it changes (RFC 6238, 5.2)
# Without one, consultants and administrators reach no page of the admin. The days count from when somebody becomes
# staff, or from the first sign-in after the demand was switched on.
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=not DEBUG)
STAFF_GRACE_DAYS = env.int("STAFF_GRACE_DAYS", default=7)

# A level of messages of its own: one that comes with an Undo button.
UNDO = 26
MESSAGE_TAGS = {UNDO: "undo"}

LANGUAGE_CODE = "en-us"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = False
FORMAT_MODULE_PATH = "portal.formats"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# From Bootstrap's package we take files, not the app: it ships a base.html of its own.
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", Path(django_include_bootstrap.__file__).parent / "static"),
]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "roles.fonts.SubsetFonts",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "roles.storage.HashedModulesStorage",
    },
}

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's check marks and arrows are data: images in its style sheet
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    },
}
SECURE_REFERRER_POLICY = headers.ALWAYS["Referrer-Policy"]
X_FRAME_OPTIONS = headers.ALWAYS["X-Frame-Options"]
SESSION_ENGINE = "roles.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90  # a draft without an account is found again for a quarter
SESSION_COOKIE_SAMESITE = "Lax"
STAFF_SESSION_HOURS = 12  # of consultants and administrators, from sign-in, whatever they do meanwhile

# The largest form is the brief: some 3,000 characters in some 25 fields. TakeLongForms allows the exceptions.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

# A folder of content is a few hundred kilobytes; the limits above do not count files.
FILE_UPLOAD_HANDLERS = [
    "roles.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Who may read /metrics from another machine; with none set, only this machine, not through its proxy.
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
# With less room on a disk it writes to, /readyz answers that the portal cannot serve.
READY_FREE_BYTES = env.int("READY_FREE_MB", default=100) * 1_000_000

# How long a process sums up what was read before it writes the sums; portal.wsgi sets it, commands count nothing.
COUNT_SECONDS = env.int("COUNT_SECONDS", default=0)

# When it is on, one consultant requests a publication and another approves it.
PUBLISH_NEEDS_APPROVAL = env.bool("PUBLISH_NEEDS_APPROVAL", default=False)

if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 365)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
    if env.bool("BEHIND_PROXY", default=False):
        # Only behind a proxy that sets this header itself, on every request.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the address to limit is the one the proxy saw

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "portal.logs.TextFormatter" if DEBUG else "portal.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Django's own handlers would write the secrets of addresses, and so would Python's where a logger has none.
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        "fontTools": {"level": "WARNING"},  # a line for each table of each font that is cut
    },
}
# Where errors go besides: an address that takes each as JSON by POST, such as Vector's or Fluent Bit's.
if ERRORS_URL := env.str("ERRORS_URL", default=""):
    LOGGING["formatters"]["json"] = {"()": "portal.logs.JsonFormatter"}
    LOGGING["handlers"]["collector"] = {
        "()": "portal.collector.Collector",
        "url": ERRORS_URL,
        "authorization": env.str("ERRORS_AUTHORIZATION", default=""),
        "level": "ERROR",
        "formatter": "json",
    }
    LOGGING["root"]["handlers"].append("collector")
