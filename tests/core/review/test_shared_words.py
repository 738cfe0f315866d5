"""One look-up of a text's words for all lists: what it gives to each of them."""

from roles.core.review import text as texts
from roles.core.review.reviewed import ReviewedItem
from roles.core.review.words.files import read_file
from roles.core.review.words.lists import WordList
from roles.core.review.words.shared import Shared

from .making import section


def there(shared, text):
    return {
        number: (found.needed, list(found.begins)) for number, found in shared.there(texts.word_starts(text)).items()
    }


def test_each_index_is_given_its_own_words_of_a_text():
    shared = Shared()
    first = shared.add(["young", "team"], ["digital"], ["nat"])
    second = shared.add(["team"], [], ["n", "abcdef"])
    found = there(shared, "a young team, natively")
    assert (sorted(found[first][0]), found[first][1]) == (["team", "young"], ["natively"])
    assert found[second] == (["team"], ["natively"])


def test_an_index_without_a_word_of_the_text_is_left_out():
    shared = Shared()
    shared.add(["young"], ["digital"], ["nation"])
    assert there(shared, "an old nat, digitally") == {}


def test_a_list_read_after_a_line_was_reviewed_finds_its_words_in_it():
    shared = Shared()
    line = section("required", "You lead a young team and eat stress for breakfast.")
    item = ReviewedItem(section=line, index=0, original=line.items[0], company="")
    WordList(read_file("tone"), shared).hits(item)
    later = WordList(read_file("age_block"), shared)
    assert [item.text[slice(*span)] for _, span in later.hits(item)] == ["young"]
