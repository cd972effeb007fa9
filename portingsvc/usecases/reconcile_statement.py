"""Hold the gateway's statement against our ledger, line by line (NP-03 R5)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from kernel.ids import new_id
from portingsvc import repository
from portingsvc.gateways.clearinghouse import Charge, Clearinghouse
from portingsvc.models import StatementLine, StatementMatch


def reconcile_statement(gateway: Clearinghouse) -> dict[StatementMatch, int]:
    """Fetch the statement and judge every line. Done again, lines are judged anew, never doubled.

    Raises `GatewayUnavailable`.
    """
    charges = gateway.statement()
    counts = dict.fromkeys(StatementMatch, 0)
    with unit_of_work() as session:
        now = current(session)
        known = repository.donor_costs(session, [each.dossier_id for each in charges])
        rows = []
        for charge in charges:
            attempt_id, ledger = known.get(charge.dossier_id, (None, None))
            match = _match(charge, attempt_id, ledger)
            counts[match] += 1
            rows.append(
                {
                    "id": new_id(),
                    "gateway": gateway.name,
                    "dossier_id": charge.dossier_id,
                    "series": charge.series,
                    "amount_ore": charge.amount_ore,
                    "charged_at": charge.at,
                    "attempt_id": attempt_id,
                    "ledger_ore": ledger,
                    "match": match,
                    "checked_at": now,
                }
            )
        _store(session, rows)
    return counts


def _match(charge: Charge, attempt_id: UUID | None, ledger: int | None) -> StatementMatch:
    if attempt_id is None:
        return StatementMatch.UNKNOWN_DOSSIER
    if ledger is None:
        return StatementMatch.NOT_IN_LEDGER
    return StatementMatch.MATCHED if ledger == charge.amount_ore else StatementMatch.AMOUNT_DIFFERS


def _store(session: Session, rows: Sequence[dict[str, object]]) -> None:
    if not rows:
        return
    adding = insert(StatementLine)
    changed = {
        name: adding.excluded[name]
        for name in ("amount_ore", "attempt_id", "ledger_ore", "match", "checked_at")
    }
    session.execute(
        adding.values(rows).on_conflict_do_update(index_elements=["gateway", "dossier_id"], set_=changed)
    )
