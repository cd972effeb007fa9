from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_reseller_page import ChosenResellerPage
from ...models.problem import Problem
from ...models.reseller_page import ResellerPage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    scope: str | Unset = '',
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["scope"] = scope

    params["fields"] = fields

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/resellers",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenResellerPage | ResellerPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenResellerPage | ResellerPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = ResellerPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenResellerPage.from_dict(data)



            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenResellerPage | ResellerPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    scope: str | Unset = '',
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenResellerPage | ResellerPage | Problem]:
    """ List the resellers under you

     However far down they stand: each one's id is the `reseller_id` of lists and feeds. Empty for most.

    Args:
        scope (str | Unset): Only those over whom you are lent it. Default: ''.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenResellerPage | ResellerPage | Problem]
     """


    kwargs = _get_kwargs(
        scope=scope,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    scope: str | Unset = '',
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenResellerPage | ResellerPage | Problem | None:
    """ List the resellers under you

     However far down they stand: each one's id is the `reseller_id` of lists and feeds. Empty for most.

    Args:
        scope (str | Unset): Only those over whom you are lent it. Default: ''.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenResellerPage | ResellerPage | Problem
     """


    return sync_detailed(
        client=client,
scope=scope,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    scope: str | Unset = '',
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenResellerPage | ResellerPage | Problem]:
    """ List the resellers under you

     However far down they stand: each one's id is the `reseller_id` of lists and feeds. Empty for most.

    Args:
        scope (str | Unset): Only those over whom you are lent it. Default: ''.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenResellerPage | ResellerPage | Problem]
     """


    kwargs = _get_kwargs(
        scope=scope,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    scope: str | Unset = '',
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenResellerPage | ResellerPage | Problem | None:
    """ List the resellers under you

     However far down they stand: each one's id is the `reseller_id` of lists and feeds. Empty for most.

    Args:
        scope (str | Unset): Only those over whom you are lent it. Default: ''.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenResellerPage | ResellerPage | Problem
     """


    return (await asyncio_detailed(
        client=client,
scope=scope,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
