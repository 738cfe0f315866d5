"""Random edits of a template, as a consultant might make them."""

from dataclasses import replace

from hypothesis import strategies as st

from roles.core.compose.template import RoleTemplate, Statement
from roles.core.compose.vocabulary import Need
from roles.core.document import Focus

WORDS = st.sampled_from(["Lead the team.", "Lead a small team well.", "Keep {{ company }} safe.", "Plan, then act."])


def with_statements(template, place, rows):
    sections = list(template.sections)
    sections[place] = replace(sections[place], statements=tuple(rows))
    return replace(template, sections=tuple(sections))


@st.composite
def edited(draw, template: RoleTemplate, most: int = 10) -> RoleTemplate:
    """The template after up to `most` edits: wording, order, moves between sections, deletions, additions."""
    for number in range(draw(st.integers(1, most))):
        if not template.sections:
            break
        place = draw(st.integers(0, len(template.sections) - 1))
        rows = list(template.sections[place].statements)
        kind = draw(st.sampled_from(["text", "focus", "order", "other section", "delete", "add", "section", "need"]))
        if kind == "add":
            rows.insert(0, Statement(key=f"new-{number}", text=draw(WORDS), focus=Focus.SHARED))
            template = with_statements(template, place, rows)
        elif kind == "need" and template.needs:
            change = draw(st.sampled_from(["delete", "reword", "add", "order"]))
            needs = list(template.needs)
            if change == "delete":
                gone = needs.pop()
                template = without_need(template, gone.key)
            elif change == "reword":
                needs[0] = replace(needs[0], phrase="Other words")
            elif change == "add":
                needs.append(Need(key=f"need-{number}", phrase=f"Need {number}", focus=Focus.SHARED))
            else:
                needs.reverse()
            template = replace(template, needs=tuple(needs))
        elif kind == "section":
            sections = list(template.sections)
            change = draw(st.sampled_from(["delete", "order", "heading"]))
            if change == "delete":
                del sections[place]
            elif change == "order":
                sections.insert(0, sections.pop())
            else:
                sections[place] = replace(sections[place], heading="Other heading", pick=3)
            template = replace(template, sections=tuple(sections))
        elif not rows:
            continue
        else:
            row = rows.pop(draw(st.integers(0, len(rows) - 1)))
            if kind == "text":
                rows.append(replace(row, text=draw(WORDS)))
            elif kind == "focus":
                rows.append(replace(row, focus=draw(st.sampled_from(Focus)), required=not row.required))
            elif kind == "order":
                rows.insert(draw(st.integers(0, len(rows))), row)
            template = with_statements(template, place, rows)
            if kind == "other section":
                other = draw(st.integers(0, len(template.sections) - 1))
                template = with_statements(template, other, [row, *template.sections[other].statements])
    return template


def without_need(template, key):
    sections = tuple(
        replace(
            section,
            statements=tuple(
                replace(row, needs=tuple(need for need in row.needs if need != key)) for row in section.statements
            ),
        )
        for section in template.sections
    )
    return replace(template, sections=sections)
