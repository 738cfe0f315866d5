from . import finder, log, people, review, roles, sections, statements, vocabulary  # noqa: F401
