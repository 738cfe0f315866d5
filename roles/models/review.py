"""The posting law, and which rules of the review are switched off, as rows."""

from dataclasses import fields, replace
from datetime import date
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from roles.core import review as pure
from roles.core.compose import Brief, template
from roles.core.content import example_briefs
from roles.core.document import Document
from roles.core.review import of_template
from roles.core.review.posting_rules import CHECK_AGAIN_AFTER, Reach, Seen

from .base import Legible, Shipped, ShippedQuerySet
from .editions import Kind, published
from .written import Written

REVIEWS_KEPT = 64  # in a process

REACH_CHOICES = [
    (Reach.NONE.value, "No further, or not known"),
    (Reach.DONE_THERE.value, "Work at a home there"),
    (Reach.COULD_BE_DONE_THERE.value, "Remote posts that could be done there"),
    (Reach.REPORTS_INTO.value, "Remote posts that report into it"),
]
SEEN_CHOICES = [
    (Seen.TEXT.value, "The statute, the regulation or the agency's page"),
    (Seen.SUMMARY.value, "A summary of it"),
]


class PostingRuleQuerySet(ShippedQuerySet):
    def due_for_check(self, today: date):
        """Those whose source nobody has read for more than six months."""
        return self.filter(checked_on__lt=today - CHECK_AGAIN_AFTER)


class PostingRule(Shipped):
    """What one place requires of a posting, from when to when, or that it requires nothing. Not legal advice."""

    key = models.SlugField(unique=True, help_text="A short name that stays.")
    place = models.CharField(max_length=100, help_text="As it reads in a sentence: “the District of Columbia”.")
    region = models.CharField(
        max_length=100, help_text="The state, province or country in lower case: “new york”, “austria”."
    )
    city_names = models.JSONField(
        "cities", default=list, blank=True, help_text="In lower case, with commas between; empty for a whole region."
    )
    min_employees = models.PositiveIntegerField("from how many people", default=1)
    min_in_place = models.PositiveIntegerField("of them in the place", null=True, blank=True)
    counts = models.CharField("who counts", max_length=300, blank=True)
    carries = models.JSONField("a posting must have", default=list, blank=True)
    forbids = models.JSONField("a posting may not have", default=list, blank=True)
    no_open_ended = models.BooleanField("a range needs both ends", default=False)
    max_range_width = models.PositiveIntegerField("widest range, a year", null=True, blank=True)
    width_free_above = models.PositiveIntegerField(
        "any width above", null=True, blank=True, help_text="Where the upper end is higher than this, a year."
    )
    effective_from = models.DateField(null=True, blank=True, help_text="Empty: in force before the table was made.")
    effective_until = models.DateField(null=True, blank=True, help_text="The first day it is no longer in force.")
    enforced_from = models.DateField(null=True, blank=True)
    remote_reach = models.CharField(max_length=30, choices=REACH_CHOICES, default=Reach.NONE.value)
    exclusion_ignored = models.BooleanField(
        "to exclude the place changes nothing",
        default=False,
        help_text="A remote post that turns people of the place away is under the rule all the same.",
    )
    cure = models.CharField("how a breach is put right", max_length=300, blank=True, help_text="A sentence.")
    cure_until = models.DateField(null=True, blank=True, help_text="The last day of that. Empty: no end is known.")
    note = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300, help_text="A web address where there is one.")
    checked_on = models.DateField(help_text="The day somebody last compared the row with its source.")
    seen = models.CharField("what was read", max_length=10, choices=SEEN_CHOICES, default=Seen.SUMMARY.value)
    verified = models.BooleanField(default=True, help_text="An unverified rule is never shown as fact.")

    objects = PostingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = "posting law"
        constraints = [
            models.CheckConstraint(condition=models.Q(min_employees__gte=1), name="posting_rule_of_one_or_more"),
            models.CheckConstraint(
                condition=models.Q(remote_reach__in=list(Reach)), name="posting_rule_remote_reach_known"
            ),
            models.CheckConstraint(condition=models.Q(seen__in=list(Seen)), name="posting_rule_seen_known"),
            models.CheckConstraint(
                condition=models.Q(effective_from=None)
                | models.Q(effective_until=None)
                | models.Q(effective_until__gt=models.F("effective_from")),
                name="posting_rule_ends_after_it_starts",
                violation_error_message="A rule ends after the day it starts.",
            ),
        ]

    def __str__(self):
        return f"{self.place}: {self.key}"

    def clean(self):
        if self.min_employees == 0:
            raise ValidationError({"min_employees": "Give 1 or more."})
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": "Nobody has read it on a day to come. Give the day it was read."})

    def to_value(self) -> pure.PostingRule:
        values = {field.name: getattr(self, field.name) for field in fields(pure.PostingRule)}
        values |= {name: tuple(values[name]) for name in ("city_names", "carries", "forbids")}
        return pure.PostingRule(**values | {"remote_reach": Reach(self.remote_reach), "seen": Seen(self.seen)})


class ReviewRuleSwitch(Legible):
    """A rule of the review, on or off. load_content makes a row for each rule there is."""

    rule = models.SlugField(unique=True, editable=False)
    switched_off = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True, help_text="Why, for the next consultant.")

    class Meta:
        ordering = ["rule"]
        verbose_name = "writing check"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(switched_off=False) | ~models.Q(reason=""),
                name="switched_off_for_a_reason",
                violation_error_message="Say why the rule is switched off.",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def title(self):
        return next((rule.title for rule in pure.RULES if rule.id == self.rule), self.rule)


def current_rules() -> pure.Rules:
    """The rules every review goes by now: the laws as they are published, less what is switched off.

    As long as they are the same it is the same value, which need not be compared law by law.
    """
    switched_off, laws = _switched_off(), published(Kind.LAWS)[Kind.LAWS]
    latest = _latest.get("rules")
    if latest is None or latest.posting_rules is not laws or latest.switched_off != switched_off:
        latest = _latest["rules"] = pure.Rules(switched_off=switched_off, posting_rules=laws)
    return latest


_latest: dict[str, pure.Rules] = {}


def _switched_off() -> frozenset[str]:
    return frozenset(_SWITCHED_OFF.rows())


_SWITCHED_OFF = Written(
    lambda: ReviewRuleSwitch.objects.filter(switched_off=True).order_by().values_list("rule", flat=True)
)


@lru_cache(maxsize=REVIEWS_KEPT)
def findings_on(
    document: Document, brief: Brief | None, rules: pure.Rules, today: date, unread: int = 0
) -> tuple[pure.Finding, ...]:
    """Review a document; one that has not changed since, with its answers, the rules and the day, is not read again.

    What is kept is kept under all that it follows from, so nobody is shown what was found in another's words.
    """
    return tuple(pure.review(document, brief, rules, today, unread=unread))


def preview_report(document, brief, rules: pure.Rules | None = None) -> pure.Report:
    """Review what a template makes, for its consultant: a blank is one of its placeholders, and no mistake."""
    rules = rules or current_rules()
    rules = replace(rules, switched_off=rules.switched_off | {"blanks"})
    return pure.report(document, findings_on(document, brief, rules, timezone.localdate()))


def must_fix_in(draft: template.RoleTemplate) -> list[of_template.Flaw]:
    """What owners would be asked to fix in postings of the template, whoever they are: by the rules of now."""
    return list(_must_fix(draft, template_rules(), timezone.localdate()))


@lru_cache(maxsize=4)
def _must_fix(draft: template.RoleTemplate, rules: pure.Rules, today: date) -> tuple[of_template.Flaw, ...]:
    """A draft is shown, checked and published, and read anew for each: its review is done once."""
    return tuple(of_template.must_fix(draft, example_briefs(), rules, today))


def line_findings(text: str, section: template.Section, rules: pure.Rules | None = None) -> list[pure.Finding]:
    """What the review would report of a statement's words, wherever it is taken up; `rules` are those of a template,
    where they were read already."""
    return of_template.line_findings(text, section, rules or template_rules(), timezone.localdate())


def template_rules() -> pure.Rules:
    """What a template is reviewed by: a law asks for what an owner answers, and not for a consultant's words."""
    return pure.Rules(switched_off=_switched_off())
