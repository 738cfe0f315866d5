"""How pages show what a review found. Pure: nothing here reads the database."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from roles.core.document import Source

register = template.Library()


@register.simple_tag
def marked(report, item):
    """An item's text with its findings marked: each stretch by its level, each listed finding by its number."""
    parts = [_segment(segment) for segment in report.segments(item)]
    text = mark_safe("".join(parts))  # noqa: S308
    return text if item.provenance.source is Source.STATEMENT else format_html("<bdi>{}</bdi>", text)


def _segment(segment):
    text = format_html("{}", segment.text)
    if segment.level:
        text = format_html('<mark class="mark mark-{}">{}</mark>', segment.level.value, segment.text)
    return text + format_html_join(
        "",
        '<a class="mark-number" id="mark-{0}" href="#finding-{0}"><span class="visually-hidden">Finding </span>{0}</a>',
        ((remark.number,) for remark in segment.ends if remark.shown),
    )
