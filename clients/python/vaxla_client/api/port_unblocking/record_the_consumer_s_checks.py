from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.unblocking import Unblocking
from ...models.verification_in import VerificationIn
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    *,
    body: VerificationIn,
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
        "url": "/api/v1/port-unblockings/{case_id}/verification".format(case_id=quote(str(case_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Unblocking | None:
    if response.status_code == 200:
        response_200 = Unblocking.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Unblocking]:
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
    body: VerificationIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Response[Problem | Unblocking]:
    """ Record the consumer's checks

     Steps 5–6. Refused (409) while address, own services or the decision are not settled (G1–G3).

    Raises `ILLEGAL_TRANSITION`, `PERSONAL_NUMBER_IN_REFERENCE`,
    `ADDRESS_NOT_CONFIRMED`, `OWN_SERVICES_NOT_RULED_OUT`, `TERMINATION_NOT_DECIDED`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (VerificationIn): What you and your consumer found out (step 5). Leave out what you
            do not know yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Unblocking]
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
    body: VerificationIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Problem | Unblocking | None:
    """ Record the consumer's checks

     Steps 5–6. Refused (409) while address, own services or the decision are not settled (G1–G3).

    Raises `ILLEGAL_TRANSITION`, `PERSONAL_NUMBER_IN_REFERENCE`,
    `ADDRESS_NOT_CONFIRMED`, `OWN_SERVICES_NOT_RULED_OUT`, `TERMINATION_NOT_DECIDED`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (VerificationIn): What you and your consumer found out (step 5). Leave out what you
            do not know yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Unblocking
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
    body: VerificationIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Response[Problem | Unblocking]:
    """ Record the consumer's checks

     Steps 5–6. Refused (409) while address, own services or the decision are not settled (G1–G3).

    Raises `ILLEGAL_TRANSITION`, `PERSONAL_NUMBER_IN_REFERENCE`,
    `ADDRESS_NOT_CONFIRMED`, `OWN_SERVICES_NOT_RULED_OUT`, `TERMINATION_NOT_DECIDED`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (VerificationIn): What you and your consumer found out (step 5). Leave out what you
            do not know yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Unblocking]
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
    body: VerificationIn,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,

) -> Problem | Unblocking | None:
    """ Record the consumer's checks

     Steps 5–6. Refused (409) while address, own services or the decision are not settled (G1–G3).

    Raises `ILLEGAL_TRANSITION`, `PERSONAL_NUMBER_IN_REFERENCE`,
    `ADDRESS_NOT_CONFIRMED`, `OWN_SERVICES_NOT_RULED_OUT`, `TERMINATION_NOT_DECIDED`.

    Args:
        case_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        body (VerificationIn): What you and your consumer found out (step 5). Leave out what you
            do not know yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Unblocking
     """


    return (await asyncio_detailed(
        case_id=case_id,
client=client,
body=body,
idempotency_key=idempotency_key,
if_match=if_match,

    )).parsed
