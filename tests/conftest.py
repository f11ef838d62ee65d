"""How hard the laws are tried: `HYPOTHESIS_PROFILE=thorough pytest tests/laws`."""

import os

from hypothesis import HealthCheck, Phase, settings

# In CI the same examples every time: a landing is never refused for what another change broke.
settings.register_profile(
    "default",
    max_examples=100,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2000, derandomize=False)
# A mutant is dead with its first counterexample: nobody reads the smallest one, and none is kept for the next mutant.
settings.register_profile(
    "mutate",
    settings.get_profile("default"),
    max_examples=50,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
