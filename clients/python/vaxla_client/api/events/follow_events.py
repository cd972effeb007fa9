from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    *,
    cursor: None | str | Unset = UNSET,
    type_: list[str] | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    last_event_id: None | str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["last-event-id"] = last_event_id



    

    params: dict[str, Any] = {}

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_type_: list[str] | None | Unset
    if isinstance(type_, Unset):
        json_type_ = UNSET
    elif isinstance(type_, list):
        json_type_ = type_


    else:
        json_type_ = type_
    params["type"] = json_type_

    json_reseller_id: None | str | Unset
    if isinstance(reseller_id, Unset):
        json_reseller_id = UNSET
    elif isinstance(reseller_id, UUID):
        json_reseller_id = str(reseller_id)
    else:
        json_reseller_id = reseller_id
    params["reseller_id"] = json_reseller_id


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events/stream",
        "params": params,
    }


    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    type_: list[str] | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    last_event_id: None | str | Unset = UNSET,

) -> Response[Problem | str]:
    """ Follow your events as they come

     Server-sent events over the same sequence, from `cursor`, or from `Last-Event-ID` after a broken
    line.

    A comment is sent every 15 seconds, so that both sides see a broken line. The stream ends with your
    access token:
    connect again with a new one and `Last-Event-ID`. At most five streams at a time.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `STREAMS_FULL`.

    Args:
        cursor (None | str | Unset):
        type_ (list[str] | None | Unset): Only these types; may be given more than once.
        reseller_id (None | Unset | UUID): The feed of this reseller under you, with places and
            cursors of its own. Yours unless given.
        last_event_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
     """


    kwargs = _get_kwargs(
        cursor=cursor,
type_=type_,
reseller_id=reseller_id,
last_event_id=last_event_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    type_: list[str] | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    last_event_id: None | str | Unset = UNSET,

) -> Problem | str | None:
    """ Follow your events as they come

     Server-sent events over the same sequence, from `cursor`, or from `Last-Event-ID` after a broken
    line.

    A comment is sent every 15 seconds, so that both sides see a broken line. The stream ends with your
    access token:
    connect again with a new one and `Last-Event-ID`. At most five streams at a time.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `STREAMS_FULL`.

    Args:
        cursor (None | str | Unset):
        type_ (list[str] | None | Unset): Only these types; may be given more than once.
        reseller_id (None | Unset | UUID): The feed of this reseller under you, with places and
            cursors of its own. Yours unless given.
        last_event_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
     """


    return sync_detailed(
        client=client,
cursor=cursor,
type_=type_,
reseller_id=reseller_id,
last_event_id=last_event_id,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    type_: list[str] | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    last_event_id: None | str | Unset = UNSET,

) -> Response[Problem | str]:
    """ Follow your events as they come

     Server-sent events over the same sequence, from `cursor`, or from `Last-Event-ID` after a broken
    line.

    A comment is sent every 15 seconds, so that both sides see a broken line. The stream ends with your
    access token:
    connect again with a new one and `Last-Event-ID`. At most five streams at a time.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `STREAMS_FULL`.

    Args:
        cursor (None | str | Unset):
        type_ (list[str] | None | Unset): Only these types; may be given more than once.
        reseller_id (None | Unset | UUID): The feed of this reseller under you, with places and
            cursors of its own. Yours unless given.
        last_event_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
     """


    kwargs = _get_kwargs(
        cursor=cursor,
type_=type_,
reseller_id=reseller_id,
last_event_id=last_event_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    type_: list[str] | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    last_event_id: None | str | Unset = UNSET,

) -> Problem | str | None:
    """ Follow your events as they come

     Server-sent events over the same sequence, from `cursor`, or from `Last-Event-ID` after a broken
    line.

    A comment is sent every 15 seconds, so that both sides see a broken line. The stream ends with your
    access token:
    connect again with a new one and `Last-Event-ID`. At most five streams at a time.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `STREAMS_FULL`.

    Args:
        cursor (None | str | Unset):
        type_ (list[str] | None | Unset): Only these types; may be given more than once.
        reseller_id (None | Unset | UUID): The feed of this reseller under you, with places and
            cursors of its own. Yours unless given.
        last_event_id (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
     """


    return (await asyncio_detailed(
        client=client,
cursor=cursor,
type_=type_,
reseller_id=reseller_id,
last_event_id=last_event_id,

    )).parsed
