"""What people install holds all that procpub needs at run time, and the licences of what it gives away."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from procpub import __version__
from procpub.recovery.countries import LANGUAGES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel that is built afresh."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    with ZipFile(folder / f"procpub-{__version__}-py3-none-any.whl") as archive:
        return set(archive.namelist())


def test_every_module_is_in_the_wheel_and_its_types_count(wheel: set[str]) -> None:
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src/procpub").rglob("*.py")}
    assert wheel >= modules | {"procpub/py.typed"}


def test_every_style_and_font_is_in_the_wheel(wheel: set[str]) -> None:
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "styles").rglob("*.*") if path.is_file()}
    assert wheel >= {f"procpub/{name}" for name in data}


def test_the_names_of_months_and_countries_are_in_the_wheel(wheel: set[str]) -> None:
    assert wheel >= {f"procpub/recovery/locales/{tag}.json" for tag in ("en", *LANGUAGES)}


def test_the_licences_of_code_and_data_are_in_the_wheel(wheel: set[str]) -> None:
    licences = [path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("LICENSE"), *ROOT.rglob("LICENSE-*.txt"))]
    licences = [name for name in licences if name.startswith(("LICENSE", "styles/", "src/"))]
    assert len(licences) == 14
    assert wheel >= {f"procpub-{__version__}.dist-info/licenses/{name}" for name in licences}


def test_nothing_but_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel} == {"procpub", f"procpub-{__version__}.dist-info"}
