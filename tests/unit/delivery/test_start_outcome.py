"""What became of a start message is told from reports that come in any order."""

from __future__ import annotations

import pytest

from delivery.start.domain.outcome import Outcome, outcome_of


@pytest.mark.parametrize(
    ("reports", "sent", "given_up", "outcome"),
    [
        ([], False, False, Outcome.WAITING),
        ([], True, False, Outcome.SENT),
        (["deferred"], True, False, Outcome.SENT),
        (["delivered"], True, False, Outcome.DELIVERED),
        (["delivered"], False, False, Outcome.DELIVERED),
        (["bounced"], True, False, Outcome.BOUNCED),
        (["bounced", "delivered"], True, False, Outcome.DELIVERED),
        (["delivered", "bounced", "deferred"], True, False, Outcome.BOUNCED),
        ([], False, True, Outcome.BOUNCED),
        (["delivered"], False, True, Outcome.BOUNCED),
    ],
)
def test_outcome(reports: list[str], sent: bool, given_up: bool, outcome: Outcome) -> None:
    assert outcome_of(reports, sent=sent, given_up=given_up) is outcome
