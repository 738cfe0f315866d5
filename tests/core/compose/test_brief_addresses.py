import pytest

from roles.core.compose.apply_to import is_address
from roles.core.compose.brief import problems
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    "text",
    [
        *("jobs@harbourlane.example", "JOBS+ops@mail.example.co.uk", "o'neil@example.ie", "büro@bäckerei.example"),
        *(
            "https://example.com/jobs?id=1#apply",
            "http://jobs.example.com:8080/",
            "HTTPS://EXAMPLE.COM",
            "https://x.museum",
        ),
    ],
)
def test_an_address_somebody_can_use_is_taken(text):
    assert is_address(text)
    assert "apply_to" not in problems(brief(apply_to=text))


@pytest.mark.parametrize(
    "text",
    [
        *("jobs@", "@example.com", "jobs@example", "jobs@@example.com", "jobs@example.com.", ".jobs@example.com"),
        *("jobs..x@example.com", "jobs@exam_ple-.com", "mailto:jobs@example.com", "jobs@example.com, hr@example.com"),
        *(
            "https://",
            "https://jobs",
            "https://localhost:8000/jobs",
            "http://192.168.1.5/jobs",
            "https://portal.local/x",
        ),
        *(
            "https://example.com/a b",
            "ftp://example.com",
            "jobs@10.0.0.1",
            "https://.example.com",
            "https://example..com",
        ),
    ],
)
def test_an_address_nobody_can_use_is_refused_at_its_field(text):
    assert not is_address(text)
    assert "apply_to" in problems(brief(apply_to=text))
