"""Lays text out on pages: fonts, lines, pages; no file format.

From the document to `boxes.Pages`, in the order of the work:

1. `fonts`, `breaking`, `text`: inlines become pieces, measured, in fonts that have their characters;
2. `lines`, `paragraphs`: pieces become lines, and lines boxes;
3. `blocks`, `tables`, `figures`: every block becomes a stack of boxes;
4. `pages`: stacks are divided into pages, footnotes at their foot;
5. `chapters`, `front`, `toc`, `furniture`, `book`: pages become a book, with its numbers.
"""
