"""Template and brief in, Document out: pure, deterministic, and inventing nothing."""

from .balance import Balance, balance
from .brief import Brief
from .composition import compose
from .preview import preview
from .template import RoleTemplate

__all__ = ["Balance", "Brief", "RoleTemplate", "balance", "compose", "preview"]
