"""Drafts, and what belongs to no role, as content files."""

from roles.core.content.contents import COMPARISON, FINDER, POSTING_RULES, write_contents
from roles.core.content.writing import write_comparison, write_posting_rules, write_title_finder
from roles.core.finder import TitleFinder
from roles.models import ComparisonRow, Passage, PostingRule, Question
from roles.models.roles import RoleQuerySet


def export_contents(roles: RoleQuerySet) -> dict[str, str]:
    """Return the text of each content file by its name: the roles' drafts and all they share, the title finder, the
    comparison of the titles and the posting law. Which rules of the review are switched off is a setting of this
    portal, and is not exported. Raises ContentError."""
    return write_contents(template for _, template in roles.defer("loaded").with_drafts()) | export_shared()


def export_shared() -> dict[str, str]:
    """Return the text of each content file that belongs to no role, by its name."""
    finder = TitleFinder(questions=Question.objects.to_values(), passages=Passage.objects.to_values())
    return {
        FINDER: write_title_finder(finder),
        COMPARISON: write_comparison(ComparisonRow.objects.to_values()),
        POSTING_RULES: write_posting_rules(PostingRule.objects.to_values()),
    }
