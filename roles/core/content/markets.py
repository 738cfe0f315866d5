"""What markets take, read from `roles/content/markets/`: the limits are content, each with source and date."""

from functools import cache

from roles.core.exports.boards import Board
from roles.core.exports.shares import Channel

from .reading import ROOT, list_in
from .yaml_file import YamlFile


@cache
def read_channels() -> tuple[Channel, ...]:
    """Return where short versions go, in their order. Raises ContentError."""
    return list_in(YamlFile.read(ROOT / "markets" / "channels.yaml"), Channel)


@cache
def read_boards() -> tuple[Board, ...]:
    """Return the boards whose fields are known, in their order. Raises ContentError."""
    return list_in(YamlFile.read(ROOT / "markets" / "boards.yaml"), Board)
