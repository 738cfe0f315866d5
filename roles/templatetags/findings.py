"""How pages show what a review found. Pure: nothing here reads the database."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from roles.core.document import Source
from roles.core.review.answers import answer_of
from roles.forms import BriefForm
from roles.models.sharing import Right

from .filled import kept

register = template.Library()

# The answers that are one line: they are given on the posting's page, at the finding that asks for them.
ANSWERED_HERE = {"apply_to": "text", "valid_through": "date", "reports_to": "text"}


@register.simple_tag
def answer_here(remark, answering=None):
    """The field of a finding whose answer is one line; None for any other. `answering` was typed and refused."""
    name = answer_of(remark.finding)
    if name not in ANSWERED_HERE:
        return None
    asked = BriefForm.base_fields[name]
    field = {"name": name, "type": ANSWERED_HERE[name], "label": asked.label, "help": asked.help_text}
    field["id"] = f"answer-{remark.number}"
    return field | answering if answering and answering["name"] == name else field


@register.simple_tag
def marked(report, item):
    """An item's text with its findings marked: each stretch by its level, each listed finding by its number."""
    parts = [_segment(segment) for segment in report.segments(item)]
    text = mark_safe("".join(parts))  # noqa: S308
    return text if item.provenance.source is Source.STATEMENT else format_html("<bdi>{}</bdi>", text)


@register.simple_tag
def mending(posting, remark):
    """Where a finding is put right: its line in the editor, its field of the brief, our lines; None where nowhere, and
    where that is the owner's alone."""
    item, finding = remark.item, remark.finding
    if item is not None:
        section = posting.document.sections[
            [part.key for part in posting.document.sections].index(finding.place.section)
        ]
        unlock = f"?unlock={section.key}" if section.locked else ""
        return {"href": f"{reverse('posting_workshop', args=[posting.pk])}{unlock}#text-{item.key}", "label": "Edit it"}
    only_owner = (answer := answer_of(finding)) or finding.rule == "ours"
    if only_owner and posting.right < Right.OWN:
        return None
    if answer in ANSWERED_HERE:
        return {"href": f"{posting.get_absolute_url()}#answer-{remark.number}", "label": "Answer it"}
    if answer:
        field = BriefForm.SHOWN_AT.get(answer, answer)
        return {"href": f"{reverse('posting_edit', args=[posting.pk])}#id_{field}", "label": "Answer it"}
    if finding.rule == "ours":
        return {"href": f"{posting.get_absolute_url()}?ours=open#ours", "label": "Go through them"}
    if finding.place.section:
        address = f"{reverse('posting_workshop', args=[posting.pk])}#part-{finding.place.section}"
        return {"href": address, "label": "Edit the section"}
    return None


@register.simple_tag(takes_context=True)
def beside_sheet(context, sheet, posting, remark):
    """A finding beside the sheet. Of one about a line that has a box there, what there is to do is below the box."""
    boxed = remark.item is not None and remark.item.key in sheet.boxes
    mend = None if boxed else mending(posting, remark)
    return kept(context, "roles/_finding.html", remark=remark, in_sheet=True, boxed=boxed, mend=mend)


def _segment(segment):
    text = format_html("{}", segment.text)
    if segment.level:
        text = format_html('<mark class="mark mark-{}">{}</mark>', segment.level.value, segment.text)
    return text + format_html_join(
        "",
        '<a class="mark-number" id="mark-{0}" href="#finding-{0}"><span class="visually-hidden">Finding </span>{0}</a>',
        ((remark.number,) for remark in segment.ends if remark.shown),
    )
