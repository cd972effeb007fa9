from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_invoice_page import ChosenInvoicePage
from ...models.invoice_kind import InvoiceKind
from ...models.invoice_page import InvoicePage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime



def _get_kwargs(
    *,
    customer_id: None | Unset | UUID = UNSET,
    kind: InvoiceKind | None | Unset = UNSET,
    issued_from: datetime.date | None | Unset = UNSET,
    issued_to: datetime.date | None | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_customer_id: None | str | Unset
    if isinstance(customer_id, Unset):
        json_customer_id = UNSET
    elif isinstance(customer_id, UUID):
        json_customer_id = str(customer_id)
    else:
        json_customer_id = customer_id
    params["customer_id"] = json_customer_id

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, InvoiceKind):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_issued_from: None | str | Unset
    if isinstance(issued_from, Unset):
        json_issued_from = UNSET
    elif isinstance(issued_from, datetime.date):
        json_issued_from = issued_from.isoformat()
    else:
        json_issued_from = issued_from
    params["issued_from"] = json_issued_from

    json_issued_to: None | str | Unset
    if isinstance(issued_to, Unset):
        json_issued_to = UNSET
    elif isinstance(issued_to, datetime.date):
        json_issued_to = issued_to.isoformat()
    else:
        json_issued_to = issued_to
    params["issued_to"] = json_issued_to

    params["fields"] = fields

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    elif isinstance(cursor, UUID):
        json_cursor = str(cursor)
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/invoices",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenInvoicePage | InvoicePage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenInvoicePage | InvoicePage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = InvoicePage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenInvoicePage.from_dict(data)



            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())



        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())



        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())



        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())



        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenInvoicePage | InvoicePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    customer_id: None | Unset | UUID = UNSET,
    kind: InvoiceKind | None | Unset = UNSET,
    issued_from: datetime.date | None | Unset = UNSET,
    issued_to: datetime.date | None | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenInvoicePage | InvoicePage | Problem]:
    """ List invoicing bases

     Of your customers, oldest first, a page at a time. Filters narrow together.

    Args:
        customer_id (None | Unset | UUID):
        kind (InvoiceKind | None | Unset):
        issued_from (datetime.date | None | Unset):
        issued_to (datetime.date | None | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenInvoicePage | InvoicePage | Problem]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
kind=kind,
issued_from=issued_from,
issued_to=issued_to,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    customer_id: None | Unset | UUID = UNSET,
    kind: InvoiceKind | None | Unset = UNSET,
    issued_from: datetime.date | None | Unset = UNSET,
    issued_to: datetime.date | None | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenInvoicePage | InvoicePage | Problem | None:
    """ List invoicing bases

     Of your customers, oldest first, a page at a time. Filters narrow together.

    Args:
        customer_id (None | Unset | UUID):
        kind (InvoiceKind | None | Unset):
        issued_from (datetime.date | None | Unset):
        issued_to (datetime.date | None | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenInvoicePage | InvoicePage | Problem
     """


    return sync_detailed(
        client=client,
customer_id=customer_id,
kind=kind,
issued_from=issued_from,
issued_to=issued_to,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    customer_id: None | Unset | UUID = UNSET,
    kind: InvoiceKind | None | Unset = UNSET,
    issued_from: datetime.date | None | Unset = UNSET,
    issued_to: datetime.date | None | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenInvoicePage | InvoicePage | Problem]:
    """ List invoicing bases

     Of your customers, oldest first, a page at a time. Filters narrow together.

    Args:
        customer_id (None | Unset | UUID):
        kind (InvoiceKind | None | Unset):
        issued_from (datetime.date | None | Unset):
        issued_to (datetime.date | None | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenInvoicePage | InvoicePage | Problem]
     """


    kwargs = _get_kwargs(
        customer_id=customer_id,
kind=kind,
issued_from=issued_from,
issued_to=issued_to,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    customer_id: None | Unset | UUID = UNSET,
    kind: InvoiceKind | None | Unset = UNSET,
    issued_from: datetime.date | None | Unset = UNSET,
    issued_to: datetime.date | None | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenInvoicePage | InvoicePage | Problem | None:
    """ List invoicing bases

     Of your customers, oldest first, a page at a time. Filters narrow together.

    Args:
        customer_id (None | Unset | UUID):
        kind (InvoiceKind | None | Unset):
        issued_from (datetime.date | None | Unset):
        issued_to (datetime.date | None | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenInvoicePage | InvoicePage | Problem
     """


    return (await asyncio_detailed(
        client=client,
customer_id=customer_id,
kind=kind,
issued_from=issued_from,
issued_to=issued_to,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
