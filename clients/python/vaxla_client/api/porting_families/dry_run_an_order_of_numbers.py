from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.family_order import FamilyOrder
from ...models.problem import Problem
from ...models.validation import Validation
from typing import cast



def _get_kwargs(
    *,
    body: FamilyOrder,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/porting-families/validations",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Validation | None:
    if response.status_code == 200:
        response_200 = Validation.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Validation]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: FamilyOrder,

) -> Response[Problem | Validation]:
    """ Dry-run an order of numbers

     The same code as the order itself, with nothing stored: every fault of every number.

    Raises `TOO_MANY_NUMBERS`, `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG` when the customer itself has no
    right number.

    Args:
        body (FamilyOrder): Numbers to port. A fault of one never stops the others, unless
            `all_or_nothing` asks for that.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Validation]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    body: FamilyOrder,

) -> Problem | Validation | None:
    """ Dry-run an order of numbers

     The same code as the order itself, with nothing stored: every fault of every number.

    Raises `TOO_MANY_NUMBERS`, `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG` when the customer itself has no
    right number.

    Args:
        body (FamilyOrder): Numbers to port. A fault of one never stops the others, unless
            `all_or_nothing` asks for that.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Validation
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: FamilyOrder,

) -> Response[Problem | Validation]:
    """ Dry-run an order of numbers

     The same code as the order itself, with nothing stored: every fault of every number.

    Raises `TOO_MANY_NUMBERS`, `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG` when the customer itself has no
    right number.

    Args:
        body (FamilyOrder): Numbers to port. A fault of one never stops the others, unless
            `all_or_nothing` asks for that.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Validation]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    body: FamilyOrder,

) -> Problem | Validation | None:
    """ Dry-run an order of numbers

     The same code as the order itself, with nothing stored: every fault of every number.

    Raises `TOO_MANY_NUMBERS`, `DATE_OUT_OF_RANGE`, `OWNER_ID_WRONG` when the customer itself has no
    right number.

    Args:
        body (FamilyOrder): Numbers to port. A fault of one never stops the others, unless
            `all_or_nothing` asks for that.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Validation
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
