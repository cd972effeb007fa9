from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_sim_page import ChosenSimPage
from ...models.problem import Problem
from ...models.sim_kind import SimKind
from ...models.sim_page import SimPage
from ...models.sim_state import SimState
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    *,
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    parcel_id: None | Unset | UUID = UNSET,
    state: None | SimState | Unset = UNSET,
    kind: None | SimKind | Unset = UNSET,
    number: None | str | Unset = UNSET,
    iccid: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    json_case_id: None | str | Unset
    if isinstance(case_id, Unset):
        json_case_id = UNSET
    elif isinstance(case_id, UUID):
        json_case_id = str(case_id)
    else:
        json_case_id = case_id
    params["case_id"] = json_case_id

    json_customer_id: None | str | Unset
    if isinstance(customer_id, Unset):
        json_customer_id = UNSET
    elif isinstance(customer_id, UUID):
        json_customer_id = str(customer_id)
    else:
        json_customer_id = customer_id
    params["customer_id"] = json_customer_id

    json_parcel_id: None | str | Unset
    if isinstance(parcel_id, Unset):
        json_parcel_id = UNSET
    elif isinstance(parcel_id, UUID):
        json_parcel_id = str(parcel_id)
    else:
        json_parcel_id = parcel_id
    params["parcel_id"] = json_parcel_id

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, SimState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, SimKind):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_number: None | str | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number

    json_iccid: None | str | Unset
    if isinstance(iccid, Unset):
        json_iccid = UNSET
    else:
        json_iccid = iccid
    params["iccid"] = json_iccid

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
        "url": "/api/v1/sims",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenSimPage | SimPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenSimPage | SimPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = SimPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenSimPage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenSimPage | SimPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    parcel_id: None | Unset | UUID = UNSET,
    state: None | SimState | Unset = UNSET,
    kind: None | SimKind | Unset = UNSET,
    number: None | str | Unset = UNSET,
    iccid: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenSimPage | SimPage | Problem]:
    """ List your SIM cards

     A page at a time; filters narrow together. Codes are on the cards' envelopes only.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        parcel_id (None | Unset | UUID):
        state (None | SimState | Unset):
        kind (None | SimKind | Unset):
        number (None | str | Unset):
        iccid (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenSimPage | SimPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
customer_id=customer_id,
parcel_id=parcel_id,
state=state,
kind=kind,
number=number,
iccid=iccid,
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
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    parcel_id: None | Unset | UUID = UNSET,
    state: None | SimState | Unset = UNSET,
    kind: None | SimKind | Unset = UNSET,
    number: None | str | Unset = UNSET,
    iccid: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenSimPage | SimPage | Problem | None:
    """ List your SIM cards

     A page at a time; filters narrow together. Codes are on the cards' envelopes only.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        parcel_id (None | Unset | UUID):
        state (None | SimState | Unset):
        kind (None | SimKind | Unset):
        number (None | str | Unset):
        iccid (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenSimPage | SimPage | Problem
     """


    return sync_detailed(
        client=client,
case_id=case_id,
customer_id=customer_id,
parcel_id=parcel_id,
state=state,
kind=kind,
number=number,
iccid=iccid,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    parcel_id: None | Unset | UUID = UNSET,
    state: None | SimState | Unset = UNSET,
    kind: None | SimKind | Unset = UNSET,
    number: None | str | Unset = UNSET,
    iccid: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenSimPage | SimPage | Problem]:
    """ List your SIM cards

     A page at a time; filters narrow together. Codes are on the cards' envelopes only.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        parcel_id (None | Unset | UUID):
        state (None | SimState | Unset):
        kind (None | SimKind | Unset):
        number (None | str | Unset):
        iccid (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenSimPage | SimPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
customer_id=customer_id,
parcel_id=parcel_id,
state=state,
kind=kind,
number=number,
iccid=iccid,
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
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    parcel_id: None | Unset | UUID = UNSET,
    state: None | SimState | Unset = UNSET,
    kind: None | SimKind | Unset = UNSET,
    number: None | str | Unset = UNSET,
    iccid: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenSimPage | SimPage | Problem | None:
    """ List your SIM cards

     A page at a time; filters narrow together. Codes are on the cards' envelopes only.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        parcel_id (None | Unset | UUID):
        state (None | SimState | Unset):
        kind (None | SimKind | Unset):
        number (None | str | Unset):
        iccid (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenSimPage | SimPage | Problem
     """


    return (await asyncio_detailed(
        client=client,
case_id=case_id,
customer_id=customer_id,
parcel_id=parcel_id,
state=state,
kind=kind,
number=number,
iccid=iccid,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
