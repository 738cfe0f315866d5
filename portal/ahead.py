"""What a worker reads before its first request, and not when it is first asked for: the files may change under it.

An upgrade checks the new code out under workers that still serve the old one. A template read then is the new one, and
loads tags that their code does not have.
"""

from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.template import engines
from django.template.backends.django import DjangoTemplates


def read_ahead() -> None:
    """Read the addresses with their views, and every template of the portal's own; Django keeps them."""
    import_module(settings.ROOT_URLCONF)
    for engine in engines.all():
        if isinstance(engine, DjangoTemplates):
            for folder in map(Path, engine.dirs):
                for path in folder.rglob("*.*"):
                    engine.get_template(path.relative_to(folder).as_posix())
