"""The words that show whether an amount is pay, and what kind: its label, what it is of, what is paid besides."""

import re

from roles.core.limits import SectionKey

from .marks import LABEL_SIGNS

ABOUT_PAY = re.compile(
    r"\b(?:salary|salaries|pay|pays|paid|compensation|wages?|base|range|remuneration|ote|brutto|brut|brutos?|gross|"
    r"gehalt|vergütung|salaire|"
    r"rémunération|salario|sueldo|ctc|lpa|package|per annum|an hour|a year|per hour|per year|"
    r"hourly|pro[ -]rata|super|depend(?:ing|ent) on (?:your |the )?experience|doe|for the right (?:person|candidate)|"
    r"negotiable|it pays|the money)\b"
)
ABOUT_PAY_ITSELF = re.compile(r"\b(?:salary|pay|pays|paid|compensation|wages?|remuneration|you(?:'ll| will)? earn)\b")
ABOUT_ONLY = re.compile(r" *(?:about|around|some|roughly|approx\.?|ca\.?|now|currently) *")
# The amount follows its label: "Salary range: $…", "The pay for this post is $…", "💰 £…".
LABEL = re.compile(
    r"\b(?:salary|pay|pays|paying|comp(?:ensation)?|wages?|remuneration|package|rate|ctc|^base|base(?= (?:salary|pay))|"
    r"gehalt|"
    r"vergütung|rémunération|salaire|"
    r"salario|sueldo)"
    r"(?: (?:range|band|rate|scale|package|details|offered))*"
    r"(?: for (?:this|the) (?:role|post|position|job))?(?P<verb> is| will be| of|\t+|\s{2,}|\s?\||:)* ?(?:\w+ ?: ?)?"
    r"(?:(?:somewhere|about|around|roughly) )?(?:from |up ?to |between |circa |c\.? ?)?$|"
    rf"^(?P<sign>[{LABEL_SIGNS['base_salary']}])\ufe0f?[ :]{{0,3}}$"
)
RANGE_LABEL = re.compile(r" (?:range|band|rate|scale)\b")
NOT_PAY = re.compile(
    r"\b(?:budgets?|revenues?|turnover|sales (?:of|over|above|up to|between)|(?:in|annual) sales|sales:|"
    r"spend(?:s|ing)?|p&l|raised|allowances?|bonus(?:es)?|stipends?|match(?:es|ing)?|sav(?:e|es|ing|ings)|"
    r"costs?(?! to (?:the )?company)|(?:wages?|pay|salary|labou?r) bill|"
    r"worth|contracts?|invoices?|purchas(?:e|es|ing)|buy(?:s|ing)?|orders?|grants?|funds?|funding|fees?|rent|rises?|"
    r"raises?|insurance|cover(?:age)?|reimburse(?:d|ment)?|tuition|loans?|discounts?)\b"
)
# "Diesel of £310k a year": the amount of something, unless that is pay.
AMOUNT_OF = re.compile(
    r"\b(?!(?:salary|pay|range|rate|package|minimum|min|maximum|max|base|compensation|wages?|remuneration|band|scale|"
    r"offer|equivalent|earnings|ote|income|total|figure)\b)[a-z]{3,} of (?:about |around |over |some )?$"
)
IF = re.compile(r"\b(?:if|when|once|provided|subject to)\b")
# Where an amount with a period is of something else, unless its sentence is on pay: "Buy steel, $480,000 a year".
NOT_OF_PAY = frozenset({SectionKey.RESPONSIBILITIES, SectionKey.SUCCESS})
ELSEWHERE = frozenset({*NOT_OF_PAY, SectionKey.COMPANY})
DECIDED = re.compile(r"\b(?:approv(?:e|es|ing|al)|decid(?:e|es|ing)|authori[sz](?:e|es|ing)|spend(?:s|ing)?|sign)\b")
CLAUSE = re.compile(r"[;,()|+&·•]| and | plus | with ")
HEAD = re.compile(r"(?:^|[|·•\t]|: | - |\s\s)[^\w,;]*$")
# What may be behind an amount at the head of a line that is pay and nothing else: "£45k + bonus, full time".
NO_MORE = re.compile(
    r"\W*(?:(?:base|basic|doe|gross|neg|negotiable|brutto|brut|fte|depending|pro[ -]rata|depend(?:ing|"
    r"ent) on (?:your )?experience|"
    r"full[ -]time equivalent|per annum|or so|or thereabouts|ish)\W*)?"
)
# The step of a scale of pay, right before its amounts.
GRADE = re.compile(
    r"\b(?:band|grade|scale|(?:pay |salary )(?:point|level|spine|step)|scp|spine point|tier)s? ?:? ?"
    r"[\w./-]{1,8}(?: ?[-–] ?\w{1,4})?"
    r",?:? ?[(\[–-]? ?$"
)
OF_THE_WEEK = re.compile(r"\b(?:full|part)[ -]time\b|\bpermanent\b")
# What is paid besides, right behind the amount.
PLUS_MORE = re.compile(
    r"(?: ?(?:a year|per year|base|basic|doe|ote)\b)?,? ?(?:plus|\+|and|with|&) (?:an? |the )?(?:\w+ )?(?:bonus|"
    r"commission|super|benefits|"
    r"van|car|truck|tips|equity|pension|health)\b| ?(?:doe|dep(?:ending)? on exp\w*)\b"
)
ON_TARGET = re.compile(r"[ (]*\b(?:ote|on[ -]target earnings|on[ -]target)\b(?![^.;,]{0,12}\bbase)")
ACTUAL = re.compile(
    r"\b(?:actual|pro[ -]?rata(?:ed)? (?:to|salary|at)|prorated|pro rata(?= )|in practice)\b[^;]{0,20}$"
)
ACTUAL_AFTER = re.compile(r"\W*(?:actual\b|in practice\b|for (?:the |your )?(?:\d|\w+) (?:days|hours))")
OTHER_PAY = re.compile(
    r"\b(?:bonus(?:es)?|commissions?|equity|stock options|profit[ -]shar(?:e|ing)|incentives?|"
    r"tips|overtime pay|super(?:annuation)?\b|"
    r"kiwisaver|car allowance|housing allowance|13th month|ote)\b"
)
PAYMENTS = re.compile(
    r"\b(1[2-4]) ?(?:x\b|×|mal\b|(?:monthly )?payments|salaries|monatsgehälter|gehälter|pagas|"
    r"mensilità|times a year|mois\b)|"
    r"\bx ?(1[34])\b|\b(1[34])th (?:month|salary)"
)
