"""Comments on a posting as their forms are sent."""

from django.urls import reverse

from roles.core import editing
from roles.models import Comment, Posting
from tests.conftest import locked
from tests.views.sheets import Form

SAID = "Is this still so?\nWe said 6 am."


def url(posting):
    return reverse("posting_comments", args=[posting.pk])


def page(client, posting, query=""):
    return client.get(url(posting) + query).content.decode()


def fields(client, posting, key=""):
    return Form(page(client, posting, f"?on={key}")).fields


def say(client, posting, text=SAID, key="", **changed):
    sent = fields(client, posting, key)
    sent = {name: sent[name] for name in ("ticket", "on", "seen")}
    return client.post(url(posting), sent | {"text": text, "do": "add"} | changed)


def press(client, posting, verb, comment=None, **more):
    comment = comment or Comment.objects.first()
    return client.post(url(posting), {"do": f"{verb}:{comment.pk}"} | more)


def edit(posting, edited):
    locked(posting).save_revision("reword:x", document=edited(Posting.objects.get(pk=posting.pk)))


def reworded(posting, key, text):
    edit(posting, lambda now: editing.reword(now.document, key, text, stock=now.stock, unlocked=True))
