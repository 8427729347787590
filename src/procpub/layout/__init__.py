"""Lays text out on pages: fonts, lines, pages; no file format."""
