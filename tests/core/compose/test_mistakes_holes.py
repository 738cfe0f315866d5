import pytest

from roles.core.compose.mistakes import READINGS_LIMIT, mistakes


@pytest.mark.parametrize(
    "source",
    [
        "The team {% if leads %}{{ leads }}{% endif %} works.",
        "Lead {% if leads %}{{ leads }}{% endif %}, and more.",
        "Lead the team,{% if leads %} {{ leads }}{% endif %}",
        "Lead the team, {% if leads %}{{ leads }}{% endif %}.",
        "Why {% if leads %}{{ leads }}{% endif %}?",
        "The team ({% if leads %}{{ leads }}{% endif %}) works.",
        "Lead ({% if leads %}{{ leads }}{% endif %} now).",
        "We lead: {% if leads %}{{ leads }}{% endif %}; and more.",
        "{% if leads %}{{ leads }}{% endif %}, and the rest.",
        "{% if leads %}Lead {{ leads }}{% endif %}.",
        "Lead. {% if leads %}Lead {{ leads }}{% endif %}.",
    ],
)
def test_a_missing_fact_may_not_leave_a_hole(source):
    found = mistakes(source)
    assert [mistake.message[:16] for mistake in found] == ["without “leads” "]


@pytest.mark.parametrize(
    "source",
    [
        "The  team.",
        "Lead , and more.",
        "Lead the team,",
        "Lead () now.",
        "Lead,, now.",
        "Lead..",
        "Lead\n\nnow.",
        "Lead !",
    ],
)
def test_a_hole_in_the_words_themselves_is_refused(source):
    found = mistakes(source)
    assert [mistake.message[:15] for mistake in found] == ["when filled in "]


def test_a_hole_shows_the_place_as_it_would_read():
    message = mistakes("The team {% if leads %}{{ leads }}{% endif %} works.")[0].message
    assert "“…The team  works.…”" in message


def test_two_missing_facts_are_both_named():
    source = "Go {% if leads or goal %}on{% endif %}{% if leads %}!{% endif %} now."
    assert mistakes(source)[0].message.startswith("without “goal” and “leads” it reads")


@pytest.mark.parametrize(
    "source",
    [
        "The team{% if leads %} {{ leads }}{% endif %} works.",
        "Lead{% if leads %} {{ leads }}{% endif %}, and more.",
        "The team{% if leads %} ({{ leads }}){% endif %} works.",
        "Lead {% if leads %}{{ leads }}{% else %}the team{% endif %}.",
        "Lead {{ leads }}, and more.",
        "Wait and see... then act.",
        "Wait and see...",
        "Wait and see… then act.",
    ],
)
def test_a_text_without_a_hole_in_any_reading_is_accepted(source):
    assert mistakes(source) == []


@pytest.mark.parametrize("source", ["{% if goal %}{% endif %}", "{% if false %}Never.{% endif %}", "{{ '' }}"])
def test_a_text_that_is_always_empty_is_refused(source):
    assert [mistake.message for mistake in mistakes(source)] == ["never says anything, whatever the facts."]


def test_a_text_that_states_something_only_with_a_fact_is_accepted():
    assert mistakes("{% if hiring_steps %}After that, we hire in these steps:{% endif %}") == []


def asking_for(*names):
    return "".join(f"{{% if {name} %}}a{{% endif %}}" for name in names)


def test_as_many_placeholders_as_can_be_read_every_way_are_accepted():
    names = ["about", "goal", "leads", "spending_limit", "budget", "pay", "benefits", "hiring_steps"]
    assert 2 ** len(names) == READINGS_LIMIT
    assert mistakes(asking_for(*names)) == []


def test_one_placeholder_more_is_refused():
    names = ["about", "goal", "leads", "spending_limit", "budget", "pay", "benefits", "hiring_steps", "remote"]
    found = mistakes(asking_for(*names))
    assert [mistake.message for mistake in found] == [
        "uses 9 placeholders, too many to read it every way. Make it two statements."
    ]
