"""Content files by name, as a folder or as one zip.

What comes in was made who knows where: nothing is unpacked to disk, no name is used as a
path, and what is too much is refused before it is read.
"""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from .yaml_file import SIZE_LIMIT, ContentError

FILES_LIMIT = 50
TOTAL_LIMIT = 4_000_000
# The entry of a folder itself, and what a Mac packs along.
_ADDED = re.compile(r"(?:[\w .()-]+/)+|__MACOSX/.*|(?:[^/]*/)?\.DS_Store")
_FOLDER = re.compile(r"\w[\w .()-]{0,79}/")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.yaml")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same content makes the same zip


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the YAML files that lie in a folder itself, by name. Raises ContentError."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".yaml")
        files = {}
        for path in paths:
            with path.open("rb") as stream:
                files[path.name] = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ContentError([f"{folder}: cannot be read ({error.strerror})."]) from error
    return files


def write_zip(files: Mapping[str, str]) -> bytes:
    """Return the files as one zip; the same files make the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name].encode())
    return stream.getvalue()


def read_zip(name: str, raw: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name. Raises ContentError for a zip that is not one of ours.

    Each file is read up to its limit whatever size the zip gives for it. The folder they may all
    be in, as when a folder is packed, and what a Mac adds to it are left out.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = _without_folder(archive.infolist())
            if problems := list(_bad_members(name, members)):
                raise ContentError(problems)
            if not members:
                raise ContentError([f"{name}: holds no file."])
            files: dict[str, bytes] = {}
            for filename, member in members:
                with archive.open(member) as stream:
                    files[filename] = stream.read(SIZE_LIMIT + 1)
                if sum(map(len, files.values())) > TOTAL_LIMIT:
                    raise ContentError([f"{name}: holds more than {TOTAL_LIMIT:,} bytes."])
            return files
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ContentError([f"{name}: is damaged, or is no zip file."]) from error


def _without_folder(members: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the files with their names inside the one folder that holds them all, if there is one."""
    files = [member for member in members if not _ADDED.fullmatch(member.filename)]
    folders = {member.filename.partition("/")[0] for member in files if "/" in member.filename}
    folder = f"{folders.pop()}/" if len(folders) == 1 else ""
    if not _FOLDER.fullmatch(folder) or not all(member.filename.startswith(folder) for member in files):
        folder = ""
    return [(member.filename.removeprefix(folder), member) for member in files]


def _bad_members(name: str, members: list[tuple[str, zipfile.ZipInfo]]) -> Iterator[str]:
    if len(members) > FILES_LIMIT:
        yield f"{name}: holds {len(members)} files; {FILES_LIMIT} are allowed."
        return
    for filename, times in Counter(filename for filename, _ in members).items():
        if times > 1:
            yield f"{name}: holds {filename[:80]!r} twice."
    for filename, member in members:
        if not _NAME.fullmatch(filename):
            yield f"{name}: holds {filename[:80]!r}; only YAML files outside any folder, or in one, are taken."
        elif member.compress_type not in _PACKED or member.flag_bits & 1:
            yield f"{name}: {filename} is encrypted, or packed in a way that is not read here."
