"""What a worker keeps in its memory: made once of the same, never more than so many bytes."""

from roles.board.kept import Kept, Memory


def words(number):
    """A text that no compression makes much smaller."""
    return " ".join(str(number**power % 1_000_003) for power in range(2, 400))


def test_the_same_parts_are_made_once_and_others_anew():
    memory, made = Memory(), []

    def make():
        made.append(1)
        return Kept.of(words(len(made)))

    first = memory.get(("list", 1), make)
    assert memory.get(("list", 1), make) is first
    assert memory.get(("list", "1"), make) is not first
    assert len(made) == 2
    memory.forget()
    assert memory.get(("list", 1), make).text == words(3)


def test_what_was_asked_for_longest_ago_goes_first():
    size = max(len(Kept.of(words(number)).packed) for number in range(7, 11))
    memory, made = Memory(bytes_most=3 * size), []

    def ask(number):
        memory.get((number,), lambda: made.append(number) or Kept.of(words(number)))

    for number in (7, 8, 9, 7, 10, 7, 8):
        ask(number)
    assert made == [7, 8, 9, 10, 8]


def test_what_is_larger_than_all_room_is_answered_and_not_kept():
    memory = Memory(bytes_most=10)

    assert memory.get((1,), lambda: Kept.of(words(7))).text == words(7)
    assert memory.get((1,), lambda: Kept.of(words(8))).text == words(8)
