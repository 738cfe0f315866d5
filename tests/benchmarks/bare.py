"""A bare Django view, what every page is compared with: `gunicorn tests.benchmarks.bare`."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(SECRET_KEY="bare", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[])

urlpatterns = [path("", lambda request: HttpResponse("bare"))]
application = get_wsgi_application()
