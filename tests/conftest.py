"""Settings for all tests: Hypothesis runs few, repeatable examples, so that the suite stays fast."""

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "fast",
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("fast")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the switch that writes golden expectations anew."""
    parser.addoption("--update-cases", action="store_true", help="write the expectations of golden cases anew")


@pytest.fixture
def update_cases(request: pytest.FixtureRequest) -> bool:
    """Whether golden expectations are to be written anew."""
    return bool(request.config.getoption("--update-cases"))
