from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.contact_ways import ContactWays
from ...models.new_contact_ways import NewContactWays
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: NewContactWays,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/contact-ways",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ContactWays | Problem | None:
    if response.status_code == 200:
        response_200 = ContactWays.from_dict(response.json())



        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ContactWays | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewContactWays,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[ContactWays | Problem]:
    """ Set your contact ways

     All three at once, as a new version. Deliveries handed over from now on tell it; earlier ones stand
    as they were.

    Raises `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.

    Args:
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (NewContactWays): How your customers reach you, and how you want faults reported.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContactWays | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    body: NewContactWays,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> ContactWays | Problem | None:
    """ Set your contact ways

     All three at once, as a new version. Deliveries handed over from now on tell it; earlier ones stand
    as they were.

    Raises `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.

    Args:
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (NewContactWays): How your customers reach you, and how you want faults reported.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContactWays | Problem
     """


    return sync_detailed(
        client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewContactWays,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[ContactWays | Problem]:
    """ Set your contact ways

     All three at once, as a new version. Deliveries handed over from now on tell it; earlier ones stand
    as they were.

    Raises `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.

    Args:
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (NewContactWays): How your customers reach you, and how you want faults reported.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContactWays | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewContactWays,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> ContactWays | Problem | None:
    """ Set your contact ways

     All three at once, as a new version. Deliveries handed over from now on tell it; earlier ones stand
    as they were.

    Raises `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.

    Args:
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (NewContactWays): How your customers reach you, and how you want faults reported.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContactWays | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )).parsed
