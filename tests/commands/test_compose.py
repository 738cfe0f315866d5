from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from roles.core import content
from roles.models import RoleVersion
from tests.conftest import SMALLER

pytestmark = pytest.mark.django_db


def compose(*args, **options):
    out = StringIO()
    call_command("compose", *args, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("role", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize("brief", sorted(path.name for path in (SMALLER / "briefs").glob("*.yaml")))
def test_each_example_brief_becomes_a_text(role, brief):
    text = compose(role, str(content.ROOT / "briefs" / brief))

    assert content.read_brief(content.ROOT / "briefs" / brief).company in text
    assert text.endswith("\n")


def test_the_page_and_the_command_agree(owner, tmp_path):
    from roles.core import codec

    path = tmp_path / "brief.yaml"
    path.write_text(_yaml(codec.dump(owner.posting.brief)))

    page = owner.get(f"{owner.posting.get_absolute_url()}export.txt").content.decode()
    assert compose("director-of-operations", str(path)) == page


def _yaml(data):
    import json

    return json.dumps({key: value for key, value in data.items() if value is not None})  # JSON is YAML


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("company: X\n", "industry is missing"),
        ("company: X\nindustry: farming\nheadcount: 3\nplace: Y\n", "“farming” is not an industry of"),
        ("company: X\nindustry: retail\nheadcount: 3\nplace: Y\nneeds: [magic]\n", "“magic”: not among the needs of"),
        ("company: X\nindustry: retail\nheadcount: many\nplace: Y\n", ":3: headcount should be a whole number"),
        ("company: X\nindustry: retail\nheadcount: 3\nplace: Y\nmood: good\n", ":5: mood is not a known key"),
        ("company: X\nindustry: retail\nheadcount: 0\nplace: Y\n", ":3: headcount – Give a number of people"),
        ("company: X\ncompany: Y\n", ":2: cannot be used: the key “company” is there twice"),
        ("- 1\n", "should be a mapping"),
        ("", "should be a mapping"),
        ("a: [\n", "cannot be used"),
        ("company: !!python/object:os.system x\n", ":1: cannot be used: the tag"),
    ],
)
def test_a_bad_brief_is_refused_with_its_line(tmp_path, text, message):
    path = tmp_path / "brief.yaml"
    path.write_text(text)

    with pytest.raises(CommandError) as refused:
        compose("operations-director", str(path))

    assert message in str(refused.value)


def test_a_missing_file_and_an_unknown_role_are_reported(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        compose("operations-director", str(tmp_path / "none.yaml"))
    with pytest.raises(CommandError, match="Known: operations-director, director-of-operations"):
        compose("chief", str(tmp_path / "none.yaml"))


def test_a_database_nobody_has_set_up_is_reported(monkeypatch):
    def missing(*args):
        raise DatabaseError("no such table")

    monkeypatch.setattr(RoleVersion.objects.all().__class__, "latest_of", missing)
    with pytest.raises(CommandError, match="database is not set up"):
        compose("operations-director", str(content.ROOT / "briefs" / "bakery-leeds.yaml"))
