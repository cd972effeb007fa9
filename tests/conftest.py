"""Settings of all tests: embedded, invented secrets, fast doorbells. Made before anything reads them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet
from hypothesis import HealthCheck, settings

_FOLDER = Path(tempfile.mkdtemp(prefix="vaxla-tests-"))
os.environ.update(
    {
        "VAXLA_ENVIRONMENT": "test",
        "VAXLA_DATA_DIR": str(_FOLDER),
        "VAXLA_SECRET_KEY": "an invented key for tests, long enough to be one",
        "VAXLA_PIN_KEY": Fernet.generate_key().decode(),
        "VAXLA_GATEWAY_TOKEN": "an invented token for the simulator in tests",
        # A machine that is busy answers late, which is no time-out; the doubts of a test rest shorter (`brief_rest`).
        "VAXLA_GATEWAY_TIMEOUT_SECONDS": "15",
        "VAXLA_GATEWAY_QUIET_SECONDS": "16",
        "VAXLA_CLOCK": "virtual",
        "VAXLA_WEBHOOK_LOOPBACK": "true",
        "VAXLA_API_CALLS_PER_MINUTE": "1000000",
        "VAXLA_API_CHANGES_PER_MINUTE": "1000000",
        "VAXLA_API_TOKENS_PER_MINUTE": "1000000",
        "REDIS_URL": "",
    }
)
# How long an example takes says something of the machine only. The same examples each time: a change is judged by
# what it changed.
settings.register_profile(
    "vaxla", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("vaxla")
