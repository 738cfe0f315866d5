"""One line saved by the editor's script: what it costs, and that nobody waits for a form that is refused."""

from dataclasses import replace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from roles.models import Posting
from tests.views.sheets import form, keys, url

SHEET = {"X-Part": "sheet"}


def save(client, posting, text):
    key = keys(posting)[1]
    page = form(client, posting)
    with CaptureQueriesContext(connection) as queries:
        response = client.post(url(posting), page.with_("save", **{f"text-{key}": text}), headers=SHEET)
    assert response.status_code == 200
    assert text in response.content.decode()
    return len(queries)


def test_a_line_saved_costs_as_much_with_all_states_it_may_have(member, read_templates, monkeypatch):
    monkeypatch.setattr("roles.models.posting_states.STATES_MAX", 4)
    posting = member.posting
    read_templates()
    save(member, posting, "I bake.")
    few = save(member, posting, "We bake.")
    for number in range(4):
        locked = Posting.objects.lock().get(pk=posting.pk)
        locked.save_revision(f"move:{number}", document=swapped(locked.document))
    many = save(member, posting, "They bake.")

    assert (few, many) == (14, 14)  # the oldest state goes; of a line saved just now the state is replaced


def swapped(document):
    first, *rest = document.sections
    return replace(document, sections=(replace(first, items=first.items[::-1]), *rest))


def test_a_strangers_form_is_refused_before_the_posting_is_locked(owner, stranger):
    page = form(owner, owner.posting)
    with CaptureQueriesContext(connection) as queries:
        response = stranger.post(url(owner.posting), page.with_("save"), headers=SHEET)

    assert response.status_code == 404
    assert not [query for query in queries if "SAVEPOINT" in query["sql"]]
