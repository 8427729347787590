"""All faults, and those that verify does not report as it should."""

from collections.abc import Mapping

from tests.verify.faults import docx_cases, epub_cases, pdf_cases, tei_cases

CASES = (*pdf_cases.CASES, *docx_cases.CASES, *epub_cases.CASES, *tei_cases.CASES)
"""Each with a sentence of its own."""

_REASONS: Mapping[str, tuple[str, ...]] = {}
"""Sentences of cases by the one reason that verify is fooled by them for."""

UNREPORTED: Mapping[str, str] = {sentence: reason for reason, each in _REASONS.items() for sentence in each}
"""What verify is still fooled by, and why. Who mends that takes the line out: the tests fail until it is gone."""
