"""What owners write as they speak: the lines that limit who applies, and those that only look like them."""

from pathlib import Path

from .making import of_line

HERE = Path(__file__).parent
FAMILIES = ("age.", "disability.", "protected.", "blanks.", "terms.")


def lines(name):
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]


def found_in(line):
    return [(found.id, found.words) for found in of_line(line, "", key="conditions") if found.id.startswith(FAMILIES)]


def test_each_line_that_limits_who_applies_is_found_with_its_words():
    hits = [line.split("\t") for line in lines("spoken.tsv")]
    assert len(hits) > 250
    assert [text for rule, text, words in hits if (rule, words) not in found_in(text)] == []


def test_no_line_that_only_looks_like_it_has_a_finding():
    innocent = lines("spoken_innocent.txt")
    assert len(innocent) > 170
    assert [(line, found) for line in innocent if (found := found_in(line))] == []


def test_he_as_the_holder_is_worse_than_a_pronoun_that_refers():
    levels = [
        found.level.value for found in of_line("He will run the shop, and the team looks up to him.", "protected")
    ]
    assert levels == ["must_fix", "should_fix"]


def test_what_an_occupational_requirement_allows_is_only_considered():
    text = "Under the Equality Act it is an occupational requirement that you are a practising Christian."
    assert [found.level.value for found in of_line(text, "protected.religion")] == ["consider"]
