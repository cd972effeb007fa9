from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.contact_in import ContactIn
from ...models.displacement import Displacement
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    *,
    body: ContactIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/port-unblockings/{case_id}/contact".format(case_id=quote(str(case_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Displacement | Problem | None:
    if response.status_code == 200:
        response_200 = Displacement.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Displacement | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ContactIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Response[Displacement | Problem]:
    """ Record contact with your consumer

     Steps 12–13, for a displaced service. Only this starts the time to answer.

    Raises `CONTACT_IN_FUTURE`, `EMAIL_NOT_USABLE`, `ILLEGAL_TRANSITION`, `LETTER_ADDRESS_WRONG`,
    `NOT_THE_DISPLACED_PROVIDER`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (ContactIn): You have contacted your consumer (step 13): the time to answer begins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Displacement | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
body=body,
idempotency_key=idempotency_key,
if_match=if_match,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ContactIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Displacement | Problem | None:
    """ Record contact with your consumer

     Steps 12–13, for a displaced service. Only this starts the time to answer.

    Raises `CONTACT_IN_FUTURE`, `EMAIL_NOT_USABLE`, `ILLEGAL_TRANSITION`, `LETTER_ADDRESS_WRONG`,
    `NOT_THE_DISPLACED_PROVIDER`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (ContactIn): You have contacted your consumer (step 13): the time to answer begins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Displacement | Problem
     """


    return sync_detailed(
        case_id=case_id,
client=client,
body=body,
idempotency_key=idempotency_key,
if_match=if_match,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ContactIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Response[Displacement | Problem]:
    """ Record contact with your consumer

     Steps 12–13, for a displaced service. Only this starts the time to answer.

    Raises `CONTACT_IN_FUTURE`, `EMAIL_NOT_USABLE`, `ILLEGAL_TRANSITION`, `LETTER_ADDRESS_WRONG`,
    `NOT_THE_DISPLACED_PROVIDER`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (ContactIn): You have contacted your consumer (step 13): the time to answer begins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Displacement | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
body=body,
idempotency_key=idempotency_key,
if_match=if_match,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ContactIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Displacement | Problem | None:
    """ Record contact with your consumer

     Steps 12–13, for a displaced service. Only this starts the time to answer.

    Raises `CONTACT_IN_FUTURE`, `EMAIL_NOT_USABLE`, `ILLEGAL_TRANSITION`, `LETTER_ADDRESS_WRONG`,
    `NOT_THE_DISPLACED_PROVIDER`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (ContactIn): You have contacted your consumer (step 13): the time to answer begins.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Displacement | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
client=client,
body=body,
idempotency_key=idempotency_key,
if_match=if_match,

    )).parsed
