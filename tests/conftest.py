"""How properties are tried: without a clock. On a machine that is busy with other tests drawing an example takes long, and says nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("jiedui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jiedui")
