"""Ids made by the thousand are as good as those made one by one."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
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


def test_ids_made_one_by_one_differ_also_between_threads() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = [
            each
            for part in threads.map(lambda _: [new_id() for _ in range(2_000)], range(8))
            for each in part
        ]
    assert len(set(made)) == 16_000
    assert {(each.version, each.variant) for each in made} == {(7, RFC_4122)}


def test_a_process_that_was_forked_makes_ids_of_its_own() -> None:
    new_id()  # randomness is drawn for many at a time, so that some is left to inherit
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writes, b"".join(new_id().bytes for _ in range(100)))
        os._exit(0)
    os.waitpid(child, 0)
    told = os.read(reads, 1_600)
    os.close(reads)
    os.close(writes)
    random_half = {told[start + 8 : start + 16] for start in range(0, len(told), 16)}
    assert len(random_half) == 100
    assert not random_half & {new_id().bytes[8:] for _ in range(300)}
