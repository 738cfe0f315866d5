"""What a duty asserts of a business is made true by what it is bound to."""

import pytest

from roles.core import content
from roles.core.content import ContentError, reading
from roles.core.content.asserting import AssertingWords, asserted
from roles.core.limits import Purpose
from tests import shipped

VANS = AssertingWords(words=("van", "vans"), areas=("field",), traits=("vehicles",), industries=("logistics",))


def duties(slug):
    return [item for part in shipped.role(slug).sections if part.purpose is Purpose.DUTIES for item in part.statements]


def bound(statement, entry):
    """Whether all that brings a statement into a posting makes the words true."""
    if statement.industries:
        return all(
            entry.are_true(areas=(), traits=statement.traits, industry=industry) for industry in statement.industries
        )
    if statement.traits:
        return entry.are_true(areas=(), traits=statement.traits, industry="")
    return bool(statement.areas) and set(statement.areas) <= set(entry.areas)


@pytest.mark.parametrize("slug", content.role_slugs())
def test_no_duty_asserts_what_it_is_not_bound_to(slug):
    vocabulary = content.read_asserting_words()
    found = [
        (item.key, word)
        for item in duties(slug)
        for word, entry in asserted(item.text, vocabulary)
        if not bound(item, entry)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Send the van early.", ["van"]),
        ("Vans leave at six.", ["vans"]),
        ("Take the advantage.", []),
        ("Count {{ vans }} and {% if van %}go{% endif %}.", []),
    ],
)
def test_asserting_words_are_whole_and_ours(text, words):
    assert [word for word, _ in asserted(text, [VANS])] == words


@pytest.mark.parametrize(
    ("areas", "traits", "industry", "true"),
    [
        (("field",), (), "other", True),
        ((), ("vehicles",), "other", True),
        ((), (), "logistics", True),
        (("quality",), ("seasonal",), "retail", False),
    ],
)
def test_an_area_a_trait_or_an_industry_makes_them_true(areas, traits, industry, true):
    assert VANS.are_true(areas=areas, traits=traits, industry=industry) is true


def test_a_key_that_is_not_there_is_refused(tmp_path, monkeypatch):
    for name in ("needs", "industries", "areas", "traits"):
        (tmp_path / f"{name}.yaml").write_text((reading.ROOT / f"{name}.yaml").read_text())
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "asserting-words.yaml").write_text("- words: [van]\n  traits: [vehicles, rockets]\n")
    monkeypatch.setattr(reading, "ROOT", tmp_path)
    with pytest.raises(ContentError, match="rockets"):
        content.read_asserting_words()
