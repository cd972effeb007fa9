from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.data_import import DataImport
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    import_id: UUID,
    *,
    idempotency_key: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/delivery-cases/{case_id}/customer-data/imports/{import_id}/cancellation".format(case_id=quote(str(case_id), safe=""),import_id=quote(str(import_id), safe=""),),
    }


    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DataImport | Problem | None:
    if response.status_code == 200:
        response_200 = DataImport.from_dict(response.json())



        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DataImport | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[DataImport | Problem]:
    """ Stop an import

     Nothing of it is stored. Raises `IMPORT_OVER` once it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataImport | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
import_id=import_id,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    case_id: UUID,
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,

) -> DataImport | Problem | None:
    """ Stop an import

     Nothing of it is stored. Raises `IMPORT_OVER` once it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataImport | Problem
     """


    return sync_detailed(
        case_id=case_id,
import_id=import_id,
client=client,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[DataImport | Problem]:
    """ Stop an import

     Nothing of it is stored. Raises `IMPORT_OVER` once it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataImport | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
import_id=import_id,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    case_id: UUID,
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,

) -> DataImport | Problem | None:
    """ Stop an import

     Nothing of it is stored. Raises `IMPORT_OVER` once it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataImport | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
import_id=import_id,
client=client,
idempotency_key=idempotency_key,

    )).parsed
