"""Money: currencies, periods of pay, the range a posting gives, and how people write them (`words`, `numbers`)."""

from .pay import A_YEAR, CURRENCY_OF, PAY_LIMITS, PAY_SCALE, BaseSalary, Currency, PayPeriod, plausible

__all__ = ["A_YEAR", "CURRENCY_OF", "PAY_LIMITS", "PAY_SCALE", "BaseSalary", "Currency", "PayPeriod", "plausible"]
