from dataclasses import replace

import pytest

from roles.core import codec
from roles.core.document import Provenance, Source
from roles.models import Posting, StatementUse
from roles.models.use import increments, offered_by
from tests import shipped


@pytest.fixture
def brief():
    return shipped.brief("bakery-leeds")


def edited(document, key, change):
    """The document with the item of a statement as `change` returns it: an item, or None."""
    sections = []
    for section in document.sections:
        items = [change(item) if item.provenance.name == key else item for item in section.items]
        sections.append(replace(section, items=tuple(item for item in items if item)))
    return replace(document, sections=tuple(sections))


def reworded(item):
    return replace(item, text="My words.", provenance=Provenance(source=Source.OWNER, name=item.provenance.name))


def save_document(posting, document):
    posting.document, posting.document_data = document, codec.dump(document)
    posting.save()


def counts(key):
    return StatementUse.objects.values_list("offered", "reworded", "removed").get(key=key)


def test_a_new_posting_is_an_offer_of_each_of_its_statements(version, brief):
    posting = Posting.objects.compose(version, brief)
    Posting.objects.compose(version, brief)

    assert posting.offered == offered_by(posting.document)
    assert {counts(key) for key in posting.offered} == {(2, 0, 0)}
    assert StatementUse.objects.count() == len(posting.offered)


def test_rewording_and_removing_are_counted_once_and_taken_back(posting):
    first, second = posting.offered[:2]
    composed = posting.document
    document = edited(edited(composed, first, reworded), second, lambda item: None)

    save_document(posting, document)
    save_document(posting, document)
    assert (counts(first), counts(second)) == ((1, 1, 0), (1, 0, 1))
    assert StatementUse.objects.get(key=first).kept == 0

    save_document(posting, composed)
    assert (counts(first), counts(second)) == ((1, 0, 0), (1, 0, 0))


def test_composing_again_withdraws_what_is_no_longer_offered(posting, brief):
    before = set(posting.offered)
    posting.recompose(replace(brief, industry="healthcare", needs=("budget",)))
    posting.save()

    gone = before - set(posting.offered)
    assert gone
    assert {counts(key) for key in gone} == {(0, 0, 0)}
    assert {counts(key) for key in posting.offered} == {(1, 0, 0)}


def test_saving_other_fields_counts_nothing(posting, django_assert_num_queries):
    with django_assert_num_queries(1):
        posting.save(update_fields=["company"])


def test_the_counts_cost_few_queries(version, brief, django_assert_max_num_queries):
    version.template  # noqa: B018
    with django_assert_max_num_queries(6):  # two of them begin and end the transaction
        Posting.objects.compose(version, brief)


def test_nothing_of_the_owners_is_kept(posting):
    fields = {field.name for field in StatementUse._meta.fields}

    assert fields == {"id", "key", "offered", "reworded", "removed"}


def test_increments_are_pure_and_opposite(posting):
    document, offered = posting.document, posting.offered
    changed = edited(document, offered[0], reworded)

    assert increments(document, offered, document, offered) == {}
    assert increments(document, offered, changed, offered) == {offered[0]: {"reworded": 1}}
    assert increments(changed, offered, document, offered) == {offered[0]: {"reworded": -1}}
    assert increments(None, [], document, ["gone"]) == {"gone": {"offered": 1, "removed": 1}}
