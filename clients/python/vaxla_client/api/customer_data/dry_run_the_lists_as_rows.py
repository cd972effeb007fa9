from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_rows import ListRows
from ...models.list_validation import ListValidation
from ...models.problem import Problem
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    *,
    body: ListRows,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/delivery-cases/{case_id}/customer-data/validations".format(case_id=quote(str(case_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ListValidation | Problem | None:
    if response.status_code == 200:
        response_200 = ListValidation.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ListValidation | Problem]:
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
    body: ListRows,

) -> Response[ListValidation | Problem]:
    """ Dry-run the lists as rows

     The same code with nothing stored: every finding, and what would change for the users.

    Args:
        case_id (UUID):
        body (ListRows): The lists, whole: what is not there is no longer in them. Larger ones are
            uploaded as a file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListValidation | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ListRows,

) -> ListValidation | Problem | None:
    """ Dry-run the lists as rows

     The same code with nothing stored: every finding, and what would change for the users.

    Args:
        case_id (UUID):
        body (ListRows): The lists, whole: what is not there is no longer in them. Larger ones are
            uploaded as a file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListValidation | Problem
     """


    return sync_detailed(
        case_id=case_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ListRows,

) -> Response[ListValidation | Problem]:
    """ Dry-run the lists as rows

     The same code with nothing stored: every finding, and what would change for the users.

    Args:
        case_id (UUID):
        body (ListRows): The lists, whole: what is not there is no longer in them. Larger ones are
            uploaded as a file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListValidation | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ListRows,

) -> ListValidation | Problem | None:
    """ Dry-run the lists as rows

     The same code with nothing stored: every finding, and what would change for the users.

    Args:
        case_id (UUID):
        body (ListRows): The lists, whole: what is not there is no longer in them. Larger ones are
            uploaded as a file.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListValidation | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
client=client,
body=body,

    )).parsed
