"""Renders the normalized document: one package or module a format, none knowing another."""
