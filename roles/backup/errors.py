"""Why a backup or a restore did not happen. Each message names what was left as it was."""


class BackupError(Exception):
    """`code` is what the command exits with."""

    code = 1


class RefusedError(BackupError):
    """It would overwrite something."""

    code = 3


class DamagedError(BackupError):
    """The file is not a backup, or no longer the one that was made."""

    code = 4
