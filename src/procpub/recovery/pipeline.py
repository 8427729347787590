"""The recovery of a document, from lines to Proceedings: what happens, in order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from procpub.diagnostics import Code, Report
from procpub.interfaces import Pass, SourceText
from procpub.model.metadata import Step
from procpub.model.proceedings import Proceedings
from procpub.recovery.addresses import mark_addresses
from procpub.recovery.assemble import assemble
from procpub.recovery.body import Body
from procpub.recovery.corrected_pieces import correct_pieces
from procpub.recovery.corrections import NONE, Corrections, Entry, resolve, settling
from procpub.recovery.emphasis import find_emphasis
from procpub.recovery.footnotes import find_footnotes
from procpub.recovery.foreign import mark_foreign
from procpub.recovery.furniture import strip_furniture
from procpub.recovery.headings import find_headings
from procpub.recovery.joining import join_paragraphs
from procpub.recovery.labels import find_labels
from procpub.recovery.language import language_of_text
from procpub.recovery.lists import find_lists
from procpub.recovery.page_marks import place_page_marks
from procpub.recovery.paragraphs import paragraphs
from procpub.recovery.printed_contents import find_printed_contents
from procpub.recovery.sections import find_sections
from procpub.recovery.set_off import find_set_off
from procpub.recovery.source_lines import SourceLines, source_lines
from procpub.recovery.speeches import find_speeches
from procpub.recovery.talk_titles import find_talk_titles
from procpub.recovery.title_page import front_matter_begin, read_title_page, title_page_end
from procpub.recovery.words import Words, words_of


def passes(source: SourceLines, words: Words, corrections: Corrections = NONE) -> Mapping[str, Pass]:
    """What refines the document, by name and in order; `source` is for those that look at indents and line
    ends, `words` are the document's.

    The order matters: notes leave the foot of the page before what stands above and below it is joined, and before
    lists, which have the same marks; pieces are whole before they are told apart, lists before headings.
    """
    return {
        "find_footnotes": find_footnotes,
        "join_paragraphs": partial(join_paragraphs, words=words, corrections=corrections),
        "mark_addresses": mark_addresses,
        "find_talk_titles": find_talk_titles,
        "find_set_off": partial(find_set_off, source=source),
        "find_lists": partial(find_lists, source=source),
        "find_sections": partial(find_sections, source=source, corrections=corrections),
        "find_emphasis": find_emphasis,
        "mark_foreign": mark_foreign,
    }


def recover(
    source: SourceText, report: Report, *, language: str | None = None, corrections: Sequence[Entry] = ()
) -> Proceedings:
    """The normalized document in a plain text. `language` is the main one as a BCP 47 tag, found out if not given;
    `corrections` are what an editor knows better.
    """
    corrected = resolve(corrections, source.lines, report)
    report = settling(report, corrected)
    stripped = strip_furniture(source.lines, corrected, report)
    lines = stripped.lines
    tongue = language or _language(source, report)
    contents = find_printed_contents(lines)
    if contents is None:
        report.add(Code.NO_CONTENTS, "the source prints no contents list")
    if contents:
        first = front_matter_begin(lines[: contents.begin], tongue)
        rest = (*lines[first : contents.begin], *lines[contents.end :])
    else:
        first = title_page_end(lines, tongue)
        rest = lines[first:]
    title_page = read_title_page(lines[:first], tongue, report)
    body = body_of(source_lines(rest), tongue, corrected, report)
    headings = find_headings(body, contents, corrected, report)
    document = assemble(source.source, title_page, contents, body, headings, report)
    *refining, mark_phrases = passes(source_lines(lines), body.words, corrected).values()
    for refine in refining:
        document = refine(document, report)
    # A page's first words are looked for in whole runs of text, before phrases in other languages divide them.
    document = mark_phrases(place_page_marks(document, stripped.marks, lines), report)
    document = correct_pieces(document, corrected, report)
    return replace(document, provenance=replace(document.provenance, steps=_steps(report)))


def body_of(source: SourceLines, language: str, corrected: Corrections, report: Report) -> Body:
    """What headings are looked for in."""
    words = words_of((line.text for line in source.lines), language)
    passages = paragraphs(source, words, corrected, report)
    labels = find_labels(passages, language)
    speeches = find_speeches(passages, labels, 0, len(passages))
    return Body(
        passages=passages, labels=labels, speeches=speeches, words=words, language=language, wrapped=source.measure > 0
    )


def _language(source: SourceText, report: Report) -> str:
    language = language_of_text(line.text for line in source.lines)
    words = f"the text is taken to be in “{language or 'en'}”"
    report.add(Code.LANGUAGE, words if language else f"{words}, for want of evidence", hint="--language says otherwise")
    return language or "en"


def _steps(report: Report) -> tuple[Step, ...]:
    counts = Counter(diagnostic.code.slug for diagnostic in report)
    return tuple(Step(code=code, count=count) for code, count in sorted(counts.items()))
