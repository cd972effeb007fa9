from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_porting_number_page import ChosenPortingNumberPage
from ...models.number_state import NumberState
from ...models.porting_number_page import PortingNumberPage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    *,
    case_id: None | Unset | UUID = UNSET,
    family_id: None | Unset | UUID = UNSET,
    order_id: None | Unset | UUID = UNSET,
    state: None | NumberState | Unset = UNSET,
    donor: None | str | Unset = UNSET,
    number: None | str | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

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

    json_family_id: None | str | Unset
    if isinstance(family_id, Unset):
        json_family_id = UNSET
    elif isinstance(family_id, UUID):
        json_family_id = str(family_id)
    else:
        json_family_id = family_id
    params["family_id"] = json_family_id

    json_order_id: None | str | Unset
    if isinstance(order_id, Unset):
        json_order_id = UNSET
    elif isinstance(order_id, UUID):
        json_order_id = str(order_id)
    else:
        json_order_id = order_id
    params["order_id"] = json_order_id

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, NumberState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_donor: None | str | Unset
    if isinstance(donor, Unset):
        json_donor = UNSET
    else:
        json_donor = donor
    params["donor"] = json_donor

    json_number: None | str | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number

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
        "url": "/api/v1/porting-numbers",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenPortingNumberPage | PortingNumberPage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenPortingNumberPage | PortingNumberPage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = PortingNumberPage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenPortingNumberPage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenPortingNumberPage | PortingNumberPage | Problem]:
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
    family_id: None | Unset | UUID = UNSET,
    order_id: None | Unset | UUID = UNSET,
    state: None | NumberState | Unset = UNSET,
    donor: None | str | Unset = UNSET,
    number: None | str | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenPortingNumberPage | PortingNumberPage | Problem]:
    """ List the numbers of your porting orders

     By order, then by number, a page at a time. Filters narrow together.

    Args:
        case_id (None | Unset | UUID):
        family_id (None | Unset | UUID):
        order_id (None | Unset | UUID):
        state (None | NumberState | Unset):
        donor (None | str | Unset):
        number (None | str | Unset):
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
        Response[ChosenPortingNumberPage | PortingNumberPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
family_id=family_id,
order_id=order_id,
state=state,
donor=donor,
number=number,
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
    case_id: None | Unset | UUID = UNSET,
    family_id: None | Unset | UUID = UNSET,
    order_id: None | Unset | UUID = UNSET,
    state: None | NumberState | Unset = UNSET,
    donor: None | str | Unset = UNSET,
    number: None | str | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenPortingNumberPage | PortingNumberPage | Problem | None:
    """ List the numbers of your porting orders

     By order, then by number, a page at a time. Filters narrow together.

    Args:
        case_id (None | Unset | UUID):
        family_id (None | Unset | UUID):
        order_id (None | Unset | UUID):
        state (None | NumberState | Unset):
        donor (None | str | Unset):
        number (None | str | Unset):
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
        ChosenPortingNumberPage | PortingNumberPage | Problem
     """


    return sync_detailed(
        client=client,
case_id=case_id,
family_id=family_id,
order_id=order_id,
state=state,
donor=donor,
number=number,
reseller_id=reseller_id,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    case_id: None | Unset | UUID = UNSET,
    family_id: None | Unset | UUID = UNSET,
    order_id: None | Unset | UUID = UNSET,
    state: None | NumberState | Unset = UNSET,
    donor: None | str | Unset = UNSET,
    number: None | str | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> Response[ChosenPortingNumberPage | PortingNumberPage | Problem]:
    """ List the numbers of your porting orders

     By order, then by number, a page at a time. Filters narrow together.

    Args:
        case_id (None | Unset | UUID):
        family_id (None | Unset | UUID):
        order_id (None | Unset | UUID):
        state (None | NumberState | Unset):
        donor (None | str | Unset):
        number (None | str | Unset):
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
        Response[ChosenPortingNumberPage | PortingNumberPage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
family_id=family_id,
order_id=order_id,
state=state,
donor=donor,
number=number,
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
    case_id: None | Unset | UUID = UNSET,
    family_id: None | Unset | UUID = UNSET,
    order_id: None | Unset | UUID = UNSET,
    state: None | NumberState | Unset = UNSET,
    donor: None | str | Unset = UNSET,
    number: None | str | Unset = UNSET,
    reseller_id: None | Unset | UUID = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,

) -> ChosenPortingNumberPage | PortingNumberPage | Problem | None:
    """ List the numbers of your porting orders

     By order, then by number, a page at a time. Filters narrow together.

    Args:
        case_id (None | Unset | UUID):
        family_id (None | Unset | UUID):
        order_id (None | Unset | UUID):
        state (None | NumberState | Unset):
        donor (None | str | Unset):
        number (None | str | Unset):
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
        ChosenPortingNumberPage | PortingNumberPage | Problem
     """


    return (await asyncio_detailed(
        client=client,
case_id=case_id,
family_id=family_id,
order_id=order_id,
state=state,
donor=donor,
number=number,
reseller_id=reseller_id,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
