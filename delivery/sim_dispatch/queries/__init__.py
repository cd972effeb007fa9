"""What pages read of SIM dispatch."""

from delivery.sim_dispatch.queries.gate import gate_lines
from delivery.sim_dispatch.queries.papers import packed_cards
from delivery.sim_dispatch.queries.scans import scan_lines

__all__ = ["gate_lines", "packed_cards", "scan_lines"]
