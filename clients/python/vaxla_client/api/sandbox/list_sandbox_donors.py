from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_donor_scripts import ChosenDonorScripts
from ...models.donor_scripts import DonorScripts
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    outcome: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 200,
    cursor: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_outcome: None | str | Unset
    if isinstance(outcome, Unset):
        json_outcome = UNSET
    else:
        json_outcome = outcome
    params["outcome"] = json_outcome

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
        "url": "/api/v1/sandbox/donors",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenDonorScripts | DonorScripts | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenDonorScripts | DonorScripts:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = DonorScripts.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenDonorScripts.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenDonorScripts | DonorScripts | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    outcome: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 200,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenDonorScripts | DonorScripts | Problem]:
    """ What the scripted donors do, by number

     The last two digits of an order's first number choose. Use numbers set aside for fiction.

    Args:
        outcome (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 200.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenDonorScripts | DonorScripts | Problem]
     """


    kwargs = _get_kwargs(
        outcome=outcome,
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
    outcome: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 200,
    cursor: None | str | Unset = UNSET,

) -> ChosenDonorScripts | DonorScripts | Problem | None:
    """ What the scripted donors do, by number

     The last two digits of an order's first number choose. Use numbers set aside for fiction.

    Args:
        outcome (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 200.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenDonorScripts | DonorScripts | Problem
     """


    return sync_detailed(
        client=client,
outcome=outcome,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    outcome: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 200,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenDonorScripts | DonorScripts | Problem]:
    """ What the scripted donors do, by number

     The last two digits of an order's first number choose. Use numbers set aside for fiction.

    Args:
        outcome (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 200.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenDonorScripts | DonorScripts | Problem]
     """


    kwargs = _get_kwargs(
        outcome=outcome,
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
    outcome: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 200,
    cursor: None | str | Unset = UNSET,

) -> ChosenDonorScripts | DonorScripts | Problem | None:
    """ What the scripted donors do, by number

     The last two digits of an order's first number choose. Use numbers set aside for fiction.

    Args:
        outcome (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 200.
        cursor (None | str | Unset): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenDonorScripts | DonorScripts | Problem
     """


    return (await asyncio_detailed(
        client=client,
outcome=outcome,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
