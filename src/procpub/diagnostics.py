"""What procpub tells an editor: a closed set of codes, each decision as one value with its source lines.

A diagnostic is shaped like a compiler's: where, how bad, what, and what to do about it. How it is shown (text, JSON,
a table) is somebody else's business.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """First and last line of the source that a thing came from, counted from 1, both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise ValueError(f"not a span of lines: {self.first}-{self.last}")


def spanning(spans: Iterable[Span | None]) -> Span | None:
    """The smallest span that holds all that are known; None if none is."""
    known = [span for span in spans if span is not None]
    return Span(min(s.first for s in known), max(s.last for s in known)) if known else None


class Severity(IntEnum):
    """How much an editor should worry. Ordered, so that `--fail-on` can compare."""

    NOTE = 1
    """A routine decision, told so that it can be checked."""
    WARNING = 2
    """A decision that may be wrong; worth a look."""
    ERROR = 3
    """Something is lost or cannot be trusted; the edition needs a hand."""

    @property
    def label(self) -> str:
        """Lower-case word for messages: note, warning, error."""
        return self.name.lower()


class Code(Enum):
    """Every kind of diagnostic. The text beside each is its documentation; docs/diagnostics.md repeats it.

    A code's `slug` is what users see in brackets and what scripts may rely on: codes are added, never renamed.
    """

    slug: str
    severity: Severity
    explanation: str

    # reading bytes
    ENCODING = "encoding", Severity.NOTE, "The character encoding that the source was read with, and why."
    UNDECODABLE_BYTES = (
        "undecodable-bytes",
        Severity.ERROR,
        "Bytes that mean nothing in the source's encoding; each stands as U+FFFD in the editions.",
    )
    CONTROL_CHARACTERS = (
        "control-characters",
        Severity.WARNING,
        "Control characters, which no edition can carry, were taken out of the line.",
    )
    LINE_ENDS = "line-ends", Severity.NOTE, "The source mixes kinds of line ends; all were read as line ends."
    # front matter and contents
    NO_TITLE = "no-title", Severity.WARNING, "No title was found; give one with --metadata."
    UNPLACED_FRONT_MATTER = (
        "unplaced-front-matter",
        Severity.WARNING,
        "A line of the title page that is not understood; kept on the imprint page.",
    )
    NO_CONTENTS = "no-contents", Severity.NOTE, "The source prints no contents list; headings were found without one."
    CONTENTS_DISAGREE = (
        "contents-disagree",
        Severity.WARNING,
        "An entry of the printed contents differs from the heading that it stands for; the heading is used.",
    )
    CONTENTS_ENTRY_NOT_FOUND = (
        "contents-entry-not-found",
        Severity.ERROR,
        "An entry of the printed contents has no heading in the text: a contribution may be missing.",
    )
    HEADING_NOT_IN_CONTENTS = (
        "heading-not-in-contents",
        Severity.WARNING,
        "A contribution's heading is not in the printed contents.",
    )
    # recovery of the body
    FURNITURE = (
        "furniture",
        Severity.NOTE,
        "A running head, page number or column letter; left out of the text, its number kept as a page mark.",
    )
    NO_CONTRIBUTIONS = (
        "no-contributions",
        Severity.ERROR,
        "No contribution could be told apart; the whole text stands as one.",
    )
    PRELIMINARIES = (
        "preliminaries",
        Severity.NOTE,
        "Text before the first contribution, kept as preliminaries of the volume.",
    )
    JOINED_PARAGRAPH = (
        "joined-paragraph",
        Severity.NOTE,
        "Two pieces were read as one paragraph that a page break had cut in two.",
    )
    UNFINISHED_PARAGRAPH = (
        "unfinished-paragraph",
        Severity.WARNING,
        "A paragraph ends in the middle of a sentence, but what follows does not continue it.",
    )
    LIST = "list", Severity.NOTE, "Lines with markers were read as a list."
    DOUBLED_MARKER = "doubled-marker", Severity.NOTE, "A list item carries two markers; the inner one counts."
    LIST_NUMBERING = (
        "list-numbering",
        Severity.WARNING,
        "The printed numbers of a list skip or repeat; they are kept as printed.",
    )
    SET_OFF = "set-off", Severity.NOTE, "Lines were read as a quotation, as verse or as a table by how they are set."
    FOOTNOTE = "footnote", Severity.NOTE, "A footnote was found for the mark that calls it, and put there."
    STRAY_NOTE = (
        "stray-note",
        Severity.WARNING,
        "A footnote whose mark is called nowhere before it; kept where it stands.",
    )
    SECTION_HEADING = "section-heading", Severity.NOTE, "A line on its own was read as a section's heading."
    TALK_TITLE = "talk-title", Severity.NOTE, "A line under a contribution's heading was read as the title of the talk."
    SALUTATION = "salutation", Severity.NOTE, "A line was read as an address to the audience, or as a closing line."
    PERSON_UNCERTAIN = (
        "person-uncertain",
        Severity.WARNING,
        "The speaker's name, role or affiliation could not be told apart in a heading.",
    )
    PERSON_VARIANT = (
        "person-variant",
        Severity.NOTE,
        "A name in another spelling or order was taken to be that of a person named elsewhere.",
    )
    EMPHASIS = "emphasis", Severity.NOTE, "Asterisks or underscores were read as emphasis, and taken out."
    STRAY_MARKUP = "stray-markup", Severity.WARNING, "Emphasis marks without a partner; kept as printed."
    FOREIGN = "foreign", Severity.NOTE, "A phrase in another script or language than the volume's was marked as such."
    LANGUAGE = "language", Severity.NOTE, "The language that the text was taken to be in, and why."
    CONTRIBUTION = (
        "contribution",
        Severity.NOTE,
        "A heading or a speaker's label was taken for the beginning of a contribution.",
    )
    GROUP = "group", Severity.NOTE, "A heading was taken for that of a part or session."
    EVENT = "event", Severity.NOTE, "A line in brackets was read as something that happens while people speak."
    MATTER = "matter", Severity.NOTE, "A heading was taken for that of front or back matter."
    # metadata and style given by the user
    METADATA_OVERRIDES = "metadata-overrides", Severity.NOTE, "The metadata file's value replaces the recovered one."
    CORRECTIONS = "corrections", Severity.NOTE, "A corrections file was read: one given, or found beside the text."
    CORRECTION = "correction", Severity.NOTE, "A correction was applied: what the corrections file says about a line."
    CORRECTION_MOVED = (
        "correction-moved",
        Severity.WARNING,
        "The words that a correction quotes stand on another line by now, and on one only; it was applied there.",
    )
    CORRECTION_STALE = (
        "correction-stale",
        Severity.ERROR,
        "The words that a correction quotes stand on no line, or on several other than its own; it was not applied.",
    )
    CORRECTION_UNUSED = (
        "correction-unused",
        Severity.ERROR,
        "A correction is about a contribution, but none begins on its line; it was not applied.",
    )
    # reading a document that comes in whole
    MARKUP_LOST = (
        "markup-lost",
        Severity.NOTE,
        "The model has no place for what an element or attribute says; the text stands without it.",
    )
    LEFT_OUT = (
        "left-out",
        Severity.WARNING,
        "Something in the file is in no edition: a fact in a header that the model has no place for, a picture "
        "elsewhere, what a running head says.",
    )
    SUPPLIED = (
        "supplied",
        Severity.WARNING,
        "Something that every document needs was not in the file, such as a heading; the message says what stands "
        "there now.",
    )
    NAME_DISAGREES = (
        "name-disagrees",
        Severity.WARNING,
        "A heading or byline gives a person another name than the list of persons does; change both.",
    )
    # writing
    MISSING_GLYPH = (
        "missing-glyph",
        Severity.ERROR,
        "No font of the style has this character; it is shown by its code point, in brackets.",
    )
    NOT_EXPRESSIBLE = (
        "not-expressible",
        Severity.WARNING,
        "The edition's format cannot carry this; the message says what was done instead.",
    )
    MISSING_IMAGE = "missing-image", Severity.WARNING, "A figure has no image; its caption and description stand alone."
    UNREADABLE_IMAGE = (
        "unreadable-image",
        Severity.ERROR,
        "A figure's image cannot be read in its declared type; its caption and description stand alone.",
    )
    LINE_TOO_WIDE = (
        "line-too-wide",
        Severity.WARNING,
        "Something is wider than its measure and was broken or shrunk to fit.",
    )

    def __init__(self, slug: str, severity: Severity, explanation: str) -> None:
        self.slug = slug
        self.severity = severity
        self.explanation = explanation


DOUBTFUL = 0.7
"""Decisions of less confidence are warnings, whatever their code says."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One decision or finding, with the source lines it is about where there are any, and how sure it is, from 0 to 1:
    1 for what is certain or is no decision.
    """

    code: Code
    message: str
    span: Span | None = None
    hint: str | None = None
    confidence: float = 1.0

    @property
    def severity(self) -> Severity:
        """The severity of its code; a doubtful decision is at least a warning."""
        doubtful = self.confidence < DOUBTFUL
        return max(self.code.severity, Severity.WARNING) if doubtful else self.code.severity


class Report:
    """Collects diagnostics in the order they are made."""

    __slots__ = ("_diagnostics",)

    def __init__(self) -> None:
        self._diagnostics: list[Diagnostic] = []

    def add(
        self,
        code: Code,
        message: str,
        span: Span | None = None,
        *,
        hint: str | None = None,
        confidence: float = 1.0,
    ) -> None:
        """Records one diagnostic."""
        self._diagnostics.append(Diagnostic(code, message, span, hint, confidence))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(tuple(self._diagnostics))

    def __len__(self) -> int:
        return len(self._diagnostics)
