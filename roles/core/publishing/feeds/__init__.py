"""What other sites read of the open roles: entries, and the dialects that we write ourselves."""

from .entry import Channel, Entry, printable
from .indeed import write as write_indeed
from .json_feed import write as write_json_feed
from .lacks import lacks_for_indeed, lacks_for_linkedin, nothing_lacks
from .linkedin import write as write_linkedin
from .sitemap import write as write_sitemap

__all__ = [
    "Channel",
    "Entry",
    "lacks_for_indeed",
    "lacks_for_linkedin",
    "nothing_lacks",
    "printable",
    "write_indeed",
    "write_json_feed",
    "write_linkedin",
    "write_sitemap",
]
