from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_contact_ways_page import ChosenContactWaysPage
from ...models.contact_ways_page import ContactWaysPage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: int | None | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["fields"] = fields

    params["limit"] = limit

    json_cursor: int | None | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/contact-ways/versions",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenContactWaysPage | ContactWaysPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenContactWaysPage | ContactWaysPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = ContactWaysPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenContactWaysPage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenContactWaysPage | ContactWaysPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: int | None | Unset = UNSET,

) -> Response[ChosenContactWaysPage | ContactWaysPage | Problem]:
    """ Versions of your contact ways

     The newest first: who changed them, when, and what stood there.

    Args:
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenContactWaysPage | ContactWaysPage | Problem]
     """


    kwargs = _get_kwargs(
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
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: int | None | Unset = UNSET,

) -> ChosenContactWaysPage | ContactWaysPage | Problem | None:
    """ Versions of your contact ways

     The newest first: who changed them, when, and what stood there.

    Args:
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenContactWaysPage | ContactWaysPage | Problem
     """


    return sync_detailed(
        client=client,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: int | None | Unset = UNSET,

) -> Response[ChosenContactWaysPage | ContactWaysPage | Problem]:
    """ Versions of your contact ways

     The newest first: who changed them, when, and what stood there.

    Args:
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenContactWaysPage | ContactWaysPage | Problem]
     """


    kwargs = _get_kwargs(
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
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: int | None | Unset = UNSET,

) -> ChosenContactWaysPage | ContactWaysPage | Problem | None:
    """ Versions of your contact ways

     The newest first: who changed them, when, and what stood there.

    Args:
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenContactWaysPage | ContactWaysPage | Problem
     """


    return (await asyncio_detailed(
        client=client,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
