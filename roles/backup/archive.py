"""The file of a backup: a zip whose comment is the SHA-256 of all that comes before it."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from .errors import DamagedError

FORMAT = 1
MANIFEST = "manifest.json"
MEDIA = "media/"
SEAL_LENGTH = 64


def write(path: Path, manifest: dict[str, Any], members: dict[str, Path]) -> None:
    """Write a new sealed file, readable by its owner alone, and see it on the disk."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w+b") as file:
        files = {}
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, source in members.items():
                with archive.open(name, "w", force_zip64=True) as member, source.open("rb") as content:
                    files[name] = copy_hashed(content, member)
            archive.writestr(MANIFEST, json.dumps({**manifest, "format": FORMAT, "files": files}, indent=1))
            archive.comment = b"0" * SEAL_LENGTH
        seal = digest_before_seal(file)
        file.seek(-SEAL_LENGTH, os.SEEK_END)
        file.write(seal)
        file.flush()
        os.fsync(file.fileno())


def digest_before_seal(file: BinaryIO) -> bytes:
    left = file.seek(0, os.SEEK_END) - SEAL_LENGTH
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (block := file.read(min(left, 1_000_000))):
        digest.update(block)
        left -= len(block)
    return digest.hexdigest().encode()


def copy_hashed(source: Any, target: Any) -> str:
    digest = hashlib.sha256()
    while block := source.read(1_000_000):
        digest.update(block)
        target.write(block)
    return digest.hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """The file and its manifest, once the seal is found whole."""
    with path.open("rb") as file:
        seal = digest_before_seal(file)
        if file.read() != seal:
            raise DamagedError(f"{path} is damaged, cut short or no backup. Nothing was changed.")
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["format"] != FORMAT:
                raise DamagedError(f"{path} has format {manifest['format']}; this portal reads {FORMAT}.")
            yield archive, manifest


def extract(archive: zipfile.ZipFile, manifest: dict[str, Any], name: str, target: Path) -> None:
    """Write one member to a file of its own, and check it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as file:
        if copy_hashed(source, file) != manifest["files"][name]:
            raise DamagedError(f"{name} in the backup is damaged. Nothing was changed.")


def extract_media(archive: zipfile.ZipFile, manifest: dict[str, Any], folder: Path) -> None:
    """Write the media into a new folder; a name that would leave it is refused."""
    folder.mkdir()
    for name in manifest["files"]:
        if name.startswith(MEDIA):
            target = (folder / name.removeprefix(MEDIA)).resolve()
            if not target.is_relative_to(folder.resolve()):
                raise DamagedError(f"{name} in the backup would be written outside of the media. Nothing was changed.")
            extract(archive, manifest, name, target)
