"""What pages read of SIM dispatch."""

from delivery.sim_dispatch.queries.desk_counts import DeskTop, desk_top
from delivery.sim_dispatch.queries.desk_lists import desk_page
from delivery.sim_dispatch.queries.gate import gate_and_scans, gate_lines
from delivery.sim_dispatch.queries.papers import packed_cards

__all__ = ["DeskTop", "desk_page", "desk_top", "gate_and_scans", "gate_lines", "packed_cards"]
