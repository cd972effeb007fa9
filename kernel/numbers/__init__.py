"""Swedish telephone numbers and series: read, judged, written (NP-01)."""

from kernel.numbers.check import check_number
from kernel.numbers.plan import METADATA_VERSION, PORTABLE, NumberType, type_of
from kernel.numbers.result import REMARKS, Code, NumberCheck
from kernel.numbers.series import count, expand, fold, residue
from kernel.numbers.writing import format_national, format_series

__all__ = [
    "METADATA_VERSION",
    "PORTABLE",
    "REMARKS",
    "Code",
    "NumberCheck",
    "NumberType",
    "check_number",
    "count",
    "expand",
    "fold",
    "format_national",
    "format_series",
    "residue",
    "type_of",
]
