from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_subscription_page import ChosenSubscriptionPage
from ...models.problem import Problem
from ...models.subscription_page import SubscriptionPage
from ...models.subscription_state import SubscriptionState
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    state: None | SubscriptionState | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, SubscriptionState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

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
        "url": "/api/v1/webhook-subscriptions",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenSubscriptionPage | SubscriptionPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenSubscriptionPage | SubscriptionPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = SubscriptionPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenSubscriptionPage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenSubscriptionPage | SubscriptionPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: None | SubscriptionState | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenSubscriptionPage | SubscriptionPage | Problem]:
    """ List your webhook subscriptions

     Oldest first. Deleted ones are not shown.

    Args:
        state (None | SubscriptionState | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenSubscriptionPage | SubscriptionPage | Problem]
     """


    kwargs = _get_kwargs(
        state=state,
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
    state: None | SubscriptionState | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenSubscriptionPage | SubscriptionPage | Problem | None:
    """ List your webhook subscriptions

     Oldest first. Deleted ones are not shown.

    Args:
        state (None | SubscriptionState | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenSubscriptionPage | SubscriptionPage | Problem
     """


    return sync_detailed(
        client=client,
state=state,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: None | SubscriptionState | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenSubscriptionPage | SubscriptionPage | Problem]:
    """ List your webhook subscriptions

     Oldest first. Deleted ones are not shown.

    Args:
        state (None | SubscriptionState | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenSubscriptionPage | SubscriptionPage | Problem]
     """


    kwargs = _get_kwargs(
        state=state,
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
    state: None | SubscriptionState | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenSubscriptionPage | SubscriptionPage | Problem | None:
    """ List your webhook subscriptions

     Oldest first. Deleted ones are not shown.

    Args:
        state (None | SubscriptionState | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenSubscriptionPage | SubscriptionPage | Problem
     """


    return (await asyncio_detailed(
        client=client,
state=state,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
