from .firms import Firm
from .publications import Publication
from .reports import Report

__all__ = ["Firm", "Publication", "Report"]
