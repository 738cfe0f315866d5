"""What is too large is refused with a page, not with a broken connection."""

import pytest

from tests.serving import Browser

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/review/", 1_500_000),
        ("/roles/director-of-operations/brief/", 10_000_000),
        ("/accounts/signup/", 40_000_000),
    ],
)
def test_a_form_that_is_too_large_gets_an_answer(server, path, size):
    visitor = Browser(server)
    token = visitor.form(path)["csrfmiddlewaretoken"]

    status, _, page = visitor.open(path, {"csrfmiddlewaretoken": token, "text": "x" * size})

    assert status == 400
    assert "RequestDataTooBig" in page  # it is served with DEBUG on
