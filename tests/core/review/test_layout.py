from pathlib import Path

from roles.core import review


def test_each_rule_has_its_own_test_file():
    folder = Path(__file__).parent
    rules = {path.stem for path in (Path(review.__file__).parent / "rules").glob("*.py")} - {"__init__"}
    assert len(rules) > 10
    assert {name for name in rules if not (folder / f"test_{name}.py").exists()} == set()
