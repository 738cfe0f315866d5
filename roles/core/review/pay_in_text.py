"""The pay of a posting, for the rules: the fact, or what its text gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from roles.core.money import BaseSalary, Currency
from roles.core.reading import pay as reading

from .context import Context
from .finding import Finding, Level
from .reviewed import ReviewedItem, Span, once_an_item


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay range and where it is written; no place for one known as a fact.

    `currency` is None where the text names none: the salary's own is then no more
    than its default. `on_target` is what is earned with commission where its targets are met.
    """

    salary: BaseSalary
    currency: Currency | None
    item: ReviewedItem | None = None
    span: Span | None = None
    period_written: bool = True
    on_target: bool = False

    @property
    def words(self) -> str:
        """The range as it is written, or as the facts give it."""
        if self.item is None or self.span is None:
            return str(self.salary)
        return self.item.text[slice(*self.span)]


def finding(context: Context, pay: Pay, id: str, level: Level, message: str, *, why: str, source: str) -> Finding:
    """Return the finding at the words of the pay, or of the whole posting where it is known as a fact only."""
    if pay.item is None:
        return context.finding(id, level, message, why=why, source=source)
    return pay.item.finding(id, level, message, why=why, source=source, span=pay.span)


def pay_of(context: Context) -> Pay | None:
    """Return the posting's pay: the fact, or else the first base pay the text gives, or what is earned on target."""
    if salary := context.document.facts.base_salary:
        return Pay(salary, salary.currency)
    found = all_written(context)
    return next((pay for pay in found if not pay.on_target), found[0] if found else None)


def all_written(context: Context) -> tuple[Pay, ...]:
    """Return every amount the text gives as pay, in the order of `written`; looked for once."""
    return context.once(_all_written)


def _all_written(context: Context) -> tuple[Pay, ...]:
    return tuple(written(context))


@once_an_item
def _read(item: ReviewedItem) -> Iterator[reading.Written]:
    yield from reading.written(item)


def written(context: Context) -> Iterator[Pay]:
    """Yield each amount the text gives as pay, a line after the other; in a line those with a currency first."""
    for item in context.items:
        for found in _read(item):
            yield Pay(found.salary, found.currency, item, found.span, found.period_written, found.on_target)
