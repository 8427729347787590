"""The scripts beyond those of the text serif and of Chinese: which font each gets, and how it is made to match."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from font_operations import OFL, finish, instance, keep, make_quadratic, read, rescale, set_names, set_style
from font_sources import Tarball, Wheel, text

JOINERS = (0x20, 0xA0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC)
"""What every script gets besides its letters: spaces, joiners, direction marks, and the circle that shapers put
under a mark that has no letter."""

SHAPING = (
    *("ccmp", "locl", "rlig", "liga", "calt", "clig", "rclt", "kern", "mark", "mkmk", "dist"),  # any script
    *("init", "medi", "fina", "isol", "mset", "curs", "rtlm"),  # those that join
    *("nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct"),  # those of India
    *("pres", "abvs", "blws", "psts", "haln", "abvm", "blwm"),
)
"""The features that shapers apply of themselves. The Arabic ones that are left to taste are not among them."""


@dataclass(frozen=True)
class Script:
    """A font for one script, cut down to it."""

    family: str
    source: Wheel | Tarball
    files: Mapping[str, str]
    """The end of a file's path, by style."""
    version: str
    scale: float
    """What brings its letters to the size of the text serif's, whose x-height is 500 and whose capitals are 670."""
    blocks: tuple[tuple[int, int], ...]
    sample: str
    """Characters that must be there."""
    axes: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """The place in the design space, by style, if the file is variable."""

    @property
    def stem(self) -> str:
        """How its files' names begin."""
        return self.family.replace(" ", "")


def _noto(script: str, sha256: str, *, bold: bool = True) -> tuple[Tarball, dict[str, str]]:
    """The static serif of Noto for a script, of which npm has no whole file, but one that has all of the script."""
    weights = {"Regular": 400, "Bold": 700} if bold else {"Regular": 400}
    files = {style: f"/noto-serif-{script}-{script}-{weight}-normal.woff2" for style, weight in weights.items()}
    return Tarball(f"@fontsource/noto-serif-{script}", "5.3.0", sha256), files


def _place(weight: int) -> dict[str, float]:
    return {"wght": weight, "wdth": 100}


ARMENIAN, ARMENIAN_FILES = _noto("armenian", "7a1d3b2dacf717b8762d1a9b134452dce960cc3a28704eb01f9e72d8e53c9bd9")
GEORGIAN, GEORGIAN_FILES = _noto("georgian", "db7df0cfe81d736af344b9d52ec2baf93d41e73f461069014466af20ce0fcb64")
BENGALI, BENGALI_FILES = _noto(
    "bengali", "1617299ecae940d478be362daea2dafb8ed71bfdced80ee1c8adb963af0fcb5e", bold=False
)
TAMIL, TAMIL_FILES = _noto("tamil", "ac689616bdae5a84b6f053f3f8fd5d87f9dc0fe721907e298df9ed403a53ef00")

SCRIPTS = {
    "arabic": Script(
        family="Amiri",
        source=Wheel("fontpkg-amiri", "1.2", "ea30ddcbb1982a1a9f23bc970990a71984133d8784c0ddc9c1d716da3b9bdf20"),
        files={"Regular": "/Amiri-Regular.ttf", "Bold": "/Amiri-Bold.ttf"},
        version="1.002",
        scale=1.12,
        blocks=((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        sample="ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکكگلمنںوهھہةیيےءآأإئؤىًٌٍَُِّْ٠١٢٣۴۵۶،؛؟۔ـ",
    ),
    "hebrew": Script(
        family="Noto Serif Hebrew",
        source=Wheel("pylopdf-fonts-he", "0.1.1", "db7dfb2dbe0eaf4f77b12133521d74195b720b70d95734bef262ce07839db222"),
        files=dict.fromkeys(("Regular", "Bold"), "/NotoSerifHebrew-Variable.ttf"),
        axes={"Regular": _place(400), "Bold": _place(720)},
        version="2.004",
        scale=0.9,
        blocks=((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
        sample="אבגדהוזחטיךכלםמןנסעףפץצקרשתְִֵֶַָֹּׁׂ־׳״",
    ),
    "devanagari": Script(
        family="Noto Serif Devanagari",
        source=Wheel("pylopdf-fonts-hi", "0.1.1", "31cec953b597a6e0bd528b314606dd2195c14ad7c3ba0b6b5569d4ea0c9ca287"),
        files={"Regular": "/NotoSerifDevanagari-Variable.ttf"},
        axes={"Regular": _place(400)},
        version="2.006",
        scale=1,
        blocks=((0x900, 0x97F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFA)),
        sample="अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौं्ः।॥०१२३",
    ),
    "bengali": Script(
        family="Noto Serif Bengali",
        source=BENGALI,
        files=BENGALI_FILES,
        version="3.000",
        scale=1,
        blocks=((0x964, 0x965), (0x980, 0x9FF)),
        sample="অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ািীুূৃেৈোৌ্ংঃঁ০১২৩।",
    ),
    "tamil": Script(
        family="Noto Serif Tamil",
        source=TAMIL,
        files=TAMIL_FILES,
        version="2.004",
        scale=0.95,
        blocks=((0x964, 0x965), (0xB80, 0xBFF)),
        sample="அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறனஜஷஸஹாிீுூெேைொோௌ்௧௨௩",
    ),
    "thai": Script(
        family="Noto Serif Thai",
        source=Wheel("pylopdf-fonts-th", "0.1.1", "c5c4f93e2f7aea2a42b71f51f84f33ad4bc685a7dc176216c9b4d8f93f1615f7"),
        files=dict.fromkeys(("Regular", "Bold"), "/NotoSerifThai-Variable.ttf"),
        axes={"Regular": _place(430), "Bold": _place(760)},
        version="2.002",
        scale=0.935,
        blocks=((0xE00, 0xE7F),),
        sample="".join(map(chr, range(0xE01, 0xE3B))) + "".join(map(chr, range(0xE3F, 0xE5C))),
    ),
    "armenian": Script(
        family="Noto Serif Armenian",
        source=ARMENIAN,
        files=ARMENIAN_FILES,
        version="2.008",
        scale=0.935,
        blocks=((0x530, 0x58F), (0xFB13, 0xFB17)),
        sample="".join(map(chr, range(0x531, 0x557))) + "".join(map(chr, range(0x559, 0x58B))),
    ),
    "georgian": Script(
        family="Noto Serif Georgian",
        source=GEORGIAN,
        files=GEORGIAN_FILES,
        version="2.003",
        scale=0.935,
        blocks=((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
        sample="".join(map(chr, range(0x10D0, 0x1100))) + "".join(map(chr, range(0x1C90, 0x1CBB))),
    ),
    "hangul": Script(
        family="Noto Serif KR",
        source=Wheel("pylopdf-fonts-ko", "0.1.1", "a31ece5cf71d2869f9221f95ab120d341de6028338aa074ad969611e54e40e57"),
        files={"Regular": "/NotoSerifKR-Regular.otf"},
        version="2.003",
        scale=1,
        blocks=(),
        sample="가각간갈감강개거경고공과관광교구국권기김나남노다대도동라로류리마명목무문민박반방배백부북사상서선성손송수신심안양어여연영오용우원유윤은의이인일임자장재전정제조종주중지진찬천철최충태하한현형호홍화황희ㄱㅎㅏㅣ",
    ),
}


def hangul_characters() -> set[int]:
    """The syllables, letters and ideographs of KS X 1001 that no other font of ours has, and the letters that
    decomposed syllables are written with (a shaper puts those together again).
    """
    codes = (bytes([lead, trail]) for lead in range(0xA1, 0xFF) for trail in range(0xA1, 0xFF))
    standard = {ord(character) for code in codes for character in code.decode("euc_kr", "ignore")}
    jamo = {*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
    return jamo | {c for c in standard if 0x3131 <= c <= 0x318E or 0xAC00 <= c <= 0xD7A3 or 0xF900 <= c <= 0xFAFF}


def make_script(name: str, cache: Path, out: Path) -> None:
    """The fonts of one script, and their licence."""
    script = SCRIPTS[name]
    package = script.source.fetch(cache)
    characters = {c for first, last in script.blocks for c in range(first, last + 1)} or hangul_characters()
    notice = ""
    for style, end in script.files.items():
        font = read(package, end)
        kept = {number: font["name"].getDebugName(number) or "" for number in (0, 7, 9)}
        notice = kept[0]
        if style in script.axes:
            font = instance(font, **script.axes[style])
        keep(font, (characters | set(JOINERS)) & set(font.getBestCmap()), [] if name == "hangul" else SHAPING)
        if "CFF " in font:
            make_quadratic(font)
        rescale(font, script.scale)
        font["post"].formatType = 3.0
        set_style(font, weight=700 if style == "Bold" else 400, italic=False)
        about = f"The {name.capitalize()} of {script.family} at {script.scale:g} of its size"
        set_names(font, script.family, style, script.version, {**kept, 10: about, **OFL})
        (out / f"{script.stem}-{style}.ttf").write_bytes(finish(font, name, script.sample))
    licence = text(package, "/LICENSE")
    _, _, terms = licence.partition("This Font Software is licensed")
    (out / f"LICENSE-{script.stem}.txt").write_text(
        f"{notice}\nModified version (fewer characters, another size) made by procpub.\n\n"
        f"This Font Software is licensed{terms}",
        encoding="utf-8",
    )
