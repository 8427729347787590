"""The recovery of a document, from lines to Proceedings: what happens, in order."""

from collections import Counter
from dataclasses import replace

from procpub.diagnostics import Code, Report
from procpub.interfaces import Pass, SourceText
from procpub.model.metadata import Step
from procpub.model.proceedings import Proceedings
from procpub.recovery.addresses import mark_addresses
from procpub.recovery.assemble import assemble
from procpub.recovery.emphasis import find_emphasis
from procpub.recovery.headings import find_headings
from procpub.recovery.joining import join_paragraphs
from procpub.recovery.language import language_of_text
from procpub.recovery.lists import find_lists
from procpub.recovery.paragraphs import paragraphs
from procpub.recovery.printed_contents import find_printed_contents
from procpub.recovery.sections import find_sections
from procpub.recovery.talk_titles import find_talk_titles
from procpub.recovery.title_page import read_title_page, title_page_end

PASSES: tuple[Pass, ...] = (
    join_paragraphs,
    mark_addresses,
    find_talk_titles,
    find_lists,
    find_sections,
    find_emphasis,
)
"""Each refines the document; the order matters: pieces are whole before they are told apart, lists before headings."""


def recover(source: SourceText, report: Report, *, language: str | None = None) -> Proceedings:
    """The normalized document in a plain text. `language` is the main one as a BCP 47 tag, found out if not given."""
    lines = source.lines
    found = find_printed_contents(lines)
    begin, end = (found.begin, found.end) if found else (title_page_end(lines),) * 2
    contents = found.contents if found else None
    if contents is None:
        report.add(Code.NO_CONTENTS, "the source prints no contents list")
    title_page = read_title_page(lines[:begin], language or _language(source, report), report)
    body = paragraphs(lines[end:])
    headings = find_headings(body, contents, report)
    document = assemble(source.source, title_page, contents, body, headings, report)
    for refine in PASSES:
        document = refine(document, report)
    return replace(document, provenance=replace(document.provenance, steps=_steps(report)))


def _language(source: SourceText, report: Report) -> str:
    language = language_of_text(line.text for line in source.lines)
    words = f"the text is taken to be in “{language or 'en'}”"
    report.add(Code.LANGUAGE, words if language else f"{words}, for want of evidence", hint="--language says otherwise")
    return language or "en"


def _steps(report: Report) -> tuple[Step, ...]:
    counts = Counter(diagnostic.code.slug for diagnostic in report)
    return tuple(Step(code=code, count=count) for code, count in sorted(counts.items()))
