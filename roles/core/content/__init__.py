"""Content as files: reading and writing of what consultants keep, and the report on what is shipped."""

from .reading import (
    ROOT,
    SHARED,
    comparison_in,
    example_briefs,
    list_in,
    posting_rules_in,
    problems_in,
    read_brief,
    read_comparison,
    read_industries,
    read_needs,
    read_posting_rules,
    read_role,
    read_title_finder,
    role_in,
    role_slugs,
    title_finder_in,
)
from .yaml_file import ContentError

__all__ = [
    "ROOT",
    "SHARED",
    "ContentError",
    "comparison_in",
    "example_briefs",
    "list_in",
    "posting_rules_in",
    "problems_in",
    "read_brief",
    "read_comparison",
    "read_industries",
    "read_needs",
    "read_posting_rules",
    "read_role",
    "read_title_finder",
    "role_in",
    "role_slugs",
    "title_finder_in",
]
