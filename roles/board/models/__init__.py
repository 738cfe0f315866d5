from .counts import DailyCount
from .firms import Firm
from .publications import Publication
from .reports import Report

__all__ = ["DailyCount", "Firm", "Publication", "Report"]
