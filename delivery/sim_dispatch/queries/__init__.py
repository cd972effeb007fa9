"""What pages read of SIM dispatch."""

from delivery.sim_dispatch.queries.gate import gate_and_scans, gate_lines
from delivery.sim_dispatch.queries.papers import packed_cards

__all__ = ["gate_and_scans", "gate_lines", "packed_cards"]
