"""Take SIM cards into stock from their maker's file. PIN and PUK are encrypted before they touch a table (SM-03)."""

from __future__ import annotations

from cryptography.fernet import Fernet
from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import STOCK_REFUSED
from delivery.domain.sims import StockRow, read_stock
from delivery.models import SimCard
from infra.db import ring
from infra.outbox import Subject, emit
from infra.queues import WATCH_CASES
from infra.transitions import Cause
from infra.vault import vault
from kernel.ids import new_id
from kernel.language import Text


def stock_sims(session: Session, actor: Actor, content: str, *, cause: Cause) -> int:
    """All of a file or nothing of it. Raises `SIM_STOCK_REFUSED` with every row that is wrong, `NOT_YOURS`."""
    refuse_outsiders(actor)
    rows, wrong = read_stock(content)
    repository.lock_stock(session)
    known = set(
        session.exec(select(SimCard.iccid).where(col(SimCard.iccid).in_([r.iccid for r in rows]))).all()
    )
    wrong += [
        (
            row.row,
            Text(
                sv=f"Rad {row.row}: {row.iccid} finns redan.",
                en=f"Row {row.row}: {row.iccid} is here already.",
            ),
        )
        for row in rows
        if row.iccid in known
    ]
    if wrong or not rows:
        first = wrong[0][1] if wrong else Text(sv="Filen är tom.", en="The file is empty.")
        raise STOCK_REFUSED.error(
            "file",
            count=len(wrong),
            first_sv=first.sv,
            first_en=first.en,
            rows=[number for number, _ in wrong],
        )
    safe = vault()
    session.add_all(_card(row, safe) for row in rows)
    session.flush()
    emit(
        session,
        "sim_stock.filled",
        Subject("sim_stock", new_id()),
        {"cards": len(rows)},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    ring(session, WATCH_CASES)  # somebody may be waiting for these
    return len(rows)


def _card(row: StockRow, safe: Fernet) -> SimCard:
    return SimCard(
        iccid=row.iccid,
        kind=row.kind,
        pin_encrypted=safe.encrypt(row.pin.encode()),
        puk_encrypted=safe.encrypt(row.puk.encode()),
        activation_encrypted=safe.encrypt(row.activation.encode()) if row.activation else None,
    )
