"""A large wave: uploaded, checked, cross-referenced and reconciled within 60 s and 600 MiB, as CSV and as XLSX.

`VAXLA_LONG=1` runs it with 100,000 accesses and prints the figures; else with 2,000.
"""

from __future__ import annotations

import io
import itertools
import os
import resource
import time
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from sqlalchemy import text

from infra.db import unit_of_work
from openfibre.operator_change.domain.columns import file_name, headings
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


def workbook(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A workbook as spreadsheet programs write it, every text shared; made ten times as fast as a library does."""
    texts: dict[str, int] = {}

    def line(values: Iterable[str]) -> str:
        cells = (f'<c t="s"><v>{texts.setdefault(v, len(texts))}</v></c>' if v else "<c/>" for v in values)
        return f"<row>{''.join(cells)}</row>"

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for row in itertools.chain([heading], rows):
                sheet.write(line(row).encode())
            sheet.write(b"</sheetData></worksheet>")
        shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{shared}</sst>')
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="data" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
        )
        parts = (("worksheet", "worksheets/sheet1.xml", "r1"), ("sharedStrings", "sharedStrings.xml", "r2"))
        book.writestr(
            "xl/_rels/workbook.xml.rels", relations(*((f"{office}/{t}", p, r) for t, p, r in parts))
        )
        book.writestr("_rels/.rels", relations((f"{office}/officeDocument", "xl/workbook.xml", "r1")))
    return packed.getvalue()


def relations(*parts: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{r}" Type="{t}" Target="{p}"/>' for t, p, r in parts)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


COUNT = 100_000 if LONG else 2_000
MOST_SECONDS, MOST_MIB = 60, 600
PROVIDERS = (MED, MED_2)
WRITERS = {"csv": write_csv, "xlsx": workbook}
T = TypeVar("T")


def own_peak(*, begin: bool = False) -> float:
    """The most MiB that we ourselves have held since the last `begin`: what made the files does not count."""
    if begin:
        Path("/proc/self/clear_refs").write_text("5")
    line = next(each for each in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in each)
    return int(line.split()[1]) / 1024


def child_peak() -> float:
    """The most MiB that the largest child, a reader of workbooks, has held so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def cpu_seconds() -> float:
    """What we and our children have used of processors: it tells more than a clock on a shared machine."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def database_seconds() -> float:
    """What the database's processes have used of processors."""
    with unit_of_work() as session:
        backend = psutil.Process(session.scalar(text("SELECT pg_backend_pid()")))
    family = backend.parent()
    assert family is not None
    each = [process.cpu_times() for process in (family, *family.children())]
    return sum(t.user + t.system for t in each) + family.cpu_times().children_user


def made(name: str, suffix: str) -> bytes:
    """A file, row by row: what it takes to make it must not hide what it takes to read it."""
    numbers = range(1, COUNT + (1 if name != "up" else -9))
    if name in ("down", "up"):
        heading = ["access_id_gammalt", "tjanst_gammal", "datum"]
        return WRITERS[suffix](heading, ((f"AC-{n}", "Bredband", "2027-05-03") for n in numbers))
    content, row = {
        "access": (Content.ACCESS, lambda n: access_row(n, segment="PRIVAT" if n % 7 else "FORETAG")),
        "service": (Content.SERVICE, lambda n: service_row(n, PROVIDERS[n % 2])),
        "migration": (
            Content.MIGRATION,
            lambda n: migration_row(n, PROVIDERS[n % 2], anslutningsdatum="2027-05-03"),
        ),
    }[name]
    names = headings(content)
    return WRITERS[suffix](names, ([row(n).get(each, "") for each in names] for n in numbers))


@pytest.mark.timeout(1800 if LONG else 300)
@pytest.mark.parametrize("suffix", WRITERS)
def test_a_hundred_thousand_accesses(change: Change, suffix: str) -> None:
    laps: dict[str, float] = {}
    used, used_there, peaks = [0.0], [0.0], [0.0]

    def timed(name: str, file: str, do: Callable[[bytes], T]) -> T:
        data = made(file, suffix)
        own_peak(begin=True)
        began, cpu, database = time.perf_counter(), cpu_seconds(), database_seconds()
        done = do(data)
        laps[name] = round(time.perf_counter() - began, 1)
        used.append(cpu_seconds() - cpu)
        used_there.append(database_seconds() - database)
        peaks.append(own_peak())
        return done

    def sent(who: str, content: Content, file: str, *to: Party) -> None:
        name = file_name(content, suffix)
        taken = timed(
            f"{file} to {'+'.join(to)}",
            file,
            lambda data: change.send(who, content, [], *to, data=data, name=name),
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
        facts = {"filename": f"lista.{suffix}"}
        timed(
            kind.value,
            file,
            lambda data, who=who, kind=kind, facts=facts: change.do(
                who, hand_list, change.wave_id, kind, data=data, **facts
            ),
        )
    seconds, most = sum(laps.values()), max(peaks) + (child_peak() if suffix == "xlsx" else 0)
    counts = change.do("TKO", lambda session, actor, cause: lists.tally(session, change.wave_id))
    assert counts == {RowStatus.MATCHED: COUNT - 10, RowStatus.DARK: 10}
    assert change.rows(KoAccess, KoAccess.access_new.is_(None)) == []
    if LONG:
        print(f"\n{COUNT} as {suffix}: {seconds:.1f} s by the clock {laps}")
        print(
            f"processor: {sum(used):.1f} s ours, {sum(used_there):.1f} s the database's; load {os.getloadavg()[0]:.0f}"
        )
        print(f"at most {most:.0f} MiB: {max(peaks):.0f} and the reader's {most - max(peaks):.0f}")
        assert most <= MOST_MIB
    assert seconds <= MOST_SECONDS
