"""How much the tests try: `TEST_PROFILE=thorough pytest`.

`fast`, the default, and `thorough`, a step of CI on demand, are derandomized: the same code gives the same
verdict on every machine. `random` tries other examples each time and prints how to repeat a failure.
"""

import os
from itertools import product

from hypothesis import HealthCheck, settings

PROFILE = os.environ.get("TEST_PROFILE", "fast")
# How fast examples are made depends on the machine and on what else it does.
ANY_SPEED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("fast", max_examples=16, derandomize=True, **ANY_SPEED)
settings.register_profile("thorough", max_examples=120, derandomize=True, **ANY_SPEED)
settings.register_profile("random", max_examples=120, print_blob=True, **ANY_SPEED)
settings.load_profile(PROFILE)


def each_with(names, values):
    """Pair each name with each value when thorough; else with one of them, so that each value has its turn."""
    names, values = list(names), list(values)
    if PROFILE != "fast":
        return list(product(names, values))
    return [(name, values[number % len(values)]) for number, name in enumerate(names)]


def few_examples(test):
    """Try a quarter of the profile's examples, but ten, for a property whose single example is slow."""
    return settings(max_examples=max(10, settings().max_examples // 4))(test)


def many_examples(test):
    """Try three times the profile's examples, for a property that is quick and hard to hit."""
    return settings(max_examples=settings().max_examples * 3)(test)
