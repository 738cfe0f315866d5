from roles.core.compose.copying import copied
from roles.core.compose.template_problems import template_problems
from tests import shipped


def test_a_copy_has_no_key_of_the_original_and_none_twice():
    template = shipped.role("director-of-operations")
    taken = {statement.key for statement in template.statements()}
    copy = copied(
        template, slug="operations-manager", title="Operations Manager", tagline="The whole shop", taken=taken
    )

    keys = [statement.key for statement in copy.statements()]
    assert len(set(keys)) == len(keys) == len(taken)
    assert not taken & set(keys)
    assert all(key.startswith("om-") and len(key) <= 80 for key in keys)
    assert [statement.text for statement in copy.statements()] == [one.text for one in template.statements()]
    assert list(template_problems(copy)) == []


def test_a_copy_of_a_copy_with_the_same_initials_gets_numbers():
    template = shipped.role("director-of-operations")
    first = copied(template, slug="operations-manager", title="Operations Manager", tagline="The whole shop", taken=())
    taken = [statement.key for statement in first.statements()]
    second = copied(first, slug="office-manager", title="Office Manager", tagline="The office", taken=taken)
    assert next(second.statements()).key == f"{taken[0]}-2"
