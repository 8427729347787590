"""Turns bytes into text to be recovered, or into a document: one module a format."""
