"""Money: currencies, periods of pay, and the range a posting gives."""

from .pay import BaseSalary, Currency, PayPeriod

__all__ = ["BaseSalary", "Currency", "PayPeriod"]
