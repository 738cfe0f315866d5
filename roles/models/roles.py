"""The template a consultant maintains, as rows: roles, their sections, and the statements of those."""

import itertools
import re

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import slugify

from roles.core import codec
from roles.core.compose import placeholders
from roles.core.compose import template as pure
from roles.core.compose.mistakes import mistakes
from roles.core.diff import compare
from roles.core.document import Focus, SectionKind
from roles.core.limits import HEADCOUNT_MAX, SectionKey

from .legible import Legible
from .use import COUNTS, StatementUse
from .vocabulary import FOCUS_CHOICES, Industry, Need

KIND_CHOICES = [
    (SectionKind.PARAGRAPH.value, "Paragraph"),
    (SectionKind.BULLETS.value, "Bullets"),
    (SectionKind.LINES.value, "Lines"),
]
_TAGS = re.compile(r"\{%.*?%\}", re.DOTALL)
TITLE_FOCUS_CHOICES = [choice for choice in FOCUS_CHOICES if choice[0] != Focus.SHARED]


# As the content gaps count them: what is asked about in an interview is what the post does.
NEEDS_QUESTION = models.Q(section__key=SectionKey.RESPONSIBILITIES, question="")


def validate_text(text):
    """A consultant's text: refused with line, column and the nearest name known."""
    if found := mistakes(text):
        raise ValidationError([str(mistake) for mistake in found])


def _words():
    """The needs and the industries, which all roles share, as values."""
    needs = tuple(need.to_value() for need in Need.objects.all())
    return needs, tuple(industry.to_value() for industry in Industry.objects.all())


class RoleQuerySet(models.QuerySet):
    def with_drafts(self):
        """Return (role, its draft as a value) for each. Seven queries, whatever the number of roles."""
        needs, industries = _words()
        roles = self.prefetch_related("sections__statements__needs", "sections__statements__industries")
        return [(role, role.draft_of(role.sections.all(), needs, industries)) for role in roles]

    def lock_to_publish(self, role, *, after=None, draft=None):
        """Return the role's draft and its last version, or None, and hold both until the transaction ends:
        two publishers get two numbers. Raises ValidationError as Role.publish does."""
        role = self.select_for_update().get(pk=role.pk)
        template, last = role.to_template(), role.versions.first()
        if after is not None and after != (last.number if last else 0):
            raise ValidationError(
                f"Version {last.number} was published after you opened this page. Look again before you publish."
                if last
                else "This page was opened for another version.",
                code="stale",
            )
        if draft is not None and draft != codec.fingerprint(template):
            raise ValidationError("The draft has changed since you opened this page. Look again.", code="stale")
        if after is not None and last and not compare(last.template, template):
            raise ValidationError(f"Nothing has changed since version {last.number}.", code="unchanged")
        if problems := list(pure.template_problems(template)):
            raise ValidationError([str(problem) for problem in problems])
        return template, last


class Role(Legible):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=80, unique=True)
    focus = models.CharField(max_length=20, choices=TITLE_FOCUS_CHOICES, help_text="What the title promises.")
    tagline = models.CharField(max_length=120, help_text="One line, for the home page.")
    description = models.TextField(max_length=1000, help_text="One paragraph, for the page of the role.")
    balance_min = models.PositiveSmallIntegerField(
        "least own focus",
        default=60,
        help_text="Per cent of a posting's strategic and operational statements that carry its own focus, at least.",
    )
    balance_max = models.PositiveSmallIntegerField(
        "most own focus", default=90, help_text="And at most: the two titles share work, there is no wall."
    )
    position = models.PositiveIntegerField(default=0, db_index=True)
    # Counts the saves: a form that was opened before the last one would overwrite it.
    revision = models.PositiveIntegerField(default=0, editable=False)
    # The template as load_content last left it: tells a consultant's edit from the shipped text.
    loaded = models.JSONField(null=True, editable=False)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focus__in=[Focus.STRATEGIC, Focus.OPERATIONAL]), name="role_focus_known"
            ),
            models.CheckConstraint(
                condition=models.Q(balance_min__lte=models.F("balance_max"), balance_max__lte=100),
                name="role_balance_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("role_detail", args=[self.slug])

    def clean(self):
        if None not in (self.balance_min, self.balance_max) and not self.balance_min <= self.balance_max <= 100:
            raise ValidationError({"balance_max": "Give a per cent from the least own focus to 100."})

    @staticmethod
    def changed(pks):
        """Note that the roles' own fields or sections changed: a form opened before is stale now."""
        Role.objects.filter(pk__in=set(pks)).update(revision=models.F("revision") + 1)

    def to_template(self):
        """Return the draft as the value that publishing keeps. Six queries, whatever the number of rows."""
        sections = self.sections.prefetch_related("statements__needs", "statements__industries")
        return self.draft_of(sections, *_words())

    def draft_of(self, sections, needs, industries):
        return pure.RoleTemplate(
            slug=self.slug,
            title=self.title,
            focus=Focus(self.focus),
            tagline=self.tagline,
            description=self.description,
            balance_min=self.balance_min,
            balance_max=self.balance_max,
            needs=needs,
            industries=industries,
            sections=tuple(section.to_template() for section in sections),
        )

    @transaction.atomic
    def replace_draft(self, template):
        """Make the draft's rows say what `template` says; rows that stay keep their ids.

        The needs and industries the template names must exist.
        """
        for field in ("title", "focus", "tagline", "description", "balance_min", "balance_max"):
            setattr(self, field, getattr(template, field))
        self.save()
        Role.changed([self.pk])
        self.refresh_from_db(fields=["revision"])
        self.sections.update(revision=models.F("revision") + 1)
        sections = {section.key: section for section in self.sections.all()}
        kept = []
        for position, wanted in enumerate(template.sections, start=1):
            section = sections.get(wanted.key) or Section(role=self, key=wanted.key)
            section.heading, section.kind, section.pick = wanted.heading, wanted.kind, wanted.pick
            section.locked, section.position = wanted.locked, position
            section.save()
            kept.append((section, wanted))
        self._replace_statements(kept)
        self.sections.exclude(pk__in=[section.pk for section, _ in kept]).delete()

    def _replace_statements(self, sections):
        statements = {statement.key: statement for statement in Statement.objects.filter(section__role=self)}
        needs = dict(Need.objects.values_list("key", "pk"))
        industries = dict(Industry.objects.values_list("key", "pk"))
        rows, need_links, industry_links = [], [], []
        for section, wanted_section in sections:
            for position, wanted in enumerate(wanted_section.statements, start=1):
                row = statements.pop(wanted.key, None) or Statement(key=wanted.key)
                row.section, row.position = section, position
                for field in Statement.COPIED:
                    setattr(row, field, getattr(wanted, field))
                rows.append(row)
                need_links.append([needs[key] for key in wanted.needs])
                industry_links.append([industries[key] for key in wanted.industries])
        Statement.objects.filter(pk__in=[row.pk for row in statements.values()]).delete()
        Statement.objects.bulk_create([row for row in rows if row.pk is None])
        Statement.objects.bulk_update(
            [row for row in rows if row.pk], ["section", "position", *Statement.COPIED], batch_size=200
        )
        for field, links, column in (
            (Statement.needs, need_links, "need_id"),
            (Statement.industries, industry_links, "industry_id"),
        ):
            through = field.through
            through.objects.filter(statement__in=rows).delete()
            through.objects.bulk_create(
                through(statement_id=row.pk, **{column: pk})
                for row, keys in zip(rows, links, strict=True)
                for pk in keys
            )

    @transaction.atomic
    def publish(self, *, by=None, note="", after=None, draft=None):
        """Keep the draft as the next version. Raises ValidationError when it is incomplete.

        With `after`, the number of the version a publisher saw it compared with, and `draft`,
        the fingerprint of what they saw, it is also refused when that is no longer so.
        """
        template, last = Role.objects.lock_to_publish(self, after=after, draft=draft)
        number = last.number + 1 if last else 1
        return self.versions.create(number=number, snapshot=codec.dump(template), note=note, published_by=by)


class Section(Legible):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="sections")
    key = models.SlugField()
    heading = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=KIND_CHOICES, default=SectionKind.BULLETS.value)
    pick = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many statements a posting takes. Empty: all that apply."
    )
    locked = models.BooleanField(default=False, help_text="Owners cannot drop it by accident.")
    position = models.PositiveIntegerField(default=0, db_index=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["role", "key"], name="section_key_once_a_role"),
            models.CheckConstraint(
                condition=models.Q(pick__isnull=True) | models.Q(pick__gte=1), name="section_picks_one_or_more"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=list(SectionKind)), name="section_kind_known"),
        ]

    def __str__(self):
        return self.heading

    def clean(self):
        if self.pick == 0:
            raise ValidationError({"pick": "Give 1 or more, or leave it empty."})

    @staticmethod
    def changed(pks):
        """Note that the sections' statements changed: a form opened before is stale now."""
        Section.objects.filter(pk__in=set(pks)).update(revision=models.F("revision") + 1)

    @staticmethod
    def free_key(role, heading):
        """A key no section of the role has: the words of the heading."""
        stem = slugify(heading)[:45].strip("-") or "section"
        taken = set(role.sections.values_list("key", flat=True)) if role.pk else set()
        return next(key for number in itertools.count(1) if (key := _numbered(stem, number)) not in taken)

    def next_position(self):
        return (self.statements.aggregate(last=models.Max("position"))["last"] or 0) + 1

    def to_template(self):
        return pure.Section(
            key=self.key,
            heading=self.heading,
            kind=SectionKind(self.kind),
            pick=self.pick,
            locked=self.locked,
            statements=tuple(statement.to_template() for statement in self.statements.all()),
        )


class StatementQuerySet(models.QuerySet):
    def with_use(self):
        """With how often owners were offered, reworded, removed and so kept each, and whether it needs a question."""
        use = StatementUse.objects.filter(key=models.OuterRef("key"))
        found = {name: Coalesce(models.Subquery(use.values(name)[:1]), 0) for name in COUNTS}
        found["needs_question"] = models.ExpressionWrapper(NEEDS_QUESTION, output_field=models.BooleanField())
        return self.annotate(**found).annotate(kept=models.F("offered") - models.F("reworded") - models.F("removed"))

    def free_key(self, role, text):
        """A key no statement has: the role's initials and the first words of the text."""
        initials = "".join(word[0] for word in role.slug.split("-") if len(word) > 2)
        words = slugify(_TAGS.sub(" ", text)).split("-")[:6]
        stem = "-".join([initials, *words])[:70].strip("-") or "statement"
        taken = set(self.model.objects.filter(key__startswith=stem).values_list("key", flat=True))
        return next(key for number in itertools.count(1) if (key := _numbered(stem, number)) not in taken)

    @transaction.atomic
    def duplicate(self):
        """Add a copy of each at the end of its section; return the copies."""
        copies = []
        for statement in self.select_related("section__role").prefetch_related("needs", "industries"):
            copies.append(statement.copy_to(statement.section))
        Section.changed(copy.section_id for copy in copies)
        return copies

    @transaction.atomic
    def move_to(self, section):
        """Put each at the end of the section, in the order they have; return how many moved."""
        statements = [*self.exclude(section=section).order_by("section__position", "position", "pk")]
        left = {statement.section_id for statement in statements}
        for position, statement in enumerate(statements, start=section.next_position()):
            statement.section, statement.position = section, position
            statement.save(update_fields=["section", "position"])
        Section.changed([*left, section.pk] if left else [])
        return len(statements)


def _numbered(stem, number):
    return stem if number == 1 else f"{stem}-{number}"


class Statement(Legible):
    # What a row and the value it stands for have in common, field by field.
    COPIED = (
        "text",
        "focus",
        "required",
        "headcount_min",
        "headcount_max",
        "question",
        "evidence",
        "milestone",
        "milestone_day",
    )

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="statements")
    key = models.SlugField(
        max_length=80, unique=True, help_text="A name that stays: postings show by it where a sentence comes from."
    )
    text = models.TextField(max_length=placeholders.SOURCE_LIMIT, validators=[validate_text])
    focus = models.CharField(max_length=20, choices=FOCUS_CHOICES)
    required = models.BooleanField(default=False, help_text="In every posting whose facts are known.")
    needs = models.ManyToManyField(Need, blank=True, related_name="statements")
    industries = models.ManyToManyField(
        Industry, blank=True, related_name="statements", help_text="Only for these. None chosen: for every industry."
    )
    headcount_min = models.PositiveSmallIntegerField("from people", null=True, blank=True)
    headcount_max = models.PositiveSmallIntegerField("to people", null=True, blank=True)
    question = models.TextField("interview question", max_length=500, blank=True)
    evidence = models.TextField("evidence to look for", max_length=500, blank=True)
    milestone = models.CharField(max_length=300, blank=True, help_text="What is in place by the day beside it.")
    milestone_day = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=[(day, f"Day {day}") for day in pure.MILESTONE_DAYS]
    )
    position = models.PositiveIntegerField(default=0, db_index=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(focus__in=list(Focus)), name="statement_focus_known"),
            models.CheckConstraint(
                condition=models.Q(headcount_min__isnull=True)
                | models.Q(headcount_max__isnull=True)
                | models.Q(headcount_min__lte=models.F("headcount_max")),
                name="statement_headcount_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(milestone="", milestone_day__isnull=True)
                | models.Q(~models.Q(milestone=""), milestone_day__isnull=False, milestone_day__in=pure.MILESTONE_DAYS),
                name="statement_milestone_has_its_day",
            ),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self):
        errors = {}
        low, high = self.headcount_min, self.headcount_max
        if low is not None and high is not None and low > high:
            errors["headcount_max"] = "Give a number that is not below the first."
        for field in ("headcount_min", "headcount_max"):
            if (getattr(self, field) or 1) not in range(1, HEADCOUNT_MAX + 1):
                errors[field] = f"Give a number of people from 1 to {HEADCOUNT_MAX}, or leave it empty."
        if bool(self.milestone) != bool(self.milestone_day):
            field = "milestone_day" if self.milestone else "milestone"
            errors[field] = "A milestone and its day belong together."
        if errors:
            raise ValidationError(errors)

    def copy_to(self, section):
        """Save a copy with a key of its own at the end of the section."""
        copy = Statement(
            section=section,
            key=Statement.objects.free_key(section.role, self.text),
            position=section.next_position(),
            **{field: getattr(self, field) for field in self.COPIED},
        )
        copy.save()
        copy.needs.set(self.needs.all())
        copy.industries.set(self.industries.all())
        return copy

    def to_template(self):
        return pure.Statement(
            key=self.key,
            needs=tuple(need.key for need in self.needs.all()),
            industries=tuple(industry.key for industry in self.industries.all()),
            **{field: getattr(self, field) for field in self.COPIED} | {"focus": Focus(self.focus)},
        )
