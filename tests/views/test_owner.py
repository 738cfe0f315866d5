"""The browser that most tests begin with is what the form leaves: posting, session and cookies."""

from roles.access import DRAFTS
from roles.models import Posting, RoleVersion, StatementUse
from roles.views.sent_again import ACCEPTED
from tests import shipped
from tests.conftest import COMPOSED, of_a_bakery, owner_by_form, owner_by_hand

OF_EACH = {"id", "secret", "created_at", "updated_at"}


def left_by(client):
    fields = {field.attname for field in Posting._meta.concrete_fields} - OF_EACH
    posting = Posting.objects.values(*fields).get(pk=client.posting.pk)
    session = {name: [len(value) for value in values] for name, values in client.session.items()}
    cookies = {name: len(cookie.value) for name, cookie in client.cookies.items()}
    assert client.session[DRAFTS] == [str(client.posting.pk)]
    return posting, session, cookies


def offered():
    return dict(StatementUse.objects.values_list("key", "offered"))


def test_what_is_put_there_is_what_the_form_leaves(owner, answers):
    client = owner_by_form(answers)
    by_form = left_by(client)
    before = offered()
    (fields,) = (
        fields
        for (key, _, made_from), fields in COMPOSED.items()
        if key[0] == client.posting.version_id and made_from == str(answers)
    )

    client = owner_by_hand(RoleVersion.objects.get(pk=client.posting.version_id), fields)
    assert left_by(client) == by_form
    assert {key: number - before[key] for key, number in offered().items()} == dict.fromkeys(fields["offered"], 1)
    assert client.get(client.posting.get_absolute_url()).status_code == 200
    assert len(client.session[ACCEPTED]) == 1


def test_a_posting_copied_from_the_first_of_its_kind_is_as_composed(version):
    composed = Posting.objects.compose(version, shipped.brief("bakery-leeds"))
    before = offered()
    of_a_bakery(version)
    copied = of_a_bakery(version)  # the second at the latest is a copy

    fields = {field.attname for field in Posting._meta.concrete_fields} - OF_EACH
    values = Posting.objects.values(*fields)
    assert values.get(pk=copied.pk) == values.get(pk=composed.pk)
    assert {key: number - before[key] for key, number in offered().items()} == dict.fromkeys(copied.offered, 2)
