"""The title page: title, subtitle, date and organisers, told apart by what such lines look like in print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Line
from procpub.model.metadata import Metadata
from procpub.model.nodes import Paragraph, Text
from procpub.model.people import LocalText, Organisation
from procpub.recovery.attribution import announces_speaker
from procpub.recovery.bylines import byline
from procpub.recovery.dates import find_date
from procpub.recovery.features import ordinal
from procpub.recovery.language import language_of_name
from procpub.recovery.lexicon import EDITED, KINDS, ORGANISATION_ENDINGS, ORGANISATIONS, VOLUME_KINDS
from procpub.recovery.paragraphs import joined
from procpub.recovery.roles import Place, role_of
from procpub.recovery.shapes import ends_sentence
from procpub.recovery.words import words_of

LONGEST_TITLE = 40
"""Words in a block of a title page; more are running text."""

LONGEST_SENTENCE = 14
"""Words in a sentence with its full stop, as a title page may have one; more are running text."""

SIGNED = 0.85
"""The least confidence in a byline."""

LONGEST_PAGE = 150
"""Words on a title page."""

MOST_BLOCKS = 15
"""Blocks that a title page has at most."""


class TitlePage(NamedTuple):
    """What the title page says, and the lines that are not understood, as paragraphs in printed order."""

    metadata: Metadata
    rest: tuple[Paragraph, ...]


def title_page_end(lines: Sequence[Line], language: str) -> int:
    """Where the title page of a volume without contents ends: the index of the first line of running text, of one that
    announces a speaker or names a part of the volume, or of the heading right above running text.
    """
    blocks = list(_blocks(lines))
    for count, block in enumerate(blocks):
        text = " ".join(line.text for line in block)
        if count and block[0].page > blocks[0][0].page:
            return lines.index(block[0])
        if count and (announces_speaker(text) or _opens_piece(text, language) or _is_signed(blocks, count, language)):
            return lines.index(block[0])
        if count >= MOST_BLOCKS or _is_running(text):
            if count > 1 and _is_heading(blocks[count - 1], language):
                block = blocks[count - 1]
            return lines.index(block[0])
    # Short lines only, but more of them than a title page has: they are the text.
    long = sum(len(line.text.split()) for line in lines) > LONGEST_PAGE
    return lines.index(blocks[1][0]) if long and len(blocks) > 1 else len(lines)


def front_matter_begin(lines: Sequence[Line], language: str) -> int:
    """Where a preface or the like begins among the lines before the contents; their number if none does."""
    for count, block in enumerate(_blocks(lines)):
        text = " ".join(line.text for line in block)
        role = role_of(text, language)
        if count and role and role.place is Place.FRONT and not announces_speaker(text):
            return lines.index(block[0])
    return len(lines)


def _opens_piece(text: str, language: str) -> bool:
    role = role_of(text, language)
    word, number = ordinal(text)
    return (role is not None and role.place is not Place.BACK) or (number > 0 and word in KINDS)


def _is_signed(blocks: Sequence[Sequence[Line]], index: int, language: str) -> bool:
    """Whether the authors of a piece stand right below, so that it is no line of the title page."""
    below = [line.text for line in blocks[index + 1]] if index + 1 < len(blocks) else []
    edited = below and below[0].casefold().startswith(EDITED)
    found = byline(below, language) if below and not edited else None
    return found is not None and found.confidence >= SIGNED


def _is_heading(block: Sequence[Line], language: str) -> bool:
    """Whether the last lines before running text head it, and are no date, place or organisation."""
    text = " ".join(line.text for line in block)
    if find_date(text, language) or all(map(_is_organisation, block)) or text.casefold().startswith(EDITED):
        return False
    return text.casefold() not in VOLUME_KINDS and any(map(str.isalpha, text))


def _is_running(text: str) -> bool:
    words = len(text.split())
    return words > LONGEST_TITLE or (words > LONGEST_SENTENCE and ends_sentence(text) and not text.isupper())


def read_title_page(lines: Sequence[Line], language: str, report: Report) -> TitlePage:
    """Reads the lines before the contents. Every line ends up in the metadata or in `rest`."""
    metadata = Metadata(languages=(language,))
    rest: list[Paragraph] = []
    words = words_of((line.text for line in lines), language)
    for block in _blocks(lines):
        text = joined((line.text for line in block), words)
        span = Span(block[0].number, block[-1].number)
        date = find_date(text, language)
        if _is_running(text) and metadata.titles:
            rest.append(_unplaced(text, span, report))
        elif not metadata.titles:
            metadata = replace(metadata, titles=(_local(text, language, span),))
        elif date and not metadata.date and len(date.text) >= 0.3 * len(text):
            # The whole line is the printed date: "Berlin, Tuesday, 28 June 2016" loses nothing.
            metadata = replace(metadata, date=replace(date, text=text, span=span))
        elif all(map(_is_organisation, block)):
            metadata = replace(metadata, organisers=(*metadata.organisers, *_organisations(block, language)))
        elif text.casefold() in VOLUME_KINDS or not (metadata.subtitles or metadata.date):
            metadata = replace(metadata, subtitles=(*metadata.subtitles, _local(text, language, span)))
        else:
            rest.append(_unplaced(text, span, report))
    return TitlePage(metadata, tuple(rest))


def _unplaced(text: str, span: Span, report: Report) -> Paragraph:
    report.add(Code.UNPLACED_FRONT_MATTER, f"“{text}” is kept on the imprint page", span)
    return Paragraph(children=(Text(text=text),), span=span)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines on one page without a blank between them."""
    block: list[Line] = []
    for line in lines:
        if line.text and block and line.page != block[-1].page:
            yield block
            block = [line]
        elif line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _local(text: str, language: str, span: Span) -> LocalText:
    return LocalText(text=text, language=language_of_name(text, language), span=span)


def _is_organisation(line: Line) -> bool:
    words = {word.strip(".,;:()").casefold() for word in line.text.split()}
    return bool(words & ORGANISATIONS) or line.text.endswith(ORGANISATION_ENDINGS)


def _organisations(block: Sequence[Line], language: str) -> Iterator[Organisation]:
    """Names in different languages on neighbouring lines are one body; a second name in the same language another."""
    names: list[LocalText] = []
    for line in block:
        name = _local(line.text, language, Span(line.number, line.number))
        if name.language in {known.language for known in names}:
            yield Organisation(names=tuple(names))
            names = []
        names.append(name)
    yield Organisation(names=tuple(names))
