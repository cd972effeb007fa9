from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.case_page import CasePage
from ...models.chosen_case_page import ChosenCasePage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime



def _get_kwargs(
    *,
    phase: None | str | Unset = UNSET,
    external_reference: None | str | Unset = UNSET,
    org_number: None | str | Unset = UNSET,
    go_live_from: datetime.date | None | Unset = UNSET,
    go_live_to: datetime.date | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_phase: None | str | Unset
    if isinstance(phase, Unset):
        json_phase = UNSET
    else:
        json_phase = phase
    params["phase"] = json_phase

    json_external_reference: None | str | Unset
    if isinstance(external_reference, Unset):
        json_external_reference = UNSET
    else:
        json_external_reference = external_reference
    params["external_reference"] = json_external_reference

    json_org_number: None | str | Unset
    if isinstance(org_number, Unset):
        json_org_number = UNSET
    else:
        json_org_number = org_number
    params["org_number"] = json_org_number

    json_go_live_from: None | str | Unset
    if isinstance(go_live_from, Unset):
        json_go_live_from = UNSET
    elif isinstance(go_live_from, datetime.date):
        json_go_live_from = go_live_from.isoformat()
    else:
        json_go_live_from = go_live_from
    params["go_live_from"] = json_go_live_from

    json_go_live_to: None | str | Unset
    if isinstance(go_live_to, Unset):
        json_go_live_to = UNSET
    elif isinstance(go_live_to, datetime.date):
        json_go_live_to = go_live_to.isoformat()
    else:
        json_go_live_to = go_live_to
    params["go_live_to"] = json_go_live_to

    json_reseller_id: None | str | Unset
    if isinstance(reseller_id, Unset):
        json_reseller_id = UNSET
    elif isinstance(reseller_id, UUID):
        json_reseller_id = str(reseller_id)
    else:
        json_reseller_id = reseller_id
    params["reseller_id"] = json_reseller_id

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
        "url": "/api/v1/delivery-cases",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> CasePage | ChosenCasePage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> CasePage | ChosenCasePage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = CasePage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenCasePage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[CasePage | ChosenCasePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    phase: None | str | Unset = UNSET,
    external_reference: None | str | Unset = UNSET,
    org_number: None | str | Unset = UNSET,
    go_live_from: datetime.date | None | Unset = UNSET,
    go_live_to: datetime.date | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[CasePage | ChosenCasePage | Problem]:
    """ List your delivery cases

     Oldest first, a page at a time. Filters narrow together.

    Args:
        phase (None | str | Unset):
        external_reference (None | str | Unset):
        org_number (None | str | Unset):
        go_live_from (datetime.date | None | Unset):
        go_live_to (datetime.date | None | Unset):
        reseller_id (None | Unset | UUID): Only what is this reseller's: you, or one under you by
            what you are lent.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CasePage | ChosenCasePage | Problem]
     """


    kwargs = _get_kwargs(
        phase=phase,
external_reference=external_reference,
org_number=org_number,
go_live_from=go_live_from,
go_live_to=go_live_to,
reseller_id=reseller_id,
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
    phase: None | str | Unset = UNSET,
    external_reference: None | str | Unset = UNSET,
    org_number: None | str | Unset = UNSET,
    go_live_from: datetime.date | None | Unset = UNSET,
    go_live_to: datetime.date | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> CasePage | ChosenCasePage | Problem | None:
    """ List your delivery cases

     Oldest first, a page at a time. Filters narrow together.

    Args:
        phase (None | str | Unset):
        external_reference (None | str | Unset):
        org_number (None | str | Unset):
        go_live_from (datetime.date | None | Unset):
        go_live_to (datetime.date | None | Unset):
        reseller_id (None | Unset | UUID): Only what is this reseller's: you, or one under you by
            what you are lent.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CasePage | ChosenCasePage | Problem
     """


    return sync_detailed(
        client=client,
phase=phase,
external_reference=external_reference,
org_number=org_number,
go_live_from=go_live_from,
go_live_to=go_live_to,
reseller_id=reseller_id,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    phase: None | str | Unset = UNSET,
    external_reference: None | str | Unset = UNSET,
    org_number: None | str | Unset = UNSET,
    go_live_from: datetime.date | None | Unset = UNSET,
    go_live_to: datetime.date | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[CasePage | ChosenCasePage | Problem]:
    """ List your delivery cases

     Oldest first, a page at a time. Filters narrow together.

    Args:
        phase (None | str | Unset):
        external_reference (None | str | Unset):
        org_number (None | str | Unset):
        go_live_from (datetime.date | None | Unset):
        go_live_to (datetime.date | None | Unset):
        reseller_id (None | Unset | UUID): Only what is this reseller's: you, or one under you by
            what you are lent.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CasePage | ChosenCasePage | Problem]
     """


    kwargs = _get_kwargs(
        phase=phase,
external_reference=external_reference,
org_number=org_number,
go_live_from=go_live_from,
go_live_to=go_live_to,
reseller_id=reseller_id,
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
    phase: None | str | Unset = UNSET,
    external_reference: None | str | Unset = UNSET,
    org_number: None | str | Unset = UNSET,
    go_live_from: datetime.date | None | Unset = UNSET,
    go_live_to: datetime.date | None | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> CasePage | ChosenCasePage | Problem | None:
    """ List your delivery cases

     Oldest first, a page at a time. Filters narrow together.

    Args:
        phase (None | str | Unset):
        external_reference (None | str | Unset):
        org_number (None | str | Unset):
        go_live_from (datetime.date | None | Unset):
        go_live_to (datetime.date | None | Unset):
        reseller_id (None | Unset | UUID): Only what is this reseller's: you, or one under you by
            what you are lent.
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CasePage | ChosenCasePage | Problem
     """


    return (await asyncio_detailed(
        client=client,
phase=phase,
external_reference=external_reference,
org_number=org_number,
go_live_from=go_live_from,
go_live_to=go_live_to,
reseller_id=reseller_id,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
