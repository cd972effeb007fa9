"""What pages read of who answers for what."""

from delivery.people.queries.answering import answering
from delivery.people.queries.at_customer import share_of
from delivery.people.queries.mine import WaitingLine, waiting_for

__all__ = ["WaitingLine", "answering", "share_of", "waiting_for"]
