"""What stands at the end of the commands' help: examples, and the exit codes."""

EXIT_CODES = """\b
Exit codes:
  0    done
  1    done, but diagnostics reached the --fail-on level, or editions differ
  2    a request that makes no sense: an unknown option, format, style
  3    input that cannot be read
  4    output that cannot be written
  5    a fault of procpub itself
  130  interrupted: nothing is half written
  143  terminated: likewise"""

APP_EPILOG = f"""\b
Examples:
  procpub convert proceedings.txt --out editions
  procpub outline proceedings.txt
  procpub init proceedings.txt -o volume.toml
  procpub convert proceedings.txt --metadata volume.toml --to pdf,epub
  pdftotext volume.pdf - | procpub convert - --name volume
  procpub verify editions/* --source proceedings.txt
  procpub batch shelf --out editions

{EXIT_CODES}"""

CONVERT_EPILOG = f"""\b
Examples:
  procpub convert proceedings.txt --out editions
  procpub convert proceedings.txt --to pdf --style large-print
  procpub convert proceedings.txt --report json --report-file report.json
  procpub convert - --name volume --language fr < volume.txt

Warnings and errors are shown on standard error as they are for a compiler; notes, the routine decisions, are counted,
and listed in the file that --report-file names. As JSON, they have notes too, unless --quiet.

{EXIT_CODES}"""


BATCH_EPILOG = f"""\b
Examples:
  procpub batch shelf --out editions
  procpub batch shelf.toml --out editions --jobs 4 --report json > editions.jsonl
  procpub batch shelf.toml --out /shared/editions --scheduler tcp://head:8786

Beside the editions of a volume, STEM.report.txt has every decision that was taken.

{EXIT_CODES}"""

OUTLINE_EPILOG = f"""\b
Examples:
  procpub outline proceedings.txt
  procpub outline proceedings.txt --json -o outline.json
  procpub outline proceedings.txt --corrections-template -o proceedings.corrections.toml

Each piece has the line that it begins on and, where that was a decision, how sure it is; doubtful ones have a question
mark.

{EXIT_CODES}"""

VERIFY_EPILOG = f"""\b
Examples:
  procpub verify editions/*
  procpub verify volume.pdf volume.epub --source proceedings.txt
  procpub verify editions/* --report html --report-file agreement.html

With three or more editions, the one that stands alone is taken to be wrong. What is compared, and by which rules, is in
docs/verify.md.

{EXIT_CODES}"""

COMPLETION_EPILOG = """\b
Examples:
  procpub completion bash >> ~/.bashrc
  procpub completion zsh >> ~/.zshrc
  procpub completion fish > ~/.config/fish/completions/procpub.fish"""
