from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_listed_group_page import ChosenListedGroupPage
from ...models.listed_group_page import ListedGroupPage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    case_id: UUID,
    version_id: UUID,
    *,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["fields"] = fields

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    elif isinstance(cursor, UUID):
        json_cursor = str(cursor)
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/delivery-cases/{case_id}/customer-data/versions/{version_id}/groups".format(case_id=quote(str(case_id), safe=""),version_id=quote(str(version_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenListedGroupPage | ListedGroupPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenListedGroupPage | ListedGroupPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = ListedGroupPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenListedGroupPage.from_dict(data)



            return response_200_type_1

        response_200 = _parse_response_200(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenListedGroupPage | ListedGroupPage | Problem]:
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
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenListedGroupPage | ListedGroupPage | Problem]:
    """ The answer groups of a version

     In the order of the list.

    Args:
        case_id (UUID):
        version_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenListedGroupPage | ListedGroupPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
version_id=version_id,
fields=fields,
limit=limit,
cursor=cursor,

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
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenListedGroupPage | ListedGroupPage | Problem | None:
    """ The answer groups of a version

     In the order of the list.

    Args:
        case_id (UUID):
        version_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenListedGroupPage | ListedGroupPage | Problem
     """


    return sync_detailed(
        case_id=case_id,
version_id=version_id,
client=client,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    case_id: UUID,
    version_id: UUID,
    *,
    client: AuthenticatedClient,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenListedGroupPage | ListedGroupPage | Problem]:
    """ The answer groups of a version

     In the order of the list.

    Args:
        case_id (UUID):
        version_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenListedGroupPage | ListedGroupPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
version_id=version_id,
fields=fields,
limit=limit,
cursor=cursor,

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
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenListedGroupPage | ListedGroupPage | Problem | None:
    """ The answer groups of a version

     In the order of the list.

    Args:
        case_id (UUID):
        version_id (UUID):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenListedGroupPage | ListedGroupPage | Problem
     """


    return (await asyncio_detailed(
        case_id=case_id,
version_id=version_id,
client=client,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
