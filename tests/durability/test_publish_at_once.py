"""Publishing, closing and reading at the same moment: no half of a page, and nothing stale after an answer."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from tests.serving import Browser, all_at_once

pytestmark = pytest.mark.server

BRIEF = "/roles/director-of-operations/brief/"
AT_ONCE = 8
LATER = (date.today() + timedelta(days=20)).isoformat()


@pytest.fixture
def owner(server, answers):
    """One with an account whose address is proved, and a posting."""
    owner = Browser(server)
    owner.sign_in("administrator", server.passwords["administrator"])
    answers |= {"industry": "food-production"}
    owner.draft = owner.open(BRIEF, owner.form(BRIEF) | answers)[1]
    owner.publishing = f"{owner.draft}publish/"
    return owner


def terms(owner):
    return owner.form(owner.publishing) | {"last_day": LATER, "reason": "It is so.", "do": "publish"}


def public_address(page):
    return re.search(r'href="(/jobs/[a-z0-9]{10}/[^"/]+/)"', page)[1]


def state(status, page):
    """What a reader found: a whole page of one kind, or what is none."""
    if status == 200 and page.rstrip().endswith("</html>"):
        return "closed" if "This role is closed" in page else "open" if "Reference " in page else page
    return f"{status} {page}"


def test_one_posting_published_eight_times_is_one_page(owner):
    form = terms(owner)
    sent = all_at_once(owner, owner.publishing, [form] * AT_ONCE)

    assert {status for status, _, _ in sent} == {200}
    assert len({public_address(page) for _, _, page in sent}) == 1


def test_eight_writers_leave_no_half_page_and_nothing_stale(owner):
    owner.open(owner.publishing, terms(owner))
    address = public_address(owner.open(owner.publishing)[2])
    token = {"csrfmiddlewaretoken": owner.form(owner.publishing)["csrfmiddlewaretoken"]}
    changes = [{"do": "close"}, {"do": "until", "last_day": LATER}, {"do": "list"}, {"do": "unlist"}]
    readers = [Browser(owner.server) for _ in range(4)]
    with ThreadPoolExecutor(len(readers)) as pool:
        reading = [pool.submit(lambda reader: [reader.open(address) for _ in range(10)], one) for one in readers]
        sent = all_at_once(owner, owner.publishing, [token | changes[turn % 4] for turn in range(AT_ONCE)])
    found = {state(status, page) for future in reading for status, _, page in future.result()}

    assert {status for status, _, _ in sent} == {200}
    assert found <= {"open", "closed"}
    owner.open(owner.publishing, token | {"do": "list"})
    for change, after in (("close", "closed"), ("until", "open"), ("close", "closed")):
        answers = all_at_once(owner, owner.publishing, [token | {"do": change, "last_day": LATER}] * AT_ONCE)
        assert {status for status, _, _ in answers} == {200}
        assert {state(*reader.open(address)[::2]) for reader in readers} == {after}
        # What each worker keeps of lists and feeds is of the roles as they are.
        for path in ("/jobs/", "/jobs/feeds/rss.xml", "/jobs/sitemap.xml"):
            assert {address in reader.open(path)[2] for reader in readers for _ in range(4)} == {after == "open"}, path
