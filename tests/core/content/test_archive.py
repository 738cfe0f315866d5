"""Content files as a folder or a zip: what is no zip of ours is refused, and nothing is unpacked."""

import io
import zipfile

import pytest

from roles.core import content
from roles.core.content.archive import FILES_LIMIT, TOTAL_LIMIT, read_folder, read_zip, write_zip
from roles.core.content.yaml_file import SIZE_LIMIT, ContentError

RAW = {name: raw for name, raw in read_folder(content.ROOT).items() if len(raw) < 50_000}
FILES = {name: raw.decode() for name, raw in RAW.items()}


def refusals(action, *args):
    with pytest.raises(ContentError) as caught:
        action(*args)
    return caught.value.problems


def zipped(*members, kind=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return stream.getvalue()


def test_a_zip_holds_the_files_and_is_the_same_each_time():
    assert read_zip("content.zip", write_zip(FILES)) == RAW
    assert write_zip(FILES) == write_zip(dict(reversed(FILES.items())))


@pytest.mark.parametrize(
    "name",
    ["../a.yaml", "/etc/a.yaml", "a/b/c.yaml", "..\\a.yaml", "c:a.yaml", "a.txt", ".yaml", "a.yaml ", "A.yaml",
     "a\n.yaml", "é.yaml", "x" * 80 + ".yaml", ".a/b.yaml"],
)  # fmt: skip
def test_a_name_that_is_no_plain_file_name_is_refused(name):
    [problem] = refusals(read_zip, "mine.zip", zipped((name, b"a: 1")))
    assert "only YAML files outside any folder, or in one, are taken" in problem


def test_a_folder_that_was_packed_whole_is_read_without_it():
    packed = zipped(
        ("My content/", b""),
        ("My content/a.yaml", b"a: 1"),
        ("My content/b.yaml", b"b: 1"),
        ("My content/.DS_Store", b"\0"),
        ("__MACOSX/My content/._a.yaml", b"\0"),
    )
    assert read_zip("mine.zip", packed) == {"a.yaml": b"a: 1", "b.yaml": b"b: 1"}


@pytest.mark.parametrize(
    "members", [[("one/a.yaml", b""), ("two/b.yaml", b"")], [("one/a.yaml", b""), ("b.yaml", b"")]]
)
def test_of_several_folders_none_is(members):
    assert "only YAML files outside any folder, or in one" in refusals(read_zip, "mine.zip", zipped(*members))[0]


@pytest.mark.parametrize("members", [[], [("folder/", b"")], [("__MACOSX/._a.yaml", b"")]])
def test_a_zip_of_nothing_is_refused(members):
    assert refusals(read_zip, "mine.zip", zipped(*members)) == ["mine.zip: holds no file."]


def test_a_name_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = zipped(("a.yaml", b"1"), ("a.yaml", b"2"))
    assert refusals(read_zip, "mine.zip", raw) == ["mine.zip: holds 'a.yaml' twice."]


def test_a_zip_bomb_is_read_to_its_limit_and_no_further():
    bomb = zipped(("a.yaml", b"0" * 20_000_000))
    assert len(bomb) < 25_000
    assert len(read_zip("mine.zip", bomb)["a.yaml"]) == SIZE_LIMIT + 1


def test_many_files_are_refused_by_their_sum():
    several = zipped(*((f"a{number}.yaml", b"0" * 1_900_000) for number in range(40)))
    assert refusals(read_zip, "mine.zip", several) == [f"mine.zip: holds more than {TOTAL_LIMIT:,} bytes."]


def test_too_many_files_are_refused_by_their_number():
    many = zipped(*((f"a{number}.yaml", b"") for number in range(FILES_LIMIT + 1)))
    assert refusals(read_zip, "mine.zip", many) == ["mine.zip: holds 51 files; 50 are allowed."]


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_way_of_packing_is_refused(kind):
    [problem] = refusals(read_zip, "mine.zip", zipped(("a.yaml", b"a: 1"), kind=kind))
    assert "packed in a way that is not read here" in problem


GOOD = write_zip(FILES)


@pytest.mark.parametrize(
    "raw", [b"", b"PK", b"no zip", b"PK\x03\x04" + b"\0" * 30, GOOD[:-30], GOOD[:5000], GOOD[4000:]], ids=range(7)
)
def test_a_damaged_zip_is_refused(raw):
    assert refusals(read_zip, "mine.zip", raw) == ["mine.zip: is damaged, or is no zip file."]


def test_a_zip_with_any_byte_changed_is_read_or_refused():
    read = refused = 0
    for place in range(0, len(GOOD), 97):
        raw = bytearray(GOOD)
        raw[place] ^= 0xFF
        try:
            files = read_zip("mine.zip", bytes(raw))
        except ContentError as error:
            refused += len(error.problems) == 1
        else:
            assert set(files.values()) <= set(RAW.values())
            read += 1
    assert read
    assert refused


def test_a_missing_folder_is_named(tmp_path):
    assert refusals(read_folder, tmp_path / "none") == [
        f"{tmp_path / 'none'}: cannot be read (No such file or directory)."
    ]
