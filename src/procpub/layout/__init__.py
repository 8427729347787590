"""Lays text out on pages: fonts, lines, pages; no file format.

From the document to `boxes.Pages`, in the order of the work:

1. `fonts`, `fallback`, `breaking`, `hyphenation`, `words`, `text`: inlines become pieces, shaped and measured in fonts
   that have their characters;
2. `bidi`, `lines`, `total_fit`, `balance`, `paragraphs`: pieces become lines, and lines boxes;
3. `blocks`, `tables`, `figures`: every block becomes a stack of boxes, and an element of the `structure`;
4. `pages`: stacks are divided into pages of a `geometry`, footnotes at their foot;
5. `chapters`, `front`, `toc`, `index`, `furniture`, `book`: pages become a book, with its numbers;
6. `page_map`, `page_breaks`: what stands on which page, and the document with the pages marked in it, for editions
   that have none of their own.

`flow` does the same for word processors, as far as it takes to know their pages. `proportions` and `running_heads` are
shared by all editions with pages.
"""
