import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.facts import PLACEHOLDERS
from roles.core.compose.mistakes import Mistake, mistakes
from roles.core.compose.placeholders import fill, labels
from tests.profiles import many_examples
from tests.strategies import any_text

ROOT = Path(__file__).parents[3]
MARKS = [
    "{{", "{{-", "}}", "-}}", "{%", "{%-", "%}", "-%}", "|", ":", ",", ".", "..", "(", ")", "[", "]", "'", '"', "#",
    "$", "\\", "\n",
]  # fmt: skip
NAMES = [
    "if", "unless", "case", "when", "else", "elsif", "endif", "endunless", "endcase", "for", "raw", "==", "!=", "<",
    ">", "contains", "and", "or", "not", "true", "nil", "empty", "blank", "default", "upcase", "downcase", "1", "-1",
    "1.5", *PLACEHOLDERS,
]  # fmt: skip

fragments = st.lists(st.sampled_from([*MARKS, *NAMES, "text", "\ud800", "\x00"]), max_size=30).map(" ".join)
expressions = st.lists(st.sampled_from([*MARKS[8:], *NAMES]), max_size=12).map(" ".join)


def well_formed(found):
    return all(isinstance(mistake, Mistake) and mistake.line >= 1 and mistake.column >= 1 for mistake in found)


@given(any_text)
@many_examples
def test_no_text_makes_the_check_fail(text):
    assert well_formed(mistakes(text))


@given(fragments)
@many_examples
def test_no_pieces_of_a_template_make_the_check_fail(text):
    assert well_formed(mistakes(text))


@given(expressions, st.sampled_from(["{{{{ {} }}}}", "{{% if {} %}}x{{% endif %}}", "{{% case {} %}}x{{% endcase %}}"]))
@many_examples
def test_no_expression_makes_the_check_fail(expression, frame):
    assert well_formed(mistakes(frame.format(expression)))


@given(expressions, st.sampled_from(["{{{{ {} }}}}", "{{% if {} %}}x{{% endif %}}"]))
@many_examples
def test_what_the_check_accepts_can_be_filled(expression, frame):
    source = frame.format(expression)
    if not mistakes(source):
        for facts in ({}, labels()):
            text = fill(source, facts)
            assert text is None or text.strip() == text != ""


HOSTILE = {
    "opened outputs": "{{" * 500,
    "opened tags": "{%" * 500,
    "nested ifs": "{% if remote %}" * 37 + "x" + "{% endif %}" * 37,
    "unclosed ifs": "{% if remote %}" * 66,
    "many elsifs": "{% if remote %}" + "{% elsif hybrid %}a" * 48 + "{% endif %}",
    "long condition": "{% if remote " + "or remote " * 96 + "%}x{% endif %}",
    "long chain of filters": "{{ company " + "| upcase " * 109 + "}}",
    "nested indexes": "{{ " + "company[" * 70 + "company" + "]" * 70 + " }}",
    "opened brackets": "{{ " + "(" * 990 + " }}",
    "long path": "{{ company" + ".a" * 490 + " }}",
    "many nots": "{% if " + "not " * 240 + "remote %}x{% endif %}",
    "long number": "{{ " + "9" * 990 + " }}",
    "long string": "{{ '" + "a" * 985 + "' }}",
    "many outputs": "{{ leads }}" * 90,
    "many facts read every way": "{{ company }}{% if goal or leads or budget or pay or about %}a{% endif %}" * 13,
    "many quotes": "{{ " + "'" * 990 + " }}",
    "white space": "x" + " " * 998 + "x",
    "stops": "." * 1000,
    "a hundred thousand characters": "{{ company }}" * 8000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_judged(source):
    assert well_formed(mistakes(source))


def test_no_range_of_numbers_can_keep_the_server_busy():
    sources = [
        "{% if (1..99999999999) contains company %}x{% endif %}",
        "{{ (1..99999999999) | default: company }}",
        "{% case (1..99999999999) %}{% when company %}x{% else %}y{% endcase %}",
    ]
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (20, 20))\n"
        f"from roles.core.compose.mistakes import mistakes\nfor source in {sources!r}: print(len(mistakes(source)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False, capture_output=True)
    assert done.returncode == 0, "twenty seconds of work were not enough"
    assert done.stdout.split() == [b"1", b"1", b"1"]
