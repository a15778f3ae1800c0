"""A provider on this machine: a real loopback server that also misbehaves on demand.

``Simulator`` runs it in a thread of the test; ``python -m tests.simulator`` runs it alone. Another
process steers it through ``POST /_control`` and reads ``GET /_control/log``.
"""

from tests.simulator.plans import Plan
from tests.simulator.server import Simulator

__all__ = ["Plan", "Simulator"]
