"""Recovers the structure of proceedings from plain text: one pass a file, in the order of `pipeline`."""
