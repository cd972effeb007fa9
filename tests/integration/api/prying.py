"""Every operation of the OpenAPI document, called by everybody who must not: what leaks, what changes.

For each operation, each set of a tenant's ids that its path can name, and each caller: the answer must be a
refusal of the right kind, must hold nothing of the tenant's that the caller did not send, and must leave every
row of the tenant's as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

from fastapi.testclient import TestClient
from sqlalchemy import text

from accounts.access import SESSION_COOKIE
from entrypoints.postman import example, is_file, properties
from infra.db import get_engine, metadata

from .world import Tenant

# What a call may leave behind about itself, whoever made it.
TRACES: Final = {"api_request", "idempotency_record", "alembic_version"}
OPEN: Final = {"get_token", "read_key_set"}
# What is the same for every partner, so that another one may read it too.
SHARED: Final = {"what_one_kind_of_number_at_one_operator_needs"}
# A live key opens no sandbox: what these do for a test key is told by tests/integration/partners/test_sandbox*.py.
SANDBOX: Final = "/api/v1/sandbox/"
NOT_THERE: Final = frozenset({403, 404})
NO_KEY: Final = frozenset({401})
NO_RIGHT: Final = frozenset({403})
ANY: Final = frozenset({200, 201, 202, 204, 403, 404, 409, 422})
# What is sent where a file is wanted: every kind of upload takes a PDF in, if only to say what is wrong with it.
A_FILE: Final = ("fil.pdf", b"%PDF-1.4\n%%EOF\n")


@dataclass(frozen=True)
class Caller:
    """Somebody who is not the tenant: what it sends, and which refusals are right for it.

    `own` are the ids it may truly use; they are mixed with the tenant's in paths of two ids.
    """

    name: str
    refusals: frozenset[int]
    headers: dict[str, str] = field(default_factory=dict)
    cookie: str = ""
    own: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    name: str
    method: str
    path: str
    body: Any
    form: bool
    queries: tuple[str, ...]
    files: tuple[str, ...] = ()

    @property
    def parameters(self) -> list[str]:
        return [part[1:-1] for part in self.path.split("/") if part.startswith("{")]

    def ids(self, parameter: str, of: dict[str, list[str]]) -> list[str]:
        """The ids that a tenant has for a path parameter."""
        segment = self.path.split("/{" + parameter)[0].rsplit("/", 1)[1]
        found = of.get(f"{segment}/{parameter}") or of.get(parameter)
        assert found, (
            f"tests/integration/api/world.py makes nothing that {parameter} of {self.path} could name"
        )
        return found

    def addresses(self, *owners: dict[str, list[str]]) -> Iterator[str]:
        """The path with every mixture of the owners' ids that has at least one of the first."""
        names = self.parameters
        choices = [[(i, each) for i, of in enumerate(owners) for each in self.ids(n, of)] for n in names]
        for chosen in product(*choices):
            if names and all(owner != 0 for owner, _ in chosen):
                continue
            path = self.path
            for name, (_, value) in zip(names, chosen, strict=True):
                path = path.replace(f"{{{name}}}", value)
            yield path


def operations(document: dict[str, Any]) -> list[Operation]:
    """All of a document; reading first, deleting last."""
    found = []
    for path, methods in document["paths"].items():
        for method, each in methods.items():
            content = each.get("requestBody", {}).get("content", {})
            form = "application/x-www-form-urlencoded" in content
            schema = next(iter(content.values()))["schema"] if content else None
            body = example(document, schema) if schema else None
            parts = properties(document, schema) if "multipart/form-data" in content and schema else {}
            files = tuple(member for member, told in parts.items() if is_file(told))
            queries = tuple(p["name"] for p in each.get("parameters", []) if p["in"] == "query")
            found.append(Operation(each["operationId"], method.upper(), path, body, form, queries, files))
    order = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    return sorted(found, key=lambda each: order.index(each.method))


def send(client: TestClient, operation: Operation, path: str, caller: Caller, tenant: Tenant) -> Any:
    """Make the call; ids of the tenant's go into the body and the query too, wherever a name fits."""
    client.cookies.clear()
    if caller.cookie:
        client.cookies.set(SESSION_COOKIE, caller.cookie)
    query = {name: tenant.ids[name][0] for name in operation.queries if name in tenant.ids}
    body = {"data": operation.body} if operation.form else {"json": _with_ids(operation.body, tenant)}
    if operation.files:
        plain = {k: v for k, v in _with_ids(operation.body, tenant).items() if k not in operation.files}
        body = {"data": plain, "files": dict.fromkeys(operation.files, A_FILE)}
    if operation.body is None:
        body = {}
    return client.request(operation.method, path, headers=caller.headers, params=query, **body)


def _with_ids(body: Any, tenant: Tenant) -> Any:
    """A body that names the tenant's things, where it names any."""
    if isinstance(body, list):
        return [_with_ids(each, tenant) for each in body]
    if isinstance(body, dict):
        return {k: tenant.ids[k][0] if k in tenant.ids else _with_ids(v, tenant) for k, v in body.items()}
    return body


def state_of(tenant: Tenant) -> dict[str, str]:
    """A print of each table's rows that name the tenant or anything of its."""
    names = [str(tenant.organisation_id), *(each for found in tenant.ids.values() for each in found)]
    tables = [table.name for table in metadata.sorted_tables if table.name not in TRACES]
    one = "SELECT '{0}', string_agg(t::text, E'\\n' ORDER BY t::text) FROM \"{0}\" t WHERE t::text ~ :names"
    union = " UNION ALL ".join(one.format(each) for each in tables)
    with get_engine().connect() as connection:
        rows = connection.execute(text(union), {"names": "|".join(names)})
        return {name: hashlib.sha256((told or "").encode()).hexdigest() for name, told in rows}


@dataclass
class Findings:
    """What prying found."""

    combinations: int = 0
    leaks: list[str] = field(default_factory=list)


def pry(client: TestClient, found: list[Operation], tenant: Tenant, callers: list[Caller]) -> Findings:
    """Let every caller make every call with the tenant's ids."""
    findings, before = Findings(), state_of(tenant)
    for operation in found:
        made = [
            _try(client, operation, path, caller, tenant, findings)
            for caller in callers
            for path in operation.addresses(tenant.ids, *([caller.own] if caller.own else []))
        ]
        findings.combinations += len(made)
        after = state_of(tenant)
        changed = sorted(name for name in after if after[name] != before[name])
        if changed:
            findings.leaks.append(f"{operation.method} {operation.path} changed {changed}")
        before = after
    return findings


def _try(
    client: TestClient, operation: Operation, path: str, caller: Caller, tenant: Tenant, findings: Findings
) -> None:
    answer = send(client, operation, path, caller, tenant)
    told = answer.text + str(answer.headers)
    shown = sorted(mark for mark in tenant.marks if mark in told and mark not in str(answer.request.url))
    what = f"{caller.name}: {operation.method} {path} -> {answer.status_code}"
    if shown:
        findings.leaks.append(f"{what} shows {shown}")
    right = caller.refusals
    shared = not operation.parameters or operation.name in SHARED
    if operation.name in OPEN or (right is NOT_THERE and shared):
        right = ANY | {401}
    if answer.status_code not in right:
        findings.leaks.append(f"{what} is no refusal: {answer.text[:300]}")
