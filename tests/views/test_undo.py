"""Undo brings back exactly what was seen, whatever is done to a posting: against a model that keeps whole texts."""

import random

import pytest

from roles.models import Posting
from tests.profiles import PROFILE
from tests.views.sheets import form, keys, texts, url

STEPS = 24
SEEDS = [1] if PROFILE == "fast" else range(1, 6)


def shown(posting):
    document = Posting.objects.get(pk=posting.pk).document
    return tuple((part.key, [(item.key, item.text) for item in part.items]) for part in document.sections)


def press(client, posting, do, **changed):
    return client.post(url(posting), form(client, posting).with_(do, **changed))


def edit(client, posting, chance):
    """One edit of any kind in an open section; return what it does, and to which line."""
    part = chance.choice([key for key, items in shown(posting) if items and key != "equal-opportunity"])
    key, word = chance.choice(keys(posting, part)), f"Word {chance.randrange(10**6)}."
    kind = chance.choice(["reword", "reword", "clear", "split", "add", "remove", "move"])
    if kind == "reword":
        press(client, posting, "save", **{f"text-{key}": word})
    elif kind == "clear":
        press(client, posting, "save", **{f"text-{key}": ""})
    elif kind == "split":
        press(client, posting, "save", **{f"text-{key}": f"{word}\nAnd more."})
    elif kind == "add":
        press(client, posting, f"add:{part}", **{f"new-{part}": word})
    else:
        press(client, posting, f"{kind}:{key}" + (":0" if kind == "move" else ""))
    return kind, key


@pytest.mark.parametrize("seed", SEEDS)
def test_random_edits_are_undone_and_redone_to_what_was_seen(owner, seed):
    posting, chance = owner.posting, random.Random(seed)
    seen, at, last = [shown(posting)], 0, None
    for _ in range(STEPS):
        act = chance.choice(["edit", "edit", "edit", "undo", "redo"])
        if act == "edit":
            done = edit(owner, posting, chance)
            if shown(posting) == seen[at]:
                continue
            del seen[at + 1 :]
            if done[0] == "reword" and done == last:
                seen[at] = shown(posting)  # writing on in one line is one step
            else:
                seen.append(shown(posting))
                at += 1
            last = done
            continue
        press(owner, posting, act)
        moved = at - 1 if act == "undo" else at + 1
        if 0 <= moved < len(seen):
            at, last = moved, None
        assert shown(posting) == seen[at]
    while at:
        press(owner, posting, "undo")
        at -= 1
        assert shown(posting) == seen[at]


def test_a_cleared_line_comes_back_before_the_line_reworded_earlier(owner):
    posting = owner.posting
    first, second = keys(posting)[:2]
    before = texts(posting)
    press(owner, posting, "save", **{f"text-{first}": "Mine."})
    press(owner, posting, "save", **{f"text-{second}": ""})
    assert second not in texts(posting)

    press(owner, posting, "undo")
    assert texts(posting)[second] == before[second]
    assert texts(posting)[first] == "Mine."
    press(owner, posting, "undo")
    assert texts(posting) == before


def test_undo_beside_words_that_could_not_be_saved_takes_back_those_alone(owner):
    posting = owner.posting
    first, second = keys(posting)[:2]
    press(owner, posting, "save", **{f"text-{first}": "Mine."})
    response = press(owner, posting, "undo", **{f"text-{second}": "x" * 901})

    assert response.status_code == 302
    assert texts(posting)[first] == "Mine."
    assert form(owner, posting).fields[f"text-{second}"] == texts(posting)[second]


def test_undo_of_a_page_another_tab_has_overtaken_undoes_nothing(owner):
    posting = owner.posting
    first, second = keys(posting)[:2]
    press(owner, posting, "save", **{f"text-{first}": "From one."})
    stale = form(owner, posting)
    press(owner, posting, "save", **{f"text-{second}": "From two."})
    response = owner.post(url(posting), stale.with_("undo"), follow=True)

    assert "Not done" in response.content.decode()
    assert (texts(posting)[first], texts(posting)[second]) == ("From one.", "From two.")
