"""What one visitor is shown holds nothing of another who uses the portal at the same time, in the same process."""

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.conftest import signed_in

PAGES = ("home", "posting_list", "account_email", "account_delete", "mfa_index", "review", "compare")
BRIEF = reverse("posting_new", args=["director-of-operations"])


def visitor(name, answers):
    """Somebody with an account, an address and a posting that hold the name."""
    get_user_model().objects.create_user(name, f"{name}@example.com", "a long password")
    client = signed_in(name)
    client.own = client.post(BRIEF, answers | {"company": f"{name.title()} & Daughters"}).url.removesuffix("#verdict")
    return client


def shown(client):
    addresses = [*(reverse(page) for page in PAGES), BRIEF]
    return "".join(client.get(address).content.decode() for address in addresses)


def test_what_is_shown_to_one_holds_nothing_of_the_other(version, answers):
    first, second, nobody = visitor("quillfeather", answers), visitor("marchbanks", answers), Client()
    for _ in range(2):
        pages = {"quillfeather": shown(first), "marchbanks": shown(second), "": shown(nobody)}

    for name, page in pages.items():
        others = {"quillfeather", "marchbanks"} - {name}
        assert not name or (f"{name}@example.com" in page and f"{name.title()} &amp; Daughters" in page)
        assert [other for other in others if other in page.lower()] == []
    assert second.get(first.own).status_code == nobody.get(first.own).status_code == 404
