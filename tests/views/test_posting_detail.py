import pytest
from django.urls import reverse

from roles.models import Posting
from tests.conftest import copies
from tests.views.comments import reworded
from tests.views.sheets import keys


def test_it_shows_the_posting_and_why_each_part_is_there(owner):
    plain = owner.get(owner.posting.get_absolute_url()).content.decode()
    page = owner.get(f"{owner.posting.get_absolute_url()}?sources=on").content.decode()

    assert "You said" not in plain
    assert "Show sources" in plain
    assert "Hide sources" in page
    assert "You said: “Daily decisions eat my week”." in page
    assert "Written for businesses in hospitality." in page
    assert "Your own answer in the brief." in page


def test_it_names_the_characters_that_no_copy_and_no_file_will_have(owner):
    posting = owner.posting
    assert "Invisible characters" not in owner.get(posting.get_absolute_url()).content.decode()
    reworded(posting, keys(posting)[0], "Bake\u200b at\u00a0night, every night.")

    page = " ".join(owner.get(posting.get_absolute_url()).content.decode().split())
    assert "Invisible characters left out of copies and files: " in page
    assert "1 zero-width space" in page
    assert "1 no-break space" in page


def test_a_stranger_gets_404_everywhere(owner, stranger, posting):
    for name in ("posting_detail", "posting_edit"):
        assert stranger.get(reverse(name, args=[owner.posting.pk])).status_code == 404
    assert stranger.post(reverse("posting_edit", args=[owner.posting.pk]), {}).status_code == 404
    assert stranger.get(reverse("posting_export", args=[owner.posting.pk, "txt"])).status_code == 404


def test_an_owners_posting_is_not_for_another_account(administrator, consultant, version, posting):
    Posting.objects.filter(pk=posting.pk).update(owner=administrator.user)

    assert administrator.get(posting.get_absolute_url()).status_code == 200
    assert consultant.get(posting.get_absolute_url()).status_code == 404
    assert consultant.get(posting.get_private_url()).status_code == 404


@pytest.mark.parametrize(
    "posting_id",
    ["0", "x", "..%2f..%2fetc", "6f1f9d0e-0000-4000-8000-000000000001", "00000000-0000-0000-0000-00000000000g"],
)
def test_an_id_that_is_nobodys_is_404(owner, posting_id):
    assert owner.get(f"/postings/{posting_id}/").status_code == 404


def test_it_costs_four_queries_whatever_the_number_of_postings(owner, read_templates, django_assert_num_queries):
    read_templates()
    url = owner.posting.get_absolute_url()
    with django_assert_num_queries(4):
        owner.get(url)
    copies(owner.posting, 20)
    with django_assert_num_queries(4):
        owner.get(url)


def test_a_consultants_edit_never_changes_it(owner, version):
    before = owner.get(f"{owner.posting.get_absolute_url()}export.txt").content
    version.role.sections.get(key="responsibilities").statements.update(text="Something new.")
    version.role.publish()

    assert owner.get(f"{owner.posting.get_absolute_url()}export.txt").content == before


def test_the_private_link_opens_the_draft_in_another_browser_after_a_yes(owner, stranger):
    link = owner.posting.get_private_url()

    asked = stranger.get(link)
    assert asked.status_code == 200
    assert b"Harbour Lane" not in asked.content
    assert stranger.get(owner.posting.get_absolute_url()).status_code == 404
    assert stranger.post(link).status_code == 302
    assert stranger.get(owner.posting.get_absolute_url()).status_code == 200


def test_the_private_link_leads_its_own_browser_straight_on(owner):
    assert owner.get(owner.posting.get_private_url()).url == owner.posting.get_absolute_url()


def test_the_link_of_a_claimed_posting_opens_it_for_its_account_alone(member, stranger):
    link = member.posting.get_private_url()

    assert member.get(link).headers["location"] == member.posting.get_absolute_url()
    assert stranger.get(link).status_code == 404


@pytest.mark.parametrize("secret", ["x", "a" * 500, "'%20or%201=1"])
def test_a_guessed_private_link_is_404(owner, stranger, secret):
    assert stranger.get(f"/private/{secret}/").status_code == 404


def test_new_answers_compose_it_again_from_its_own_version(owner, version, answers):
    version.role.publish()

    response = owner.post(reverse("posting_edit", args=[owner.posting.pk]), answers | {"company": "Quay Bakery"})

    owner.posting = Posting.objects.get(pk=owner.posting.pk)
    assert response.url == f"{owner.posting.get_absolute_url()}#verdict"
    assert owner.posting.company == "Quay Bakery"
    assert owner.posting.version.number == 1


def test_the_answers_come_back_in_the_form(owner):
    page = owner.get(reverse("posting_edit", args=[owner.posting.pk])).content.decode()

    assert "£48,000" in page
    assert "forty cafés" in page


def test_a_bad_new_answer_changes_nothing(owner, answers):
    response = owner.post(reverse("posting_edit", args=[owner.posting.pk]), answers | {"headcount": "0"})

    assert response.status_code == 422
    assert Posting.objects.get(pk=owner.posting.pk).brief.headcount == 30


def test_a_posting_of_an_account_leads_through_the_sign_in_to_itself(stranger, member):
    address = member.posting.get_absolute_url()
    page = stranger.get(address)
    sign_in = f"{reverse('account_login')}?next={address}"

    assert page.status_code == 404
    assert f'href="{sign_in}"' in page.content.decode()
    answer = stranger.post(sign_in, {"login": "member", "password": "a long password", "next": address}, follow=True)
    assert answer.redirect_chain[-1][0] == address
    assert answer.status_code == 200


def test_an_address_that_is_not_there_states_no_more_to_whom_has_signed_in(member):
    assert "sign in</a> first" not in member.get("/no-such-page/").content.decode()


def test_it_begins_with_what_is_missing_and_leads_to_its_field(owner, answers):
    page = owner.get(owner.posting.get_absolute_url()).content.decode()
    assert '<h2 class="verdict-words" id="verdict" tabindex="-1">Your posting is ready</h2>' in page
    assert page.count("btn-primary") == 1

    owner.post(reverse("posting_edit", args=[owner.posting.pk]), answers | {"apply_to": ""})
    page = owner.get(owner.posting.get_absolute_url()).content.decode()
    assert "Not ready yet: 1 thing to fix" in page
    assert page.index("Say how to apply") < page.index('id="posting-title"')
    assert page.count("Say how to apply") == 1
    assert page.count('id="finding-1"') == page.count("Finding 1 is at the top of the page.") == 1
    assert page.index('name="apply_to"') < page.index('id="posting-title"')
    assert page.count("btn-primary") == 1
    assert page.count("<b>1</b> must fix") == 1
