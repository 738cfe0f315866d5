"""Which changes of a form one is asked about before leaving it."""

import pytest

FORM = """<!DOCTYPE html><title>A form</title><form>
<span data-unsaved></span>
<label>Colour <select><option>red<option>green<option>blue</select></label>
<label>Size <select><option>small<option selected>large</select></label>
<label>Tags <select multiple><option>old<option>new</select></label>
<label>None yet <select></select></label>
<label><input type="radio" name="way"> Forth</label>
<label>Words <input value="As saved"></label>
</form>"""


@pytest.fixture
def form(page, static_files_found, live_server):
    """The page before its script is there; `script` brings it."""
    page.route("**/a-form/", lambda route: route.fulfill(body=FORM, content_type="text/html"))
    page.goto(f"{live_server.url}/a-form/")
    return page


def script(page):
    page.add_script_tag(url="/static/js/unsaved.js", type="module")


def asks(page):
    return page.evaluate("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_a_form_left_alone_is_left_without_a_question(form):
    script(form)
    assert not asks(form)


@pytest.mark.parametrize(("label", "option"), [("Colour", "green"), ("Size", "small"), ("Tags", "new")])
@pytest.mark.parametrize("early", [True, False], ids=["before the script", "after it"])
def test_a_choice_made_and_taken_back_counts_while_it_applies(form, label, option, early):
    if not early:
        script(form)
    field = form.get_by_label(label)
    before = field.evaluate("(select) => [...select.selectedOptions].map((option) => option.text)")
    field.select_option(option)
    if early:
        script(form)
    assert asks(form)
    field.select_option(before)
    assert not asks(form)


def test_words_and_marks_count(form):
    script(form)
    form.get_by_label("Words").fill("Other words")
    assert asks(form)
    form.get_by_label("Words").fill("As saved")
    assert not asks(form)
    form.get_by_label("Forth").check()
    assert asks(form)
