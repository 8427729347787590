"""The stages of recovery that work on lines, each as a function from a text to a dump of what it found."""

from collections.abc import Callable, Iterator

from procpub.diagnostics import Report
from procpub.interfaces import Line
from procpub.model.walk import plain_text
from procpub.recovery.body import Body
from procpub.recovery.corrections import NONE
from procpub.recovery.furniture import strip_furniture
from procpub.recovery.headings import find_headings
from procpub.recovery.labels import find_labels
from procpub.recovery.language import language_of_text
from procpub.recovery.paragraphs import paragraphs
from procpub.recovery.pipeline import body_of
from procpub.recovery.printed_contents import find_printed_contents
from procpub.recovery.source_lines import source_lines
from procpub.recovery.title_page import read_title_page, title_page_end
from procpub.recovery.words import words_of

Lines = tuple[Line, ...]


def _language(lines: Lines) -> str:
    return language_of_text(line.text for line in lines) or "en"


def _furniture(lines: Lines, report: Report) -> Iterator[str]:
    stripped = strip_furniture(lines, NONE, report)
    marks = {mark.after: mark.label for mark in stripped.marks}
    for line in stripped.lines:
        if line.text:
            yield f"{line.number}: {line.text}"
        if line.number in marks:
            yield f"-- page {marks[line.number]}"


def _title_page(lines: Lines, report: Report) -> Iterator[str]:
    end = title_page_end(lines, _language(lines))
    page = read_title_page(lines[:end], _language(lines), report)
    metadata = page.metadata
    yield from (f"title: {title.text}" for title in metadata.titles)
    yield from (f"subtitle: {title.text}" for title in metadata.subtitles)
    if metadata.date:
        yield f"date: {metadata.date.text} | {metadata.date.when}"
    for organiser in metadata.organisers:
        yield f"organiser: {' / '.join(name.text for name in organiser.names)}"
    yield from (f"imprint: {plain_text(paragraph.children)}" for paragraph in page.rest)
    if end < len(lines):
        yield f"then line {lines[end].number}: {lines[end].text}"


def _contents(lines: Lines, report: Report) -> Iterator[str]:
    found = find_printed_contents(lines)
    if found:
        yield f"{found.contents.heading}: lines {lines[found.begin].number} to {lines[found.end - 1].number}"
        for entry in found.contents.entries:
            yield f"{entry.level} | {entry.number or '-'} | {entry.label} | {entry.page or '-'}"


def _paragraphs(lines: Lines, report: Report) -> Iterator[str]:
    words = words_of((line.text for line in lines), _language(lines))
    for passage in paragraphs(source_lines(lines), words, NONE, report):
        yield f"{passage.span.first}-{passage.span.last}: {passage.text}"


def _labels(lines: Lines, report: Report) -> Iterator[str]:
    body = _body(lines, report)
    for index, found in find_labels(body.passages, body.language).items():
        person = found.label.speaker
        what = "chair" if found.label.chair else "voices" if found.label.collective else "speaker"
        floor = "takes the floor" if index in body.speeches else "-"
        fields = "; ".join(filter(None, (person.honorific, person.name, person.role, person.affiliation)))
        yield f"{body.passages[index].span.first}: {found.text} | {what} | {fields or '-'} | {floor}"


def _headings(lines: Lines, report: Report) -> Iterator[str]:
    contents = find_printed_contents(lines)
    body = _body(lines[contents.end :] if contents else lines, report)
    for heading in find_headings(body, contents, NONE, report):
        parts = body.passages[heading.index : max(heading.end, heading.index + 1)]
        text = heading.label.bare if heading.label else " ".join(part.text for part in parts)
        kind = f" {heading.kind}" if heading.kind else ""
        yield f"{parts[0].span.first}: {heading.place}{kind} | {text} | {round(100 * heading.confidence)} %"


def _body(lines: Lines, report: Report) -> Body:
    return body_of(source_lines(lines), _language(lines), NONE, report)


STAGES: dict[str, Callable[[Lines, Report], Iterator[str]]] = {
    "strip_furniture": _furniture,
    "read_title_page": _title_page,
    "find_printed_contents": _contents,
    "paragraphs": _paragraphs,
    "find_labels": _labels,
    "find_headings": _headings,
}
"""By the name of the function that each shows."""
