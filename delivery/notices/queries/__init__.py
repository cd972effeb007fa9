"""What pages read of notices."""

from delivery.notices.queries.notices import NoticeLine, coming_notices, notice_lines

__all__ = ["NoticeLine", "coming_notices", "notice_lines"]
