from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_type_page import ChosenTypePage
from ...models.problem import Problem
from ...models.type_page import TypePage
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    about: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 500,
    cursor: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_about: None | str | Unset
    if isinstance(about, Unset):
        json_about = UNSET
    else:
        json_about = about
    params["about"] = json_about

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
        "url": "/api/v1/event-types",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenTypePage | TypePage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenTypePage | TypePage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = TypePage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenTypePage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenTypePage | TypePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    about: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 500,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenTypePage | TypePage | Problem]:
    """ Every type of event and what stands in it

     By name; `about` is the subject's type. A new one may come at any time: let your program pass over
    those.

    Args:
        about (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 500.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenTypePage | TypePage | Problem]
     """


    kwargs = _get_kwargs(
        about=about,
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
    about: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 500,
    cursor: None | str | Unset = UNSET,

) -> ChosenTypePage | TypePage | Problem | None:
    """ Every type of event and what stands in it

     By name; `about` is the subject's type. A new one may come at any time: let your program pass over
    those.

    Args:
        about (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 500.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenTypePage | TypePage | Problem
     """


    return sync_detailed(
        client=client,
about=about,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    about: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 500,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenTypePage | TypePage | Problem]:
    """ Every type of event and what stands in it

     By name; `about` is the subject's type. A new one may come at any time: let your program pass over
    those.

    Args:
        about (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 500.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenTypePage | TypePage | Problem]
     """


    kwargs = _get_kwargs(
        about=about,
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
    about: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 500,
    cursor: None | str | Unset = UNSET,

) -> ChosenTypePage | TypePage | Problem | None:
    """ Every type of event and what stands in it

     By name; `about` is the subject's type. A new one may come at any time: let your program pass over
    those.

    Args:
        about (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 500.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenTypePage | TypePage | Problem
     """


    return (await asyncio_detailed(
        client=client,
about=about,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
