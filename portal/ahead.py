"""What a worker reads before its first request, and not when it is first asked for: the files may change under it.

An upgrade checks the new code out under workers that still serve the old one. A template read then is the new one, and
loads tags that their code does not have; so does a module that only a setting names.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from django.conf import settings
from django.template import engines
from django.template.backends.django import DjangoTemplates

OF_COMMANDS = {"management", "migrations"}


def read_ahead() -> None:
    """Read every module that pages may need and every template of the portal's own; Python and Django keep them."""
    import_module(settings.ROOT_URLCONF)
    _import_all(settings.BASE_DIR / "roles", "roles.")
    for engine in engines.all():
        if isinstance(engine, DjangoTemplates):
            for folder in map(Path, engine.dirs):
                for path in folder.rglob("*.*"):
                    engine.get_template(path.relative_to(folder).as_posix())


def _import_all(folder: Path, prefix: str) -> None:
    for found in iter_modules([str(folder)], prefix):
        last = found.name.rpartition(".")[2]
        if last not in OF_COMMANDS:
            import_module(found.name)
            if found.ispkg:
                _import_all(folder / last, f"{found.name}.")
