"""Where a finding without words in the text is answered: the answer of the brief that supplies what is missing."""

from .finding import Finding

_OF_ID = {
    "complete.place": "place",
    "complete.workplace": "workplace",
    "complete.employment_type": "employment_type",
    "complete.pay": "base_salary",
    "complete.apply": "apply_to",
    "complete.closing_date": "valid_through",
    "complete.equal_opportunity": "equal_opportunity",
    "complete.reporting_line": "reports_to",
    "contradictions.closing_date": "valid_through",
    "contradictions.currency": "base_salary",
    "contradictions.pay_period": "base_salary",
    "posting_law.place": "place",
}
_OF_RULE = {"pay_range": "base_salary", "dates": "valid_through"}


def answer_of(finding: Finding) -> str | None:
    """Return the field of the Brief that a finding on the document as a whole is answered in; None for no one field."""
    if finding.place.item is not None:
        return None
    return _OF_ID.get(finding.id) or _OF_RULE.get(finding.rule)
