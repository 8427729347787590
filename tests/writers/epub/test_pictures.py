"""Pictures as screens show them."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import ExifTags
from PIL import Image as Pillow

from procpub.diagnostics import Code
from procpub.model.nodes import Figure, Image
from tests.documents import PIXEL
from tests.writers.epub.book import Book, codes, speech


def picture(image: Pillow.Image, kind: str, **options: object) -> Image:
    out = BytesIO()
    image.save(out, kind, **options)
    return Image(name=f"picture.{kind.lower()}", media_type=f"image/{kind.lower()}", data=out.getvalue())


def shown(image: Image) -> Pillow.Image:
    book = Book(speech((Figure(image=image, alternative="A picture"),)))
    (found,) = book.find("//x:figure/x:img")
    return Pillow.open(BytesIO(book.files[f"EPUB/{found.get('src')}"]))


def test_a_picture_that_screens_can_show_stays_as_it_is() -> None:
    book = Book(speech((Figure(image=PIXEL, alternative="A pixel"),)))
    assert PIXEL.data in book.files.values()


@pytest.mark.parametrize(("kind", "size"), [("PNG", (5000, 300)), ("JPEG", (1200, 4000))])
def test_a_larger_one_is_made_as_large_as_large_screens(kind: str, size: tuple[int, int]) -> None:
    small = shown(picture(Pillow.new("RGB", size, "teal"), kind))
    assert max(small.size) == 2048
    assert abs(small.width / small.height - size[0] / size[1]) < 0.1


def test_a_picture_for_print_becomes_one_for_screens() -> None:
    assert shown(picture(Pillow.new("CMYK", (20, 20)), "JPEG")).mode == "RGB"


def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    exif = Pillow.Exif()
    exif[ExifTags.Base.Orientation] = 6
    upright = shown(picture(Pillow.new("RGB", (40, 20)), "JPEG", exif=exif))
    assert upright.size == (20, 40)
    assert upright.getexif().get(ExifTags.Base.Orientation, 1) == 1


def test_what_is_no_picture_is_described_and_reported() -> None:
    damaged = Image(name="x.png", media_type="image/png", data=PIXEL.data[:30])
    book = Book(speech((Figure(image=damaged, alternative="What it showed"),)))
    assert codes(book) == [Code.UNREADABLE_IMAGE]
    assert [paragraph.text for paragraph in book.find("//x:figure/x:p")] == ["What it showed"]


def test_grey_of_16_bits_keeps_its_greys() -> None:
    grey = shown(picture(Pillow.new("I;16", (20, 20), 0x7FFF), "PNG")).convert("L")
    assert grey.getpixel((10, 10)) in (127, 128)


def test_a_picture_that_moves_stands_still() -> None:
    frames = [Pillow.new("RGB", (20, 20), colour) for colour in ("red", "white")]
    moving = picture(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=50)
    assert getattr(shown(moving), "n_frames", 1) == 1


def test_thin_lines_of_a_large_scan_are_not_lost() -> None:
    scan = Pillow.new("1", (3000, 300), 1)
    for x in range(0, 3000, 30):
        scan.paste(0, (x, 0, x + 1, 300))
    small = shown(picture(scan, "PNG")).convert("L")
    row = small.crop((0, 100, small.width, 101)).tobytes()
    assert sum(value < 250 and before >= 250 for before, value in pairwise([255, *row])) == 100


def test_a_picture_that_is_cut_short_is_described() -> None:
    whole = picture(Pillow.effect_noise((200, 200), 50).convert("RGB"), "JPEG")
    book = Book(speech((Figure(image=replace(whole, data=whole.data[:-2000]), alternative="What it showed"),)))
    assert codes(book) == [Code.UNREADABLE_IMAGE]


def test_why_a_picture_cannot_be_read_is_said_in_the_same_words_each_time() -> None:
    none = Image(name="x.png", media_type="image/png", data=b"no picture")
    (diagnostic,) = Book(speech((Figure(image=none, alternative="x"),))).report
    assert diagnostic.message == "picture 'x.png' cannot be read: it is no PNG"
