import pytest

from roles.core.compose.facts import PLACEHOLDERS
from roles.core.compose.mistakes import mistakes
from roles.core.compose.placeholders import SOURCE_LIMIT


def only(source):
    """Return (line, column, message) of the one mistake there is."""
    found = mistakes(source)
    assert len(found) == 1, found
    return found[0].line, found[0].column, found[0].message


@pytest.mark.parametrize(
    "source",
    [
        "Lead the team.",
        "Lead the team at {{ company }} in {{ place }}.",
        "Report to {{ reports_to }}{% if leads %} and lead {{ leads }}{% endif %}.",
        "{% if remote %}Work anywhere.{% elsif hybrid %}Come in at times.{% else %}Come in.{% endif %}",
        "{% unless several_sites %}One place.{% else %}{{ sites }} places.{% endunless %}",
        "{% case workplace %}{% when 'remote' %}Work anywhere.{% else %}Come in.{% endcase %}",
        "{{ leads | default: 'the team' }} will welcome you.",
        "{{ company | upcase }} and {{ company | downcase }}.",
        "Pay {{pay}}.",
        "{%- if goal -%}Reach {{- goal -}}.{%- endif -%}",
        "Curly { and } and 100% and }} are only marks.",
        "One line,\nand another.",
    ],
)
def test_a_text_that_reads_well_has_no_mistakes(source):
    assert mistakes(source) == []


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_placeholder_may_be_used_alone(name):
    if isinstance(PLACEHOLDERS[name].examples[0], bool):
        assert mistakes(f"This is {{% if {name} %}}so{{% else %}}not so{{% endif %}} here") == []
        assert "is a yes or no" in str(mistakes(f"This is {{{{ {name} }}}} here")[0])
    else:
        assert mistakes(f"This is {{{{ {name} }}}} here") == []


@pytest.mark.parametrize(
    ("source", "line", "column", "message"),
    [
        ("Dear {{ compny }}.", 1, 9, "“compny” is not a placeholder. Did you mean “company”?"),
        ("{% if levels %}x{% endif %}", 1, 7, "“levels” is not a placeholder. Did you mean “leads”?"),
        ("Join {{ company }}\nand then\n  {{ xyzzy }}.", 3, 6, "“xyzzy” is not a placeholder."),
        ("{{ company | default: plce }}", 1, 23, "“plce” is not a placeholder. Did you mean “place”?"),
        ("{% if headcount > limt %}x{% endif %}", 1, 19, "“limt” is not a placeholder."),
        ("{{ Company }}", 1, 4, "“Company” is not a placeholder. Did you mean “company”?"),
        ("{{ self }}", 1, 4, "“self” is not a placeholder."),
        ("{{ __class__ }}", 1, 4, "“__class__” is not a placeholder."),
    ],
)
def test_an_unknown_name_is_named_with_its_place_and_the_nearest_name(source, line, column, message):
    found = only(source)
    assert found[:2] == (line, column)
    assert found[2].startswith(message)


def test_every_unknown_name_is_named_at_once():
    assert [mistake.column for mistake in mistakes("{{ aaaa }} and {{ bbbb }}")] == [4, 19]


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("{{ budgt }} {% for %}", [(1, 4), (1, 16)]),
        ("{% for x in y %}\n{{ budgt }} {{ compny }}", [(1, 4), (2, 4), (2, 16)]),
        ("{{ budgt }} {% if budget %} and", [(1, 4), (1, 13)]),
        ("{% for x in y %}{{ }}", [(1, 4)]),
    ],
)
def test_beside_a_wrong_tag_the_unknown_names_are_named_too(source, places):
    assert [(mistake.line, mistake.column) for mistake in mistakes(source)] == places


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ company.size }}", "company.size"),
        ("{{ company.__class__ }}", "company.__class__"),
        ("{{ company[0] }}", "company[0]"),
        ("{{ company['size'] }}", "company.size"),
        ("{% if company.first == 'H' %}x{% endif %}", "company.first"),
    ],
)
def test_a_path_into_a_fact_is_refused(source, written):
    assert only(source)[2] == f"“{written}”: “company” has no parts, write {{{{ company }}}}."


@pytest.mark.parametrize("source", ["{{ [company] }} x", "{{ company[place] }} x", "{{ company[place[leads]] }} x"])
def test_a_name_taken_from_an_answer_is_refused(source):
    assert mistakes(source)


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ("for", "{% for a in company %}x{% endfor %}"),
        ("assign", "{% assign a = 1 %}x"),
        ("capture", "{% capture a %}x{% endcapture %}"),
        ("include", "{% include 'other' %}x"),
        ("render", "{% render 'other' %}x"),
        ("raw", "{% raw %}{{ x }}{% endraw %}"),
        ("comment", "{% comment %}x{% endcomment %}"),
        ("cycle", "{% cycle 'a', 'b' %}x"),
        ("tablerow", "{% tablerow a in company %}x{% endtablerow %}"),
        ("increment", "{% increment a %}x"),
        ("decrement", "{% decrement a %}x"),
        ("liquid", "{% liquid\nassign a = 1 %}x"),
        ("echo", "{% echo company %}"),
        ("break", "{% break %}x"),
        ("continue", "{% continue %}x"),
        ("ifchanged", "{% ifchanged %}x{% endifchanged %}"),
        ("doc", "{% doc %}x{% enddoc %}"),
        ("block", "{% block a %}x{% endblock %}"),
        ("extends", "{% extends 'a' %}x"),
        ("macro", "{% macro 'a' %}x{% endmacro %}"),
        ("elseif", "{% if remote %}x{% elseif hybrid %}y{% endif %}"),
        ("#", "{% # hidden %}x"),
        ("", "{% %}x"),
        ("for", "{%- for a in company -%}x{%- endfor -%}"),
        ("assign", "{%\nassign a = 1 %}x"),
    ],
)
def test_a_tag_beyond_if_unless_and_case_is_refused_with_its_place(tag, source):
    first = mistakes(source)[0]
    before = source[: source.index(tag, source.index("{%") + 2)] if tag else "{% "
    assert first.message.startswith(f"the tag “{tag}” is not allowed here.")
    assert (first.line, first.column) == (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def test_a_misspelt_tag_brings_the_nearest_one():
    assert only("{% iff remote %}x") == (1, 4, "the tag “iff” is not allowed here. Did you mean “if”?")


@pytest.mark.parametrize(
    "name",
    [
        "append", "capitalize", "date", "divided_by", "escape", "first", "join", "map", "newline_to_br",
        "plus", "prepend", "remove", "replace", "size", "slice", "sort", "split", "strip",
        "strip_html", "times", "truncate", "url_encode", "where", "json", "safe", "t",
    ],
)  # fmt: skip
def test_a_filter_beyond_the_three_is_refused_with_its_place(name):
    line, column, message = only(f"At {{{{ company | {name} }}}}.")
    assert (line, column) == (1, 17)
    assert message.startswith(f"the filter “{name}” is not allowed here.")


def test_a_misspelt_filter_brings_the_nearest_one():
    assert only("{{ company | upcse }}")[2].endswith("Did you mean “upcase”?")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Lead {{ company", 1),
        ("Lead.\n{{ company", 2),
        ("Lead.\n{{ company | }}", 2),
        ("Lead.\n{{ }}", 2),
        ("Lead.\n{{ company place }}", 2),
        ("Lead.\n{% if remote %}x", 2),
        ("Lead.\n{% endif %}", 2),
        ("Lead.\n{% if %}x{% endif %}", 2),
        ("Lead.\n{% if company = 'x' %}x{% endif %}", 2),
        ("Lead.\n{% case remote %}", 2),
        ("Lead.\n{% if (remote %}x{% endif %}", 2),
        ("Lead.\n{{ 'company }}", 2),
        ("Lead.\n\nMore.\n{% if", 4),
    ],
)
def test_broken_grammar_is_refused_on_its_line(source, line):
    assert [mistake.line for mistake in mistakes(source)] == [line]


def test_a_comparison_of_a_number_with_words_is_refused():
    assert mistakes("{% if headcount > company %}Big.{% else %}Small.{% endif %}")


def test_a_text_of_the_longest_length_is_accepted_and_one_longer_is_not():
    assert mistakes("x" * SOURCE_LIMIT) == []
    assert only("x" * (SOURCE_LIMIT + 1)) == (1, 1, "is 1,001 characters long; 1,000 are allowed.")


@pytest.mark.parametrize("source", ["", " ", "\n", "\n \n", "\t"])
def test_an_empty_text_is_refused(source):
    assert only(source) == (1, 1, "is empty.")


@pytest.mark.parametrize(
    "char", ["\x00", "\t", "\r", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u202e", "\u2066", "\ud800"]
)
def test_a_character_that_does_not_show_is_refused_with_its_place(char):
    line, column, message = only(f"Lead.\nThe{char}team.")
    assert (line, column) == (2, 4)
    assert f"U+{ord(char):04X}" in message


@pytest.mark.parametrize(
    ("source", "column", "message"),
    [
        ("{% if budget %}a", 1, "this is never closed: write {% endif %} where its words end."),
        (
            "{% case workplace %}{% when 'remote' %}a",
            1,
            "this is never closed: write {% endcase %} where its words end.",
        ),
        ("Join {{ company", 6, "this is never closed: write }} behind the name."),
        ("Join {{ }}.", 6, "something is missing between the marks, such as the name of a placeholder."),
        ("{% if %}a{% endif %}", 4, "something is missing between the marks, such as the name of a placeholder."),
        ("{% if budget = 3 %}a{% endif %}", 14, "write == to compare two things."),
        ("a{% else %}", 5, "“else” stands here without what it belongs to before it."),
        ("{{ company | shout }}", 14, "the filter “shout” is not allowed here. These are: upcase, downcase, default."),
        ("{{ company | upcas }}", 14, "the filter “upcas” is not allowed here. Did you mean “upcase”?"),
    ],
)
def test_what_is_wrong_is_stated_in_words_that_show_what_to_do(source, column, message):
    assert only(source) == (1, column, message)
