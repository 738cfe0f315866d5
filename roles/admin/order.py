"""The order that numbers say, where one of them was typed over."""


def by_numbers(rows):
    """Return the first of each (row, number, number before) in the order of the numbers.

    A row that was given the number of another takes its place: going up it comes before it, going
    down after it. `number before` is None for a new row, which gives way.
    """

    def key(entry):
        _, number, before = entry
        way = 1 if before is None else (number > before) - (number < before)
        return number, way

    return [row for row, *_ in sorted(rows, key=key)]
