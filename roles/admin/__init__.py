from . import finder, people, review, roles, sections, statements, vocabulary  # noqa: F401
