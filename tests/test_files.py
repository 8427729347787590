"""Files as a whole: limits on the way in, all or nothing on the way out."""

import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from procpub import files
from procpub.errors import InputError, OutputError, UsageError
from procpub.files import check_name, make_folder, read_file, read_stream, read_toml, write_file


def test_more_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_INPUT", 2 * 2**20)
    assert len(read_stream(io.BytesIO(bytes(2 * 2**20)), "a")) == 2 * 2**20
    with pytest.raises(InputError, match="a is larger than 2 MB"):
        read_stream(io.BytesIO(bytes(2 * 2**20 + 1)), "a")


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000])
def test_paths_that_cannot_be_are_bad_input(name: str) -> None:
    with pytest.raises(InputError):
        read_file(Path(name))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a = [", "volume .*x.toml is no TOML: Invalid value"),
        (b"a = '\xff'", "volume .*x.toml is no TOML: byte 5 is not UTF-8"),
        (b"a = " + b"9" * 5000, "volume .*x.toml is no TOML: "),
        (b"a = " + b"[" * 5000, "volume .*x.toml is nested too deeply"),
    ],
    ids=["syntax", "encoding", "number", "depth"],
)
def test_toml_that_is_none_is_told_plainly(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(UsageError, match=message):
        read_toml(tmp_path / "x.toml", "volume")


def test_toml_is_not_read_from_folders(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^volume: .* is a folder; name a file$"):
        read_toml(tmp_path, "volume")


@pytest.mark.parametrize("name", ["volume", "Tagung é 2020", "中文", "a.b", "console", "com"])
def test_names_for_every_system_pass(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize(
    "name", ["", "a/b", "a\\b", "..", "a.", "a ", "a:b", "NUL", "con.txt", "LPT1", "a\n", "é" * 101]
)
def test_names_that_some_system_refuses_are_refused(name: str) -> None:
    with pytest.raises(UsageError):
        check_name(name)


def test_a_file_is_replaced_as_a_whole_with_common_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_in_the_place_of_an_edition_stays(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OutputError, match=r"a\.pdf cannot be written: is a directory"):
        write_file(tmp_path / "a.pdf", b"new")


@pytest.mark.skipif(os.name != "posix", reason="devices are files there only")
def test_a_device_is_written_not_replaced() -> None:
    write_file(Path(os.devnull), b"nothing")
    assert not Path(os.devnull).is_file()


def test_a_folder_inside_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "folder"):
        with pytest.raises(OutputError, match="there is a file of that name"):
            make_folder(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_threads_that_write_into_one_folder_do_not_mix_up_their_files(tmp_path: Path) -> None:
    def write(number: int) -> None:
        write_file(tmp_path / f"{number}.txt", str(number).encode() * 10_000)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(200)))
    for number in range(200):
        assert (tmp_path / f"{number}.txt").read_bytes() == str(number).encode() * 10_000
    assert len([*tmp_path.iterdir()]) == 200
