from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.checked_numbers import CheckedNumbers
from ...models.http_validation_error import HTTPValidationError
from ...models.numbers_to_check import NumbersToCheck
from typing import cast



def _get_kwargs(
    *,
    body: NumbersToCheck,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/numbers/check",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CheckedNumbers | HTTPValidationError | None:
    if response.status_code == 200:
        response_200 = CheckedNumbers.from_dict(response.json())



        return response_200

    if response.status_code == 422:
        response_422 = HTTPValidationError.from_dict(response.json())



        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CheckedNumbers | HTTPValidationError]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NumbersToCheck,

) -> Response[CheckedNumbers | HTTPValidationError]:
    """ Check numbers and series

     Nothing is stored. One bad number never blocks the others: each has its own answer.

    Args:
        body (NumbersToCheck): Numbers and series in any writing. `whole_series` are what the
            numbers are parts of, if they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CheckedNumbers | HTTPValidationError]
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
    body: NumbersToCheck,

) -> CheckedNumbers | HTTPValidationError | None:
    """ Check numbers and series

     Nothing is stored. One bad number never blocks the others: each has its own answer.

    Args:
        body (NumbersToCheck): Numbers and series in any writing. `whole_series` are what the
            numbers are parts of, if they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CheckedNumbers | HTTPValidationError
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NumbersToCheck,

) -> Response[CheckedNumbers | HTTPValidationError]:
    """ Check numbers and series

     Nothing is stored. One bad number never blocks the others: each has its own answer.

    Args:
        body (NumbersToCheck): Numbers and series in any writing. `whole_series` are what the
            numbers are parts of, if they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CheckedNumbers | HTTPValidationError]
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
    body: NumbersToCheck,

) -> CheckedNumbers | HTTPValidationError | None:
    """ Check numbers and series

     Nothing is stored. One bad number never blocks the others: each has its own answer.

    Args:
        body (NumbersToCheck): Numbers and series in any writing. `whole_series` are what the
            numbers are parts of, if they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CheckedNumbers | HTTPValidationError
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
