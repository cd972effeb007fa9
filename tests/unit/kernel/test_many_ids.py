"""Ids made by the thousand are as good as those made one by one."""

from __future__ import annotations

import time
from uuid import RFC_4122, UUID

from kernel.ids import many_ids, new_id


def test_they_are_whole_ids_of_version_7_and_differ() -> None:
    before = new_id().int >> 80
    made = [UUID(each) for each in many_ids(5_000)]
    assert len(set(made)) == 5_000
    assert {(each.version, each.variant) for each in made} == {(7, RFC_4122)}
    assert all(before <= each.int >> 80 <= time.time_ns() // 1_000_000 for each in made)


def test_every_bit_that_may_differ_does() -> None:
    made = [UUID(each).int for each in many_ids(2_000)]
    ones, zeros = 0, 0
    for each in made:
        ones |= each
        zeros |= ~each
    free = (1 << 76) - 1 & ~(0b11 << 62)
    assert ones & zeros & free == free


def test_none_are_none() -> None:
    assert list(many_ids(0)) == []
