"""A large wave: uploaded, checked, cross-referenced and reconciled within 60 s and 600 MiB.

`VAXLA_LONG=1` runs it with 100,000 accesses and prints the figures; else with 2,000.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from openfibre.operator_change.domain.columns import headings
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import ListKind, RowStatus
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import DataSetState
from openfibre.operator_change.gateways.write_table import write_csv
from openfibre.operator_change.models import KoAccess
from openfibre.operator_change.repository import lists
from openfibre.operator_change.usecases.hand_lists import hand_list
from openfibre.operator_change.usecases.publish_cross_reference import publish_cross_reference

from .conftest import MED, MED_2, Change, access_row, migration_row, service_row

LONG = os.environ.get("VAXLA_LONG") == "1"
COUNT = 100_000 if LONG else 2_000
MOST_SECONDS, MOST_MIB = 60, 600
PROVIDERS = (MED, MED_2)
T = TypeVar("T")


def mib() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def made(name: str) -> bytes:
    """A file, row by row: what it takes to make it must not hide what it takes to read it."""
    numbers = range(1, COUNT + (1 if name != "up" else -9))
    if name in ("down", "up"):
        heading = ["access_id_gammalt", "tjanst_gammal", "datum"]
        return write_csv(heading, ((f"AC-{n}", "Bredband", "2027-05-03") for n in numbers))
    content, row = {
        "access": (Content.ACCESS, lambda n: access_row(n, segment="PRIVAT" if n % 7 else "FORETAG")),
        "service": (Content.SERVICE, lambda n: service_row(n, PROVIDERS[n % 2])),
        "migration": (
            Content.MIGRATION,
            lambda n: migration_row(n, PROVIDERS[n % 2], anslutningsdatum="2027-05-03"),
        ),
    }[name]
    names = headings(content)
    return write_csv(names, ([row(n).get(each, "") for each in names] for n in numbers))


def test_a_hundred_thousand_accesses(change: Change) -> None:
    began_mib = mib()
    laps: dict[str, float] = {}

    def timed(name: str, file: str, do: Callable[[bytes], T]) -> T:
        data = made(file)
        began = time.perf_counter()
        done = do(data)
        laps[name] = round(time.perf_counter() - began, 1)
        return done

    def sent(who: str, content: Content, file: str, *to: Party) -> None:
        taken = timed(
            f"{file} to {'+'.join(to)}", file, lambda data: change.send(who, content, [], *to, data=data)
        )
        assert (taken.state, taken.rows) == (DataSetState.ACCEPTED, COUNT)

    change.at(date(2027, 1, 18))
    sent("AKO", Content.ACCESS, "access", Party.TKO)
    sent("AKO", Content.SERVICE, "service", Party.TLA, Party.TLU)
    sent("AKO", Content.SERVICE, "service", Party.TKO)
    sent("TKO", Content.MIGRATION, "migration", Party.TLA)
    change.do("TKO", publish_cross_reference, change.wave_id)
    change.at(date(2027, 5, 5))
    for who, kind, file in (("AKO", ListKind.DISCONNECTED, "down"), ("TKO", ListKind.CONNECTED, "up")):
        facts = {"filename": "lista.csv"}
        timed(
            kind.value,
            file,
            lambda data, who=who, kind=kind, facts=facts: change.do(
                who, hand_list, change.wave_id, kind, data=data, **facts
            ),
        )
    seconds, most = sum(laps.values()), mib()
    counts = change.do("TKO", lambda session, actor, cause: lists.tally(session, change.wave_id))
    assert counts == {RowStatus.MATCHED: COUNT - 10, RowStatus.DARK: 10}
    assert change.rows(KoAccess, KoAccess.access_new.is_(None)) == []
    if LONG:
        print(f"\n{COUNT} accesses: {seconds:.1f} s {laps}; peak {most:.0f} MiB, {began_mib:.0f} before")
        assert most <= MOST_MIB
    assert seconds <= MOST_SECONDS
