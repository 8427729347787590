"""Options that several commands share, and how shells complete their values."""

from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from procpub.errors import UsageError

FORMATS = "pdf,docx,epub,tei"

PATH = click.Path(readable=False, allow_dash=True, path_type=Path)
"""Whoever opens it says what is wrong."""


def complete_styles(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of styles, and files."""
    from procpub.style import style_names

    names = [CompletionItem(name) for name in style_names() if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *names]  # click's script for bash forgets what came before a file


def complete_formats(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Names of formats, the last of several with commas between them."""
    from procpub import registry

    specs = registry.reader_specs() if parameter.name == "format" else registry.writer_specs()
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{spec.name}" for spec in specs if spec.name.startswith(last)]


def reading(command: Any) -> Any:
    """The argument and options that all commands share that read a file."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, help="With errors, print where they arose."),
        click.option("--language", metavar="TAG", help="The main language (BCP 47); found out if not given."),
        click.option("--encoding", metavar="NAME", help="Character encoding of a text; found out if not given."),
        click.option(
            "--from",
            "format",
            metavar="NAME",
            shell_complete=complete_formats,
            help="Format of INPUT; after its suffix if not given, else txt.",
        ),
        click.argument("source", metavar="INPUT", type=click.Path(readable=False, allow_dash=True)),
    ):
        command = option(command)
    return command


def making(command: Any) -> Any:
    """The options that say which editions are made, and how they look."""
    for option in (
        click.option(
            "--attach-source",
            is_flag=True,
            help="Attach the TEI edition to the PDF, which then is PDF/A-3a: for those who want to cite or reuse the "
            "text.",
        ),
        click.option(
            "--contents-depth",
            type=click.IntRange(1, 6),
            metavar="N",
            default=1,
            show_default=True,
            help="Levels of the contents: 1 has contributions, 2 their sections too, and so on up to 6.",
        ),
        click.option(
            "--style",
            metavar="NAME|FILE",
            default="default",
            show_default=True,
            shell_complete=complete_styles,
            help="A style that `procpub styles` lists, or a .toml file.",
        ),
        click.option(
            "--to",
            metavar="NAMES",
            default=FORMATS,
            show_default=True,
            shell_complete=complete_formats,
            help="Editions to make, with commas between them.",
        ),
    ):
        command = option(command)
    return command


def named_formats(to: str) -> tuple[str, ...]:
    """The formats that --to names.

    Raises:
        UsageError: none.
    """
    formats = tuple(name.strip() for name in to.split(",") if name.strip())
    if not formats:
        raise UsageError("--to names no format")
    return formats


def knowing(command: Any) -> Any:
    """The options that say what is known better than the text tells."""
    for option in (
        click.option(
            "--corrections",
            type=PATH,
            metavar="FILE.toml",
            help="Corrections of a text, line by line (see `procpub outline`); if not given, STEM.corrections.toml "
            "beside INPUT, where there is one.",
        ),
        click.option(
            "--metadata",
            type=PATH,
            metavar="FILE.toml",
            help="What you know better than the text: title, date, organisers ... (see `procpub init`).",
        ),
    ):
        command = option(command)
    return command
