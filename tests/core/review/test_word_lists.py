"""The notation of the word lists, its mistakes, and the shipped files."""

import itertools
import re
import tracemalloc

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roles.core.folding import fold
from roles.core.review.text import word_starts
from roles.core.review.words.files import FOLDER, WordListError, read_file, read_text
from roles.core.review.words.lists import WordList
from roles.core.review.words.needles import needles_of
from roles.core.review.words.notation import NotationError, parse
from roles.core.review.words.plain import alternatives, entries_by_group

from .making import section

LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
FILES = {name: read_file(name) for name in LISTS}
TOP = "finding: test.word\nsource: A study\n"


def matches(entry, text):
    """Return what the entry matches at the beginning of the text, None where it does not."""
    found = re.compile(parse(entry).regex).match(text)
    return found and found[0]


def listed(text):
    return WordList(read_text("some", TOP + text))


def words_found(word_list, text):
    return [text[start:end] for _, (start, end) in word_list.found(fold(text))]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("young team", "young team"),
        ("young team", "young   team"),
        ("high~energy", "high-energy"),
        ("high~energy", "high energy"),
        ("high~energy", "highenergy"),
        ("[recent|new] hire", "new hire"),
        ("disabilit[y|ies]", "disabilities"),
        ("candidate(s)", "candidate"),
        ("candidate(s)", "candidates"),
        ("(very|quite) fit", "quite fit"),
        ("(very|quite) fit", "fit"),
        ("own car (or (old) van)", "own car"),
        ("own car (or (old) van)", "own car or van"),
        ("own car (or (old) van)", "own car or old van"),
        ("recent~(high school) graduate", "recent-high school graduate"),
        ("recent~(high school) graduate", "recent graduate"),
        ("analy*", "analysing"),
        ("class of 20##", "class of 2026"),
        ("our <word> tribe", "our little tribe"),
        ("make <up to 2 words> well", "make well"),
        ("make <up to 2 words> well", "make a room well"),
        ("with <up to 2 words,> photo", "with cv, a photo"),
        ("mature(,) <1 to 2 listed words> person", "mature, well-read, and calm person"),
        ("u.s. [citizen|national]", "u.s. national"),
        (r"s\)he", "s)he"),
        ("a ninja", "a ninja"),
        ("x-ray", "x-ray"),
        ("401(k)", "401"),
    ],
)
def test_an_entry_matches_its_text(entry, text):
    assert matches(entry, text) == text
    assert words_found(listed(f"== “…” is odd.\n{entry}"), f"So {text}.") == [text]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("young", "younger"),
        ("young team", "young teams"),
        ("high~energy", "high--energy"),
        ("candidate(s)", "candidateship"),
        ("disabilit[y|ies]", "disability2"),
        ("class of 20##", "class of 20266"),
        ("our <word> tribe", "our tribe"),
        ("our <word> tribe", "our very little tribe"),
        ("make <up to 2 words> well", "make one two three well"),
        ("(very) fit", "veryfit"),
        ("u.s. citizen", "uxsx citizen"),
        ("young", "young\u0301"),
    ],
)
def test_an_entry_matches_nothing_else(entry, text):
    assert matches(entry, text) is None
    assert words_found(listed(f"== “…” is odd.\n{entry}"), f"So {text}.") == []


@pytest.mark.parametrize(
    ("entry", "yes", "no"),
    [
        ("hungry {only before ,|for}", ["hungry, and", "hungry for more"], ["hungry", "hungry forever"]),
        ("no visa(s) {not before sponsor*}", ["no visas", "no visas, please"], ["no visa sponsorship"]),
        ("fit {only before <end>}", ["fit", "fit.", "fit!"], ["fit and", "fit, and"]),
        ("family {not before ~run}", ["family", "family runs"], ["family-run", "family run"]),
        ("driven {not after -|very}", ["so driven"], ["data-driven", "very driven"]),
        ("ideal for {only at the beginning}", ["ideal for", "so. ideal for"], ["rates ideal for", "so, ideal for"]),
        ("he {only before [will|must] <word>}", ["he will go"], ["he will.", "he willingly goes"]),
        ("fit {only before [,|[for|to]]}", ["fit, and", "fit for more", "fit to lead"], ["fit", "fit forever"]),
    ],
)
def test_what_is_beside_an_entry_decides(entry, yes, no):
    words = listed(f"== “…” is odd.\n{entry}")
    for text in yes:
        assert words_found(words, text), text
    for text in no:
        assert not words_found(words, text), text


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("== “…” is odd.\nyoung\nYoung", "line 5: “Young”: it has capitals"),
        ("== “…” is odd.\nyoung\nold\nyoung", "line 6: “young” is in line 4 already"),
        ("== “…” is odd.\n[young|old", "line 4: “[young|old”: a “]” is missing"),
        ("== “…” is odd.\nyoung]", "“]” closes nothing"),
        ("== “…” is odd.\nyoung|old", "alternatives outside of brackets"),
        ("== “…” is odd.\nyoung [|old]", "an alternative is empty"),
        ("== “…” is odd.\n<served> people", "“<served>” is not defined above"),
        ("== “…” is odd.\n<word> people", "it can begin with any word"),
        ("== “…” is odd.\n-based", "begins with a mark and can never match"),
        ("== “…” is odd.\nyoung {if old}", "“{if old}” is no neighbour"),
        ("== “…” is odd.\nyoung  team", "two spaces in a row"),
        ("== “…” is odd.\nyoung -> \n", "line 4"),
        ("== “…” is odd.\nlevel: nice\nyoung", "line 4: “nice” is no level"),
        ("== “…” is odd.\nyoung\nlevel: consider", "line 5: “level” comes before the entries"),
        ("== “…” is odd.\n== “…” is strange.\nyoung", "line 4: no entry below the heading"),
        ("== “is odd”.\nyoung", "line 3: ““is odd”.” has no …"),
        ("== “…” is odd.\nyoung\n== leave alone", "line 5: no entry below the heading"),
        ("young", "line 3: “young” is above the first heading"),
        ("<a> = b\n<a> = c\n== “…” is odd.\n<a>", "line 4: <a> is defined twice"),
        ("promises: kept\n", "“promises” is “left out”"),
        ("# Nothing.\n", "has no entry"),
    ],
)
def test_a_mistake_names_the_file_and_the_line(lines, message):
    with pytest.raises(WordListError, match=r"^some\.txt, line \d+: ") as raised:
        listed(lines)
    assert message in str(raised.value)


def test_a_list_without_a_source_is_refused():
    with pytest.raises(WordListError, match="no source"):
        read_text("some", "== a\nyoung")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("== “…” is odd.\nyoung\n[young|young]", "line 5: “[young|young]” can never be found: line 4 is found"),
        ("== “…” is odd.\nyoung -> new\nyoun[g]\n", "line 5"),
        ("== “…” is odd.\nyoung team\n== leave alone\nyoung", "line 4: “young team” can never be found: what is left"),
    ],
)
def test_an_entry_that_can_never_be_found_is_refused(lines, message):
    with pytest.raises(WordListError) as raised:
        listed(lines).check()
    assert message in str(raised.value)


def test_the_longest_match_counts_then_a_replacement_then_the_first():
    words = listed(
        "== “…” is odd.\n"
        "he (or she)\n"  # line 4
        "he or she -> they\n"
        "[he or she|he] too\n"
        "she\n"
        "[she|her]"
    )
    assert [entry.line for entry, _ in words.found("he or she too. he or she. he. she. her")] == [6, 5, 4, 7, 8]


def test_a_word_that_begins_one_entry_and_is_another_is_tried_for_both():
    words = listed("== “…” is odd.\nlead time\nlead*")
    assert words_found(words, "lead time, lead, leader") == ["lead time", "lead", "leader"]


def test_settings_hold_for_the_list_or_below_their_heading():
    content = read_text(
        "some",
        TOP
        + "level: should fix\nwhy: Because.\n== “…” is odd.\nsource: A law\nin benefits: left out\nyoung\n== b …\nold",
    )
    odd, old = (entry.group for entry in content.entries)
    assert (odd.level, odd.source, odd.why, odd.in_benefits) == ("should_fix", "A law", "Because.", False)
    assert (old.level, old.source, old.in_benefits) == ("should_fix", "A study", True)
    assert odd.message("young") == "“young” is odd."


def test_one_heading_of_a_list_becomes_part_of_an_expression():
    irregular = re.compile(alternatives("passives", "irregular"))
    assert irregular.fullmatch("done")
    assert not irregular.fullmatch("based")
    with pytest.raises(WordListError, match=r"passives\.txt has no heading “regular”"):
        alternatives("passives", "regular")


def test_a_list_of_plain_words_is_written_out():
    assert "the" in entries_by_group("english")["a common word"]
    assert re.fullmatch(alternatives("protected_groups"), "people over 40")
    assert not re.fullmatch(alternatives("protected_groups"), "people")


WORDS = st.text("abcdefghij", min_size=1, max_size=6)
PARTS = st.one_of(
    WORDS,
    st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f"[{'|'.join(words)}]"),
    st.builds("{}({})".format, WORDS, WORDS),
    st.builds("{}[{}|{}]".format, WORDS, WORDS, WORDS),
    st.builds("{}~{}".format, WORDS, WORDS),
    st.builds("({}|{}) {}".format, WORDS, WORDS, WORDS),
    st.builds("{}*".format, WORDS),
)
ANY_ENTRY = st.lists(PARTS, min_size=1, max_size=4).map(" ".join)


@given(ANY_ENTRY)
def test_any_entry_matches_its_own_texts(entry):
    expression = parse(entry)
    found = re.compile(expression.regex)
    for text in itertools.islice(expression.texts(), 50):
        assert found.fullmatch(text)
        word = re.match(r"[^\W_]+", text)[0]
        assert any(
            word == letters or (word.startswith(letters) and onward.value == "any")
            for letters, onward in expression.starts
        )


@given(ANY_ENTRY, st.sampled_from("xyz9é\u0301"), st.booleans())
def test_no_entry_matches_inside_a_longer_word(entry, letter, before):
    assume(not entry.endswith("*"))
    words = listed(f"== “…” is odd.\n{entry}")
    for text in itertools.islice(parse(entry).texts(), 20):
        longer = letter + text if before else text + letter
        spans = [span for _, span in words.found(longer)]
        if before and letter != "\u0301":
            assert all(start > 0 for start, _ in spans)
        if not before:
            assert all(end < len(text) for _, end in spans)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4, unique=True))
def test_each_inflection_is_found_and_no_other(stem, endings):
    words = listed(f"== “…” is odd.\n{stem}[{'|'.join(endings)}]")
    for ending in endings:
        assert words_found(words, f"The {stem}{ending} is here") == [stem + ending]
    assert words_found(words, f"The {stem}zz is here") == []


@given(st.text(max_size=20), st.text("[](){}<>|~*#\\-> a,.", max_size=12))
def test_any_text_is_an_entry_or_a_mistake(text, signs):
    for entry in (text, signs):
        try:
            expression = parse(entry)
        except NotationError:
            continue
        re.compile(expression.regex)


def test_a_list_is_read_without_compiling_its_entries(monkeypatch):
    """Every process that starts reads all lists; most entries are never tried."""
    monkeypatch.setattr("roles.core.review.words.lists.re.compile", None)
    assert listed("== “…” is odd.\nyoung\n[recent|new] hire").entries


@pytest.mark.parametrize("name", LISTS)
def test_a_shipped_list_reads_without_a_mistake(name):
    words = WordList(FILES[name])
    words.check()
    assert words.entries


@pytest.mark.parametrize("name", LISTS)
def test_each_entry_of_a_shipped_list_is_found_by_its_own_text(name):
    for entry in FILES[name].entries + FILES[name].exempt:
        found = re.compile(entry.expression.regex)
        for text in itertools.islice(entry.expression.texts(), 20):
            assert any(found.match(text + after) for after in entry.expression.after_texts), (entry.line, text)


@pytest.mark.parametrize("name", [name for name in LISTS if FILES[name].finding])
def test_a_shipped_list_of_findings_finds_each_entry_in_an_item(name):
    from roles.core.review.reviewed import ReviewedItem

    words = WordList(FILES[name])
    for entry in words.entries:
        texts = itertools.product(itertools.islice(entry.expression.texts(), 20), entry.expression.after_texts)
        items = (section("required", text + after) for text, after in texts)
        assert any(
            found is entry
            for part in items
            for found, _ in words.hits(ReviewedItem(section=part, index=0, original=part.items[0], company=""))
        ), (name, entry.line, entry.text)


def test_the_first_texts_of_an_entry_are_there_without_the_others():
    digits = "[one|two|three|four|five|six|seven|eight|nine|ten]"
    entry = parse(f"a [{' '.join([digits] * 4)}|b] c")
    tracemalloc.start()
    try:
        assert list(itertools.islice(entry.texts(), 2)) == ["a one one one one c", "a one one one two c"]
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


def needles_in(entry, text):
    return needles_of(parse(entry).sequence).are_in(frozenset(word_starts(text)))


@pytest.mark.parametrize("name", LISTS)
def test_each_text_of_a_shipped_entry_holds_its_needles(name):
    content = FILES[name]
    entries = [entry.expression for entry in (*content.entries, *content.exempt)]
    texts = [(each, text) for each in entries for text in itertools.islice(each.texts(), 100)]
    sets = {each.source: needles_of(each.sequence) for each in entries}
    assert [text for each, text in texts if not sets[each.source].are_in(frozenset(word_starts(text)))] == []


@pytest.mark.parametrize(
    ("entry", "text", "tried"),
    [
        ("no history of [injur*|depression]", "no history yet of it", True),
        ("no history of [illness|depression]", "the history of no firm", False),
        ("no disabilit[y|ies]", "no disability", True),
        ("no disabilit[y|ies]", "no disabled door", False),
        ("(very) fit candidate(s)", "fit candidates", True),
        ("(very) fit candidate(s)", "fit for a candidacy", False),
        ("man~manager", "a manmanager", True),
        ("man~manager", "man the manage", False),
        ("no <up to 2 words> [ego|drama]", "no big ego", True),
        ("no <up to 2 words> [ego|drama]", "no dramas", False),
    ],
)
def test_an_entry_is_tried_where_its_words_are_in_the_text(entry, text, tried):
    assert needles_in(entry, text) is tried
