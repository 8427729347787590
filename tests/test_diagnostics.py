"""How sure a decision is decides how it is shown."""

import pytest

from procpub.diagnostics import Code, Diagnostic, Severity


@pytest.mark.parametrize(
    ("confidence", "severity"), [(1.0, Severity.NOTE), (0.7, Severity.NOTE), (0.5, Severity.WARNING)]
)
def test_a_doubtful_decision_is_a_warning(confidence: float, severity: Severity) -> None:
    assert Diagnostic(Code.CONTRIBUTION, "a heading", confidence=confidence).severity is severity


def test_an_error_stays_one_however_sure_it_is() -> None:
    assert Diagnostic(Code.NO_CONTRIBUTIONS, "none", confidence=0.3).severity is Severity.ERROR
