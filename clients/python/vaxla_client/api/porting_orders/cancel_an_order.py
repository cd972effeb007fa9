from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.cancel_wish import CancelWish
from ...models.problem import Problem
from ...models.wish import Wish
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    order_id: UUID,
    *,
    body: CancelWish,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/porting-orders/{order_id}/cancellations".format(order_id=quote(str(order_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Wish | None:
    if response.status_code == 202:
        response_202 = Wish.from_dict(response.json())



        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())



        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())



        return response_412

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Wish]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    body: CancelWish,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[Problem | Wish]:
    """ Cancel an order

     At once while nothing lies at the donor; else it is asked, and may refuse.

    Raises `TOO_LATE_TO_STOP` after its stop deadline, `WISH_ALREADY_OPEN`, `ILLEGAL_TRANSITION`.

    Also raises `NOT_AT_DONOR`, `REQUEST_ON_ITS_WAY`.

    Args:
        order_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (CancelWish): Why the order is to be stopped.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Wish]
     """


    kwargs = _get_kwargs(
        order_id=order_id,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    body: CancelWish,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Problem | Wish | None:
    """ Cancel an order

     At once while nothing lies at the donor; else it is asked, and may refuse.

    Raises `TOO_LATE_TO_STOP` after its stop deadline, `WISH_ALREADY_OPEN`, `ILLEGAL_TRANSITION`.

    Also raises `NOT_AT_DONOR`, `REQUEST_ON_ITS_WAY`.

    Args:
        order_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (CancelWish): Why the order is to be stopped.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Wish
     """


    return sync_detailed(
        order_id=order_id,
client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    body: CancelWish,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[Problem | Wish]:
    """ Cancel an order

     At once while nothing lies at the donor; else it is asked, and may refuse.

    Raises `TOO_LATE_TO_STOP` after its stop deadline, `WISH_ALREADY_OPEN`, `ILLEGAL_TRANSITION`.

    Also raises `NOT_AT_DONOR`, `REQUEST_ON_ITS_WAY`.

    Args:
        order_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (CancelWish): Why the order is to be stopped.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Wish]
     """


    kwargs = _get_kwargs(
        order_id=order_id,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    body: CancelWish,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Problem | Wish | None:
    """ Cancel an order

     At once while nothing lies at the donor; else it is asked, and may refuse.

    Raises `TOO_LATE_TO_STOP` after its stop deadline, `WISH_ALREADY_OPEN`, `ILLEGAL_TRANSITION`.

    Also raises `NOT_AT_DONOR`, `REQUEST_ON_ITS_WAY`.

    Args:
        order_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (CancelWish): Why the order is to be stopped.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Wish
     """


    return (await asyncio_detailed(
        order_id=order_id,
client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )).parsed
