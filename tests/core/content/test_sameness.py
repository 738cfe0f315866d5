from roles.core.content.sameness import unique_shares
from tests.core.compose.build import posting, statement


def test_only_sentences_that_no_other_posting_has_count():
    ours = statement("same", "Lead the team. Keep the books.")
    first = posting(ours, statement("one", "Open the second shop in May."))
    second = posting(ours, statement("two", "Close it."))
    assert unique_shares([first, second]) == [6 / 12, 2 / 8]


def test_two_equal_postings_have_nothing_of_their_own():
    same = posting(statement("same", "Lead the team."))
    assert unique_shares([same, same]) == [0, 0]
