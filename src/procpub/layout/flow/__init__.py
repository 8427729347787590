"""Laying text out as word processors do, to know on which page it will stand before one has opened the file.

lines.py breaks paragraphs, each line taking what goes on it; pages.py fills pages with them. Both only count: nothing
is drawn. Lengths are in twips, twentieths of a point, as word processors keep them.
"""
