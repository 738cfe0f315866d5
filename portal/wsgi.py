import os

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")


def only_utf_8(application):
    """Answer 400 to a charset other than UTF-8, before a request is made of it.

    Of Python's codecs some are none for text, some spell a NUL in letters; Django reads the
    query by whichever is named.
    """

    def answer(environ, start_response):
        _, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Send it as UTF-8."]
        return application(environ, start_response)

    return answer


application = only_utf_8(get_wsgi_application())
