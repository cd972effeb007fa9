from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.columns_in import ColumnsIn
from ...models.data_import import DataImport
from ...models.data_version import DataVersion
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    version_id: UUID,
    *,
    body: ColumnsIn,
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
        "url": "/api/v1/delivery-cases/{case_id}/customer-data/versions/{version_id}/columns".format(case_id=quote(str(case_id), safe=""),version_id=quote(str(version_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DataImport | DataVersion | Problem | None:
    if response.status_code == 200:
        response_200 = DataVersion.from_dict(response.json())



        return response_200

    if response.status_code == 201:
        response_201 = DataVersion.from_dict(response.json())



        return response_201

    if response.status_code == 202:
        response_202 = DataImport.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DataImport | DataVersion | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    version_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ColumnsIn,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[DataImport | DataVersion | Problem]:
    """ Read a version's file again, columns as you say

     The same file as a new version. What you say is remembered for the customer's next file.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, `USER_COLUMNS_MISSING`,
    `GROUP_COLUMNS_MISSING`, `SERIES_COLUMNS_MISSING`, `NOTHING_TO_MAP`, `DATA_FROZEN`,
    `FILE_TOO_LARGE`.

    Args:
        case_id (UUID):
        version_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (ColumnsIn): The sheets that are to be read otherwise; the others are read as they
            were.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataImport | DataVersion | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
version_id=version_id,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    case_id: UUID,
    version_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ColumnsIn,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> DataImport | DataVersion | Problem | None:
    """ Read a version's file again, columns as you say

     The same file as a new version. What you say is remembered for the customer's next file.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, `USER_COLUMNS_MISSING`,
    `GROUP_COLUMNS_MISSING`, `SERIES_COLUMNS_MISSING`, `NOTHING_TO_MAP`, `DATA_FROZEN`,
    `FILE_TOO_LARGE`.

    Args:
        case_id (UUID):
        version_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (ColumnsIn): The sheets that are to be read otherwise; the others are read as they
            were.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataImport | DataVersion | Problem
     """


    return sync_detailed(
        case_id=case_id,
version_id=version_id,
client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    version_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ColumnsIn,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> Response[DataImport | DataVersion | Problem]:
    """ Read a version's file again, columns as you say

     The same file as a new version. What you say is remembered for the customer's next file.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, `USER_COLUMNS_MISSING`,
    `GROUP_COLUMNS_MISSING`, `SERIES_COLUMNS_MISSING`, `NOTHING_TO_MAP`, `DATA_FROZEN`,
    `FILE_TOO_LARGE`.

    Args:
        case_id (UUID):
        version_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (ColumnsIn): The sheets that are to be read otherwise; the others are read as they
            were.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataImport | DataVersion | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
version_id=version_id,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    case_id: UUID,
    version_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ColumnsIn,
    if_match: None | str | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,

) -> DataImport | DataVersion | Problem | None:
    """ Read a version's file again, columns as you say

     The same file as a new version. What you say is remembered for the customer's next file.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, `USER_COLUMNS_MISSING`,
    `GROUP_COLUMNS_MISSING`, `SERIES_COLUMNS_MISSING`, `NOTHING_TO_MAP`, `DATA_FROZEN`,
    `FILE_TOO_LARGE`.

    Args:
        case_id (UUID):
        version_id (UUID):
        if_match (None | str | Unset): The ETag you read. The change is refused (412) when the
            resource has another by now.
        idempotency_key (None | str | Unset): Your own name for this call. The same key and body
            get the same answer for 24 hours.
        body (ColumnsIn): The sheets that are to be read otherwise; the others are read as they
            were.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataImport | DataVersion | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
version_id=version_id,
client=client,
body=body,
if_match=if_match,
idempotency_key=idempotency_key,

    )).parsed
