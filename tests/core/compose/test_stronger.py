from roles.core.compose.scope import Answered, Target
from roles.core.compose.stronger import SHOWN_MAX, stronger
from roles.core.compose.vocabulary import Area
from tests.core.compose.build import section, statement, template

ROLE = template(section(statement("one")), schema=2, areas=(Area(key="stock", name="Stock", phrase="stock"),))


def asked(**answers):
    return [name for name, _ in stronger(ROLE, answers)]


def test_what_the_role_answers_for_is_asked_first_then_pay():
    assert asked()[:2] == ["scope", "base_salary"]
    assert len(asked()) == SHOWN_MAX


def test_a_star_is_asked_for_its_name_and_then_its_target():
    said = [words for _, words in stronger(ROLE, {"scope": (Answered(area="stock", starred=True),), "base_salary": 1})]
    assert said[0].startswith("Name what you mean by “Stock”")
    assert said[1] == "Add a target for “Stock”, and by when"


def test_what_is_answered_is_not_asked_again():
    star = Answered(area="stock", starred=True, name="our stock", target=Target(outcome="The shelf is full."))
    assert asked(scope=(star,), base_salary=1)[0] == "apply_to"
    assert "leads" not in asked(scope=(star,), base_salary=1, leads="two leads")


def test_templates_without_areas_ask_for_none_of_it():
    assert stronger(template(section(statement("one"))), {}) == []
