"""What pages read of who answers for what."""

from delivery.people.queries.answering import answering
from delivery.people.queries.mine import WaitingLine, waiting_for

__all__ = ["WaitingLine", "answering", "waiting_for"]
