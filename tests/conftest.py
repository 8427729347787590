"""Settings for all tests: Hypothesis runs few, repeatable examples, so that the suite stays fast."""

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
