"""Pictures, read back with pypdf."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image as PillowImage

from procpub.diagnostics import Report
from procpub.errors import OutputError
from procpub.layout.book import lay_out
from procpub.layout.boxes import Picture
from procpub.layout.structure import Kind
from procpub.model.contents import contents_of
from procpub.model.nodes import Figure, Image
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from tests.documents import text
from tests.writers.pdf.books import book, document, operators, page, read


def image(mode: str, colour: Any, kind: str = "PNG", **options: Any) -> Image:
    """A picture of two by three pixels."""
    data = BytesIO()
    PillowImage.new(mode, (2, 3), colour).save(data, kind, **options)
    return Image(name=f"picture.{kind}", media_type=f"image/{kind.lower()}", data=data.getvalue())


def objects(*images: Image) -> list[Any]:
    root = document()
    pictures = [Picture(50.0, 0.0, 20.0, 10.0, each, root.add(Kind.FIGURE, alternative="x")) for each in images]
    found = read(book(root, page(*pictures))).pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    return [found[name].get_object() for name in sorted(found)]


def pixel(data: bytes) -> Any:
    (found,) = objects(Image(name="x", media_type="image/png", data=data))
    return found.decode_as_image().getpixel((0, 0))


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("RGB", (1, 2, 3), (1, 2, 3)),
        ("L", 7, 7),
        ("1", 1, 255),
        ("P", 0, (0, 0, 0)),
        ("I;16", 0x1234, 0x12),
    ],
)
def test_pictures_keep_their_colours(mode: str, colour: Any, expected: Any) -> None:
    assert pixel(image(mode, colour).data) == expected


def test_cmyk_becomes_rgb() -> None:
    (found,) = objects(image("CMYK", (0, 0, 0, 0), "JPEG"))
    assert found["/ColorSpace"] == "/DeviceRGB"


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_jpeg_stays_as_it_is(mode: str) -> None:
    given = image(mode, 128 if mode == "L" else (9, 99, 199), "JPEG")
    (found,) = objects(given)
    assert found["/Filter"] == "/DCTDecode"
    assert found._data == given.data


def test_jpeg_that_lies_on_its_side_is_turned() -> None:
    exif = PillowImage.Exif()
    exif[0x0112] = 6
    (found,) = objects(image("RGB", (9, 99, 199), "JPEG", exif=exif))
    assert (found["/Width"], found["/Height"]) == (3, 2)


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (1, 2, 3, 128)), ("LA", (7, 128))])
def test_transparency_becomes_a_mask(mode: str, colour: Any) -> None:
    (found,) = objects(image(mode, colour))
    mask = found["/SMask"].get_object()
    assert mask["/ColorSpace"] == "/DeviceGray"
    assert mask.decode_as_image().getpixel((0, 0)) == 128


def test_a_picture_that_stands_twice_is_in_the_file_once() -> None:
    same = image("RGB", (1, 2, 3))
    assert len(objects(same, same, image("RGB", (3, 2, 1)))) == 2


def test_no_picture_is_interpolated() -> None:
    (found,) = objects(image("RGB", (1, 2, 3)))
    assert "/Interpolate" not in found


def test_a_picture_is_drawn_in_its_place() -> None:
    root = document()
    picture = Picture(50.0, 4.0, 20.0, 10.0, image("L", 1), root.add(Kind.FIGURE, alternative="x"))
    assert "/Figure<</MCID 0>>BDC\nq 20 0 0 10 50 536 cm /I1 Do Q\nEMC" in operators(book(root, page(picture)))


def test_a_picture_that_cannot_be_read_is_an_error_that_names_it() -> None:
    with pytest.raises(OutputError, match=r"image broken\.png cannot be read"):
        objects(Image(name="broken.png", media_type="image/png", data=b"no image"))


def test_the_layout_knows_that_a_picture_lies_on_its_side() -> None:
    exif = PillowImage.Exif()
    exif[0x0112] = 6
    figure = Figure(image=image("RGB", (9, 99, 199), "JPEG", exif=exif), alternative="x")
    document = Proceedings(body=(Contribution(id="c1", kind="paper", heading=text("A"), blocks=(figure,)),))
    book = lay_out(document, contents_of(document), load_style("default"), Report())
    marks = [mark for leaf in book.pages for placed in leaf.boxes for mark in placed.box.marks]
    (picture,) = [mark for mark in marks if isinstance(mark, Picture)]
    assert picture.width > picture.height
