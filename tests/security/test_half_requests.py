"""A request that ends before its body does is not taken for a whole one."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import UnreadablePostError
from django.test import RequestFactory

from portal.wsgi import only_whole_bodies

WHOLE = b"company=Harbour+Lane&about=We+bake"
PARTS = b'--B\r\nContent-Disposition: form-data; name="company"\r\n\r\nHarbour Lane\r\n--B--\r\n'


def fields(body, length, content_type):
    """The fields that the portal reads from a request of that length whose client has sent the body and gone."""
    environ = RequestFactory().post("/").environ
    environ |= {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(length), "CONTENT_TYPE": content_type}
    return only_whole_bodies(lambda environ, start_response: WSGIRequest(environ).POST)(environ, None)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(WHOLE, "application/x-www-form-urlencoded"), (PARTS, "multipart/form-data; boundary=B")],
)
def test_half_a_form_is_refused_and_a_whole_one_read(body, content_type):
    assert fields(body, len(body), content_type)["company"] == "Harbour Lane"
    for missing in (1, len(body) // 2, len(body)):
        with pytest.raises(UnreadablePostError):
            fields(body[: len(body) - missing], len(body), content_type)
