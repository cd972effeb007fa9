from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.fee_quote import FeeQuote
from ...models.problem import Problem
from ...models.quote_for_case import QuoteForCase
from ...models.quote_for_numbers import QuoteForNumbers
from ...models.quote_for_order import QuoteForOrder
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: QuoteForCase | QuoteForNumbers | QuoteForOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/fee-quotes",
    }

    
    if isinstance(body, QuoteForNumbers):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, QuoteForCase):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()


    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FeeQuote | Problem | None:
    if response.status_code == 201:
        response_201 = FeeQuote.from_dict(response.json())



        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())



        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())



        return response_413

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FeeQuote | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: QuoteForCase | QuoteForNumbers | QuoteForOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[FeeQuote | Problem]:
    """ Ask what porting will cost

     For numbers, for a case, or for one order: what the next request of each series costs, and whom.

    Nothing is ordered, and nothing is owed by it. Raises `NUMBERS_REFUSED`, `NOTHING_TO_QUOTE`,
    `DONOR_UNKNOWN`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (QuoteForCase | QuoteForNumbers | QuoteForOrder):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FeeQuote | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    body: QuoteForCase | QuoteForNumbers | QuoteForOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> FeeQuote | Problem | None:
    """ Ask what porting will cost

     For numbers, for a case, or for one order: what the next request of each series costs, and whom.

    Nothing is ordered, and nothing is owed by it. Raises `NUMBERS_REFUSED`, `NOTHING_TO_QUOTE`,
    `DONOR_UNKNOWN`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (QuoteForCase | QuoteForNumbers | QuoteForOrder):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FeeQuote | Problem
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: QuoteForCase | QuoteForNumbers | QuoteForOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[FeeQuote | Problem]:
    """ Ask what porting will cost

     For numbers, for a case, or for one order: what the next request of each series costs, and whom.

    Nothing is ordered, and nothing is owed by it. Raises `NUMBERS_REFUSED`, `NOTHING_TO_QUOTE`,
    `DONOR_UNKNOWN`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (QuoteForCase | QuoteForNumbers | QuoteForOrder):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FeeQuote | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    body: QuoteForCase | QuoteForNumbers | QuoteForOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> FeeQuote | Problem | None:
    """ Ask what porting will cost

     For numbers, for a case, or for one order: what the next request of each series costs, and whom.

    Nothing is ordered, and nothing is owed by it. Raises `NUMBERS_REFUSED`, `NOTHING_TO_QUOTE`,
    `DONOR_UNKNOWN`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (QuoteForCase | QuoteForNumbers | QuoteForOrder):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FeeQuote | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
