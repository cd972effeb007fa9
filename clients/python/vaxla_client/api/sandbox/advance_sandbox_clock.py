from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.advance import Advance
from ...models.problem import Problem
from ...models.sandbox_clock import SandboxClock
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: Advance,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sandbox/clock",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | SandboxClock | None:
    if response.status_code == 200:
        response_200 = SandboxClock.from_dict(response.json())



        return response_200

    if response.status_code == 202:
        response_202 = SandboxClock.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | SandboxClock]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: Advance,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[Problem | SandboxClock]:
    """ Move your sandbox's clock on

     All that falls due on the way is done in its order and at its own time, webhooks and their retries
    too.

    Answered 200 when the clock has arrived; after 20 seconds 202, and it goes on by itself.

    Raises `SANDBOX_BUSY`, `SANDBOX_CLOCK_INVALID`, `SANDBOX_MISSING`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (Advance): How far: an instant, or a time from now.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SandboxClock]
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
    body: Advance,
    idempotency_key: None | str | Unset = UNSET,

) -> Problem | SandboxClock | None:
    """ Move your sandbox's clock on

     All that falls due on the way is done in its order and at its own time, webhooks and their retries
    too.

    Answered 200 when the clock has arrived; after 20 seconds 202, and it goes on by itself.

    Raises `SANDBOX_BUSY`, `SANDBOX_CLOCK_INVALID`, `SANDBOX_MISSING`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (Advance): How far: an instant, or a time from now.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SandboxClock
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: Advance,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[Problem | SandboxClock]:
    """ Move your sandbox's clock on

     All that falls due on the way is done in its order and at its own time, webhooks and their retries
    too.

    Answered 200 when the clock has arrived; after 20 seconds 202, and it goes on by itself.

    Raises `SANDBOX_BUSY`, `SANDBOX_CLOCK_INVALID`, `SANDBOX_MISSING`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (Advance): How far: an instant, or a time from now.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SandboxClock]
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
    body: Advance,
    idempotency_key: None | str | Unset = UNSET,

) -> Problem | SandboxClock | None:
    """ Move your sandbox's clock on

     All that falls due on the way is done in its order and at its own time, webhooks and their retries
    too.

    Answered 200 when the clock has arrived; after 20 seconds 202, and it goes on by itself.

    Raises `SANDBOX_BUSY`, `SANDBOX_CLOCK_INVALID`, `SANDBOX_MISSING`.

    Args:
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (Advance): How far: an instant, or a time from now.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SandboxClock
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
