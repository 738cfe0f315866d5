from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def quickstart():
    out = StringIO()
    call_command("quickstart", no_serve=True, stdout=out)
    return out.getvalue()


def test_it_makes_the_demo_accounts_once_and_prints_their_passwords(settings):
    settings.DEBUG = True

    first, second = quickstart(), quickstart()

    password = first.split("Account consultant: password ")[1].split()[0]
    consultant = get_user_model().objects.get(username="consultant")
    assert consultant.check_password(password)
    assert not consultant.is_superuser
    assert [group.name for group in consultant.groups.all()] == ["Consultants"]
    assert consultant.email == "consultant@example.com"
    assert get_user_model().objects.get(username="administrator").is_superuser
    assert "Account consultant: there already" in second


def test_it_is_refused_in_production(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="DEBUG=on only"):
        quickstart()
    assert not get_user_model().objects.exists()
