"""Where contributions begin: the printed contents are aligned with the body; without them, announcements are found."""

from collections.abc import Sequence
from dataclasses import dataclass

from procpub.diagnostics import Code, Report
from procpub.model.metadata import PrintedContents
from procpub.model.nodes import Paragraph
from procpub.model.walk import plain_text
from procpub.recovery.alignment import align, heading_key
from procpub.recovery.attribution import announces_speaker
from procpub.recovery.shapes import can_be_heading, title_case


@dataclass(frozen=True, slots=True)
class Heading:
    """A contribution's heading: the index of its paragraph, and that of the contents entry for it, if there is one."""

    index: int
    entry: int | None = None


def find_headings(
    paragraphs: Sequence[Paragraph], contents: PrintedContents | None, report: Report
) -> tuple[Heading, ...]:
    """The headings of contributions, in order. Every disagreement with the printed contents is reported."""
    texts = [plain_text(paragraph.children) for paragraph in paragraphs]
    listed = _listed(paragraphs, texts, contents, report) if contents else {}
    found = dict.fromkeys(_announced(texts, sorted(listed)))
    for index in found.keys() - listed.keys():
        if contents:
            report.add(Code.HEADING_NOT_IN_CONTENTS, f"“{texts[index]}” is not in the contents", paragraphs[index].span)
    return tuple(Heading(index, listed.get(index)) for index in sorted(found.keys() | listed.keys()))


def _listed(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], contents: PrintedContents, report: Report
) -> dict[int, int]:
    """Indexes of contents entries by the index of the paragraph that is their heading."""
    entries = contents.entries
    longest = 1.6 * max(len(entry.label) for entry in entries) + 10
    candidates = [index for index, text in enumerate(texts) if len(text) <= longest]
    pairs = dict(align([entry.label for entry in entries], [texts[index] for index in candidates]))
    for i, entry in enumerate(entries):
        if i not in pairs:
            message = f"the contents promise “{entry.label}”, but the text has no such heading"
            report.add(Code.CONTENTS_ENTRY_NOT_FOUND, message, entry.span)
            continue
        paragraph, text = paragraphs[candidates[pairs[i]]], texts[candidates[pairs[i]]]
        if _differ(entry.label, text) and paragraph.span:
            message = f"the contents say “{entry.label}”, the heading on line {paragraph.span.first} says “{text}”"
            report.add(Code.CONTENTS_DISAGREE, message, entry.span, hint="the heading is used in every edition")
    return {candidates[j]: i for i, j in pairs.items()}


def _differ(label: str, heading: str) -> bool:
    """Capitals aside: headings in capitals are a convention, not a disagreement."""
    return label.casefold().rstrip(".: ") != heading.casefold().rstrip(".: ")


def _announced(texts: Sequence[str], known: Sequence[int]) -> list[int]:
    """Lines that announce a speaker as the known headings do; as any volume does, if none is known."""
    if not known:
        return [index for index, text in enumerate(texts) if announces_speaker(text) and _stands_alone(text)]
    usual = {_opening(texts[index]) for index in known}
    longest = max(len(texts[index]) for index in known)
    return [
        index
        for index, text in enumerate(texts)
        if len(text) <= longest and _opening(text) in usual and announces_speaker(text) and _stands_alone(text)
    ]


def _opening(text: str) -> str:
    return " ".join(heading_key(text).split()[:2])


def _stands_alone(text: str) -> bool:
    capitals = text.isupper()
    return can_be_heading(text.rstrip(".") if capitals else text, longest=300) and (capitals or title_case(text) > 0.5)
