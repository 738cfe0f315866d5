"""Currencies, periods of pay, and the range a posting gives."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Currency(StrEnum):
    USD = "USD"
    CAD = "CAD"
    GBP = "GBP"
    EUR = "EUR"
    AUD = "AUD"
    NZD = "NZD"
    CHF = "CHF"
    SEK = "SEK"
    NOK = "NOK"
    DKK = "DKK"
    PLN = "PLN"
    INR = "INR"
    SGD = "SGD"
    HKD = "HKD"
    JPY = "JPY"
    AED = "AED"
    ZAR = "ZAR"
    KES = "KES"
    PHP = "PHP"
    EGP = "EGP"
    COP = "COP"
    MXN = "MXN"
    BRL = "BRL"
    ARS = "ARS"
    CLP = "CLP"
    CZK = "CZK"
    HUF = "HUF"
    RON = "RON"
    UAH = "UAH"
    ILS = "ILS"
    SAR = "SAR"
    QAR = "QAR"
    KWD = "KWD"
    BHD = "BHD"
    OMR = "OMR"
    KRW = "KRW"
    CNY = "CNY"
    TWD = "TWD"
    THB = "THB"
    MYR = "MYR"
    IDR = "IDR"
    VND = "VND"
    NGN = "NGN"
    GHS = "GHS"
    LKR = "LKR"
    PKR = "PKR"
    BDT = "BDT"
    NPR = "NPR"
    ISK = "ISK"

    @property
    def symbol(self) -> str:
        """Its sign, which is put at the number; the code and a space where no sign shows which currency it is."""
        return _SYMBOLS.get(self, f"{self.value} ")

    def digits(self, value: Decimal) -> str:
        """Return the number grouped as its readers group it, with decimals only where there are any."""
        text = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
        if self is not Currency.INR:
            return text
        whole, dot, decimals = text.replace(",", "").partition(".")
        return _LAKHS.sub(",", whole) + dot + decimals


_SYMBOLS = {
    Currency.USD: "$",
    Currency.CAD: "CA$",
    Currency.GBP: "£",
    Currency.EUR: "€",
    Currency.AUD: "A$",
    Currency.NZD: "NZ$",
    Currency.INR: "₹",
    Currency.SGD: "S$",
    Currency.HKD: "HK$",
    Currency.JPY: "¥",
    Currency.ZAR: "R",
}
# 12,00,000: the last three digits, and before them pairs.
_LAKHS = re.compile(r"(?<=\d)(?=(?:\d{2})*\d{3}$)")


class PayPeriod(StrEnum):
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"

    @property
    def phrase(self) -> str:
        return "an hour" if self is PayPeriod.HOUR else f"a {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSalary:
    """A pay range in whole units of `currency` per `unit_text`; one end may be open.

    Named after schema.org's MonetaryAmount. At least one end is given.
    """

    min_value: Decimal | None = None
    max_value: Decimal | None = None
    currency: Currency = Currency.USD
    unit_text: PayPeriod = PayPeriod.YEAR

    def __str__(self) -> str:
        symbol = self.currency.symbol
        low, high = ("" if value is None else self.currency.digits(value) for value in (self.min_value, self.max_value))
        if low and high:
            # A sign is put at each number, a code once: $90–$95, CHF 90–95.
            again = "" if symbol.endswith(" ") else symbol
            amount = f"{symbol}{low}" if low == high else f"{symbol}{low}–{again}{high}"
        else:
            amount = f"from {symbol}{low}" if low else f"up to {symbol}{high}"
        return f"{amount} {self.unit_text.phrase}"

    def written_in(self, home: Currency | None) -> str:
        """Return the range as a country writes it whose currency is `home`: in Canada “CA$90” is “$90”."""
        sign = self.currency.symbol
        local = home is self.currency and sign.endswith(Currency.USD.symbol)
        return str(self).replace(sign, Currency.USD.symbol) if local else str(self)


# What a plausible amount is, by period. Outside it the likelier explanation is a slip
# (a yearly amount "an hour", a zero too many).
PAY_LIMITS = {
    PayPeriod.YEAR: (1_000, 5_000_000),
    PayPeriod.MONTH: (100, 500_000),
    PayPeriod.WEEK: (25, 100_000),
    PayPeriod.DAY: (5, 20_000),
    PayPeriod.HOUR: (1, 2_000),
}
# How many times these limits are in a currency with small units: its worth in dollars, very roughly.
PAY_SCALE = {
    **dict.fromkeys((Currency.SEK, Currency.NOK, Currency.DKK, Currency.HKD, Currency.ZAR), 5),
    **dict.fromkeys((Currency.CNY, Currency.TWD, Currency.MXN, Currency.BRL, Currency.CZK, Currency.UAH), 5),
    **dict.fromkeys((Currency.INR, Currency.KES, Currency.PHP, Currency.EGP, Currency.THB, Currency.BDT), 20),
    **dict.fromkeys((Currency.JPY, Currency.HUF, Currency.ISK, Currency.PKR, Currency.NPR, Currency.LKR), 100),
    **dict.fromkeys((Currency.NGN, Currency.KRW, Currency.CLP, Currency.ARS, Currency.COP), 1_000),
    **dict.fromkeys((Currency.IDR, Currency.VND), 10_000),
}


def plausible(pay: BaseSalary) -> tuple[int, int]:
    """Return the least and the most that is plausible in the pay's currency and period."""
    scale = PAY_SCALE.get(pay.currency, 1)
    low, high = PAY_LIMITS[pay.unit_text]
    return low * scale, high * scale


# A full year of work in units of a period: 52 weeks of five days, 40 hours a week.
A_YEAR = {
    PayPeriod.YEAR: 1,
    PayPeriod.MONTH: 12,
    PayPeriod.WEEK: 52,
    PayPeriod.DAY: 260,
    PayPeriod.HOUR: 2_080,
}
# What work is paid in, by the code of the country.
CURRENCY_OF = {
    "US": Currency.USD,
    "CA": Currency.CAD,
    "GB": Currency.GBP,
    **dict.fromkeys(("AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR"), Currency.EUR),
    **dict.fromkeys(("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK"), Currency.EUR),
    "AU": Currency.AUD,
    "NZ": Currency.NZD,
    "CH": Currency.CHF,
    "SE": Currency.SEK,
    "NO": Currency.NOK,
    "DK": Currency.DKK,
    "PL": Currency.PLN,
    "IN": Currency.INR,
    "SG": Currency.SGD,
    "HK": Currency.HKD,
    "JP": Currency.JPY,
    "AE": Currency.AED,
    "ZA": Currency.ZAR,
    "KE": Currency.KES,
    "PH": Currency.PHP, "EG": Currency.EGP, "CO": Currency.COP, "MX": Currency.MXN, "BR": Currency.BRL,
    "AR": Currency.ARS, "CL": Currency.CLP, "CZ": Currency.CZK, "HU": Currency.HUF, "RO": Currency.RON,
    "UA": Currency.UAH, "IL": Currency.ILS, "SA": Currency.SAR, "QA": Currency.QAR, "KW": Currency.KWD,
    "BH": Currency.BHD, "OM": Currency.OMR, "KR": Currency.KRW, "CN": Currency.CNY, "TW": Currency.TWD,
    "TH": Currency.THB, "MY": Currency.MYR, "ID": Currency.IDR, "VN": Currency.VND, "NG": Currency.NGN,
    "GH": Currency.GHS, "LK": Currency.LKR, "PK": Currency.PKR, "BD": Currency.BDT, "NP": Currency.NPR,
    "IS": Currency.ISK,
}  # fmt: skip
