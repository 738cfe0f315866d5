from . import finder, people, read_only, review, roles, sections, statements, vocabulary  # noqa: F401
