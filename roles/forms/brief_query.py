"""What a link to the brief fills in: the finder and the pages of the titles lead to it."""

import re
from typing import Any

from django.http import QueryDict

from roles.core.compose.brief import OTHER_INDUSTRY
from roles.core.compose.template import RoleTemplate
from roles.core.limits import HEADCOUNT_MAX, NEEDS_MAX


def initial_from_query(query: QueryDict, template: RoleTemplate) -> dict[str, Any]:
    """What a link to the brief fills in: needs, an industry, a headcount. What is not known is left out."""
    known = {need.key for need in template.needs}
    needs = [key for key in dict.fromkeys(query.getlist("need")) if key in known][:NEEDS_MAX]
    initial: dict[str, Any] = {"needs": needs} if needs else {}
    if query.get("industry") in {OTHER_INDUSTRY, *(industry.key for industry in template.industries)}:
        initial["industry"] = query["industry"]
    people = str(query.get("headcount", ""))
    if re.fullmatch(r"[0-9]{1,3}", people) and 1 <= int(people) <= HEADCOUNT_MAX:
        initial["headcount"] = int(people)
    return initial
