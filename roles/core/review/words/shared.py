"""One look-up for all word lists: which of them have an entry that a text may match, by the words of the text."""

from collections.abc import Iterable, Mapping


class Words:
    """Of a text, the words that entries of one index need, and those that entries which need none begin with."""

    __slots__ = ("begins", "needed")

    def __init__(self) -> None:
        self.needed: list[str] = []
        self.begins: dict[str, None] = {}


class Shared:
    """Indexes by the words they need and begin with, so that each word of a text is looked up once for all of them.

    An index is known by its number. `number` is how many there are: what was looked up before another one was added
    says nothing of that one.
    """

    def __init__(self) -> None:
        self.number = 0
        self._needed: dict[str, list[int]] = {}
        self._whole: dict[str, list[int]] = {}
        # Beginnings of words by their length.
        self._open: dict[int, dict[str, list[int]]] = {}

    def add(self, needed: Iterable[str], whole: Iterable[str], beginnings: Iterable[str]) -> int:
        """Return the number of an index with these words."""
        number = self.number
        self.number += 1
        for word in needed:
            self._needed.setdefault(word, []).append(number)
        for word in whole:
            self._whole.setdefault(word, []).append(number)
        for letters in beginnings:
            self._open.setdefault(len(letters), {}).setdefault(letters, []).append(number)
        return number

    def there(self, words: Mapping[str, list[int]]) -> dict[int, Words]:
        """Return what the words of a text are to each index that has any of them."""
        found: dict[int, Words] = {}
        for word in self._needed.keys() & words.keys():
            for number in self._needed[word]:
                if number not in found:
                    found[number] = Words()
                found[number].needed.append(word)
        begun = [(word, self._whole[word]) for word in self._whole.keys() & words.keys()]
        for size, beginnings in self._open.items():
            begun += [(word, beginnings[letters]) for word in words if (letters := word[:size]) in beginnings]
        for word, numbers in begun:
            for number in numbers:
                if number not in found:
                    found[number] = Words()
                found[number].begins[word] = None
        return found
