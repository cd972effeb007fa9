"""Two people at one question: the table of what happens."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from delivery.questionnaire.domain.merging import Given, Outcome, decide

SAME, WRITTEN, CONFLICT = Outcome.SAME, Outcome.WRITTEN, Outcome.CONFLICT


@pytest.mark.parametrize(
    ("value", "version", "was", "stored", "stands_at", "outcome"),
    [
        ("a", 0, "", None, 0, WRITTEN),  # the first answer
        ("", 0, "", None, 0, SAME),  # nothing typed
        ("filled in", 0, "filled in", None, 0, SAME),  # what we filled in, not touched
        ("", 0, "filled in", None, 0, WRITTEN),  # what we filled in, cleared
        ("b", 1, "a", "a", 1, WRITTEN),  # a change of what was seen
        ("a", 1, "a", "a", 1, SAME),
        ("a", 1, "a", "theirs", 2, SAME),  # not touched here, changed by another
        ("mine", 1, "a", "theirs", 2, CONFLICT),
        ("theirs", 1, "a", "theirs", 2, SAME),  # both wrote the same
        ("mine", 2, "theirs", "theirs", 2, WRITTEN),  # seen, and insisted upon
        ("", 1, "a", "theirs", 2, CONFLICT),  # emptied what another has changed
    ],
)
def test_what_becomes_of_an_answer(value, version, was, stored, stands_at, outcome) -> None:
    assert decide(Given("q", value, version, was), stored, stands_at) is outcome


words = strategies.sampled_from(["", "a", "b", "c"])


@given(words, words, words, strategies.integers(0, 3), strategies.integers(1, 3))
def test_nothing_unseen_is_ever_overwritten(value, was, stored, version, stands_at) -> None:
    if decide(Given("q", value, version, was), stored, stands_at) is WRITTEN:
        assert version == stands_at
