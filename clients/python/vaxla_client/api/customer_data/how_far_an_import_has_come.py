from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_data_import import ChosenDataImport
from ...models.data_import import DataImport
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    import_id: UUID,
    *,
    fields: str | Unset = '',
    if_none_match: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match



    

    params: dict[str, Any] = {}

    params["fields"] = fields


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/delivery-cases/{case_id}/customer-data/imports/{import_id}".format(case_id=quote(str(case_id), safe=""),import_id=quote(str(import_id), safe=""),),
        "params": params,
    }


    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | ChosenDataImport | DataImport | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenDataImport | DataImport:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = DataImport.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenDataImport.from_dict(data)



            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | ChosenDataImport | DataImport | Problem]:
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
    fields: str | Unset = '',
    if_none_match: str | Unset = UNSET,

) -> Response[Any | ChosenDataImport | DataImport | Problem]:
    """ How far an import has come

     In rows, as the worker says. Ask again until it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ChosenDataImport | DataImport | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
import_id=import_id,
fields=fields,
if_none_match=if_none_match,

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
    fields: str | Unset = '',
    if_none_match: str | Unset = UNSET,

) -> Any | ChosenDataImport | DataImport | Problem | None:
    """ How far an import has come

     In rows, as the worker says. Ask again until it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ChosenDataImport | DataImport | Problem
     """


    return sync_detailed(
        case_id=case_id,
import_id=import_id,
client=client,
fields=fields,
if_none_match=if_none_match,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    fields: str | Unset = '',
    if_none_match: str | Unset = UNSET,

) -> Response[Any | ChosenDataImport | DataImport | Problem]:
    """ How far an import has come

     In rows, as the worker says. Ask again until it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ChosenDataImport | DataImport | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
import_id=import_id,
fields=fields,
if_none_match=if_none_match,

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
    fields: str | Unset = '',
    if_none_match: str | Unset = UNSET,

) -> Any | ChosenDataImport | DataImport | Problem | None:
    """ How far an import has come

     In rows, as the worker says. Ask again until it has ended.

    Args:
        case_id (UUID):
        import_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ChosenDataImport | DataImport | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
import_id=import_id,
client=client,
fields=fields,
if_none_match=if_none_match,

    )).parsed
