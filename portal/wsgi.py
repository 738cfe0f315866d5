import os
import re
import uuid
from functools import wraps

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

from portal.headers import BEFORE_DJANGO
from portal.logs import request_id

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
# A page waits so long for a database that does not answer; a command, such as migrate, as long as it takes.
os.environ.setdefault("DATABASE_SECONDS", "4")
os.environ.setdefault("COUNT_SECONDS", "20")


def with_request_id(application):
    """Give each request a number, which its log lines, its answer and the page of an error show.

    A proxy's own number is kept: nginx sets it on every request.
    """

    @wraps(application)
    def answer(environ, start_response):
        given = environ.get("HTTP_X_REQUEST_ID", "")
        number = given if re.fullmatch(r"[0-9A-Za-z-]{8,64}", given, re.ASCII) else uuid.uuid4().hex
        environ["REQUEST_ID"] = number
        request_id.set(number)

        def start(status, headers, *rest):
            return start_response(status, [*headers, ("X-Request-ID", number)], *rest)

        return application(environ, start)

    return answer


def only_utf_8(application):
    """Answer 400 to a charset other than UTF-8, before a request is made of it.

    Of Python's codecs some are none for text, some spell a NUL in letters; Django reads the
    query by whichever is named.
    """

    def answer(environ, start_response):
        _, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8"), *BEFORE_DJANGO.items()])
            return [b"Send it as UTF-8."]
        return application(environ, start_response)

    return answer


class WholeBody:
    """The body of a request, or an error where it ends before its length: half a form must not be saved as a whole.

    Django asks for no more than the length, and takes what it gets.
    """

    def __init__(self, stream):
        self.stream = stream

    def read(self, size):
        data = self.stream.read(size)
        if len(data) < size:
            raise ConnectionResetError("The request ended before its body did.")
        return data

    def readline(self, size):
        line = self.stream.readline(size)
        if len(line) < size and not line.endswith(b"\n"):
            raise ConnectionResetError("The request ended before its body did.")
        return line


def only_whole_bodies(application):
    def answer(environ, start_response):
        return application({**environ, "wsgi.input": WholeBody(environ["wsgi.input"])}, start_response)

    return answer


application = with_request_id(only_utf_8(only_whole_bodies(get_wsgi_application())))
