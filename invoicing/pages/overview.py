"""All customers' invoicing: what is due, the runs, traffic files, the price list."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF
from infra.files import LARGEST_FILE
from infra.routing import Router
from invoicing import queries, repository
from invoicing.domain.prices import START_LIST
from invoicing.domain.usage_rows import COLUMNS, USAGE_KINDS
from invoicing.pages.office import Office, OfficeDep, read_day
from invoicing.usecases.request_run import request_run
from invoicing.usecases.set_price import set_price
from invoicing.usecases.take_in_usage import take_in_usage
from kernel.errors import DomainError

router = Router()
_HERE: Final = "/planner/invoicing"
_A_PAGE: Final = 50
Word = Annotated[str, Form(max_length=60)]


@router.get("")
def overview(office: OfficeDep, q: str = "", after: UUID | None = None) -> Response:
    """A page of the customers, and the newest runs."""
    return _overview(office, search=q, after=after)


def _overview(
    office: Office,
    refusal: DomainError | None = None,
    status: int = 200,
    *,
    search: str = "",
    after: UUID | None = None,
) -> Response:
    found = queries.agreement_lines(office.session, search=search, after=after, limit=_A_PAGE + 1)
    return office.render(
        "overview",
        refusal,
        status,
        lines=found[:_A_PAGE],
        following=found[_A_PAGE - 1].id if len(found) > _A_PAGE else None,
        search=search,
        runs=queries.run_lines(office.session),
    )


@router.post("/runs", dependencies=[CSRF])
def run(office: OfficeDep, as_of: Word = "") -> Response:
    """Ask for the bases of what is due."""
    return office.act(
        _HERE,
        lambda cause: request_run(office.session, office.actor, read_day(as_of, "as_of"), cause=cause),
        lambda refusal, status: _overview(office, refusal, status),
    )


@router.get("/usage")
def usage(office: OfficeDep) -> Response:
    """Traffic files."""
    return _usage(office)


def _usage(office: Office, refusal: DomainError | None = None, status: int = 200) -> Response:
    files = repository.usage_files(office.session)
    return office.render("usage", refusal, status, files=files, columns=COLUMNS, usage_kinds=USAGE_KINDS)


@router.post("/usage", dependencies=[CSRF])
def upload(office: OfficeDep, file: Annotated[UploadFile | str, File()] = "") -> Response:
    """Take a traffic file in."""
    name, content = (
        ("", b"") if isinstance(file, str) else (file.filename or "", file.file.read(LARGEST_FILE))
    )
    return office.act(
        f"{_HERE}/usage",
        lambda cause: take_in_usage(office.session, office.actor, content, filename=name, cause=cause),
        lambda refusal, status: _usage(office, refusal, status),
    )


@router.get("/prices")
def prices(office: OfficeDep) -> Response:
    """The price list."""
    return _prices(office)


def _prices(office: Office, refusal: DomainError | None = None, status: int = 200) -> Response:
    rows = [row for row in (*START_LIST, *repository.prices(office.session)) if row.customer_id is None]
    rows.sort(key=lambda row: row.valid_from, reverse=True)
    return office.render("prices", refusal, status, rows=rows)


@router.post("/prices", dependencies=[CSRF])
def price(office: OfficeDep, article: Word = "", price: Word = "", valid_from: Word = "") -> Response:
    """Enter a price for all customers."""
    return office.act(
        f"{_HERE}/prices",
        lambda cause: set_price(
            office.session,
            office.actor,
            article,
            price,
            read_day(valid_from, "valid_from"),
            cause=cause,
        ),
        lambda refusal, status: _prices(office, refusal, status),
    )
