from . import finder, read_only, review, roles, sections, statements, vocabulary  # noqa: F401
