import pytest
from django.urls import reverse

from roles.core.exports import FORMATS
from roles.models import Posting


@pytest.mark.parametrize("extension", FORMATS)
def test_each_format_downloads_under_a_sensible_name(owner, extension):
    response = owner.get(reverse("posting_export", args=[owner.posting.pk, extension]))

    assert response.status_code == 200
    assert response["Content-Disposition"] == (
        f'attachment; filename="director-of-operations-harbour-lane-bakery.{extension}"'
    )
    written = FORMATS[extension].write(owner.posting.document, owner.posting.listing)
    if isinstance(written, str):
        assert response["Content-Type"] == f"{FORMATS[extension].content_type}; charset=utf-8"
        assert response.content.decode() == written
    else:
        assert response["Content-Type"] == FORMATS[extension].content_type
        assert response.content == written


@pytest.mark.parametrize("company", ['x"\r\nSet-Cookie: a=b', "../../etc/passwd", "مخبز", "-.txt", "C:\\x"])
def test_a_company_name_cannot_shape_the_header(owner, version, company):
    posting = owner.posting
    Posting.objects.filter(pk=posting.pk).update(company=company)

    header = owner.get(reverse("posting_export", args=[posting.pk, "txt"]))["Content-Disposition"]

    name = header.removeprefix('attachment; filename="').removesuffix('"')
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert name.count(".") == 1


@pytest.mark.parametrize("extension", ["rtf", "txt2", "TXT", "htm"])
def test_an_unknown_format_is_404(owner, extension):
    assert owner.get(f"{owner.posting.get_absolute_url()}export.{extension}").status_code == 404


def test_it_costs_two_queries(owner, django_assert_num_queries):
    with django_assert_num_queries(2):
        owner.get(reverse("posting_export", args=[owner.posting.pk, "txt"]))
