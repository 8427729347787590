"""Which paragraphs open something, and which follow another: only the first lines of these are set in, as in books."""

from collections.abc import Iterator

from procpub.model.nodes import Block, Blocks, PageBreak, Paragraph


def with_followers(blocks: Blocks) -> Iterator[tuple[Block, bool]]:
    """Each block of these, and whether it is a paragraph that directly follows another one.

    What stands first, or after a salutation, a list, a quotation, a figure or the like, follows none. The beginning of
    a page of the source parts no paragraphs.
    """
    before: Block | None = None
    for block in blocks:
        yield block, isinstance(block, Paragraph) and isinstance(before, Paragraph)
        if not isinstance(block, PageBreak):
            before = block
