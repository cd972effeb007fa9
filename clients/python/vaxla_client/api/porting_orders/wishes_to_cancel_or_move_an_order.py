from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_wish_page import ChosenWishPage
from ...models.problem import Problem
from ...models.wish_kind import WishKind
from ...models.wish_page import WishPage
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    order_id: UUID,
    *,
    kind: None | Unset | WishKind = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, WishKind):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

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
        "url": "/api/v1/porting-orders/{order_id}/wishes".format(order_id=quote(str(order_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenWishPage | WishPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenWishPage | WishPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = WishPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenWishPage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenWishPage | WishPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    kind: None | Unset | WishKind = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenWishPage | WishPage | Problem]:
    """ Wishes to cancel or move an order

     Every wish, with the donor's answer, the newest first.

    Args:
        order_id (UUID):
        kind (None | Unset | WishKind):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenWishPage | WishPage | Problem]
     """


    kwargs = _get_kwargs(
        order_id=order_id,
kind=kind,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    kind: None | Unset | WishKind = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenWishPage | WishPage | Problem | None:
    """ Wishes to cancel or move an order

     Every wish, with the donor's answer, the newest first.

    Args:
        order_id (UUID):
        kind (None | Unset | WishKind):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenWishPage | WishPage | Problem
     """


    return sync_detailed(
        order_id=order_id,
client=client,
kind=kind,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    kind: None | Unset | WishKind = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenWishPage | WishPage | Problem]:
    """ Wishes to cancel or move an order

     Every wish, with the donor's answer, the newest first.

    Args:
        order_id (UUID):
        kind (None | Unset | WishKind):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenWishPage | WishPage | Problem]
     """


    kwargs = _get_kwargs(
        order_id=order_id,
kind=kind,
fields=fields,
limit=limit,
cursor=cursor,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    order_id: UUID,
    *,
    client: AuthenticatedClient,
    kind: None | Unset | WishKind = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenWishPage | WishPage | Problem | None:
    """ Wishes to cancel or move an order

     Every wish, with the donor's answer, the newest first.

    Args:
        order_id (UUID):
        kind (None | Unset | WishKind):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenWishPage | WishPage | Problem
     """


    return (await asyncio_detailed(
        order_id=order_id,
client=client,
kind=kind,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
