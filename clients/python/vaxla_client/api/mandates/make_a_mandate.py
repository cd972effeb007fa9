from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.mandate_order import MandateOrder
from ...models.porting_mandate import PortingMandate
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: MandateOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/mandates",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PortingMandate | Problem | None:
    if response.status_code == 201:
        response_201 = PortingMandate.from_dict(response.json())



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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PortingMandate | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: MandateOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[PortingMandate | Problem]:
    """ Make a mandate

     It waits for its signature: ask for it, or file the paper.

    Raises `MANDATE_FOR_ONE`, `NUMBER_REFUSED`, `DONOR_UNKNOWN`, `OWNER_ID_WRONG`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (MandateOrder): What a mandate is to cover: numbers and series in any writing, all
            with one donor, of a case or of a family.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PortingMandate | Problem]
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
    body: MandateOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> PortingMandate | Problem | None:
    """ Make a mandate

     It waits for its signature: ask for it, or file the paper.

    Raises `MANDATE_FOR_ONE`, `NUMBER_REFUSED`, `DONOR_UNKNOWN`, `OWNER_ID_WRONG`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (MandateOrder): What a mandate is to cover: numbers and series in any writing, all
            with one donor, of a case or of a family.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PortingMandate | Problem
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: MandateOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[PortingMandate | Problem]:
    """ Make a mandate

     It waits for its signature: ask for it, or file the paper.

    Raises `MANDATE_FOR_ONE`, `NUMBER_REFUSED`, `DONOR_UNKNOWN`, `OWNER_ID_WRONG`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (MandateOrder): What a mandate is to cover: numbers and series in any writing, all
            with one donor, of a case or of a family.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PortingMandate | Problem]
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
    body: MandateOrder,
    idempotency_key: None | str | Unset = UNSET,

) -> PortingMandate | Problem | None:
    """ Make a mandate

     It waits for its signature: ask for it, or file the paper.

    Raises `MANDATE_FOR_ONE`, `NUMBER_REFUSED`, `DONOR_UNKNOWN`, `OWNER_ID_WRONG`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (MandateOrder): What a mandate is to cover: numbers and series in any writing, all
            with one donor, of a case or of a family.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PortingMandate | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
