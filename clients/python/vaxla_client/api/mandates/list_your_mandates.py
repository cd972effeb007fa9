from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.chosen_mandate_page import ChosenMandatePage
from ...models.mandate_page import MandatePage
from ...models.mandate_state import MandateState
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID



def _get_kwargs(
    *,
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    donor: None | str | Unset = UNSET,
    state: MandateState | None | Unset = UNSET,
    number: None | str | Unset = UNSET,
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

    json_donor: None | str | Unset
    if isinstance(donor, Unset):
        json_donor = UNSET
    else:
        json_donor = donor
    params["donor"] = json_donor

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, MandateState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    json_number: None | str | Unset
    if isinstance(number, Unset):
        json_number = UNSET
    else:
        json_number = number
    params["number"] = json_number

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
        "url": "/api/v1/mandates",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ChosenMandatePage | MandatePage | Problem | None:
    if response.status_code == 200:
        def _parse_response_200(data: object) -> ChosenMandatePage | MandatePage:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = MandatePage.from_dict(data)



                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ChosenMandatePage.from_dict(data)



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[ChosenMandatePage | MandatePage | Problem]:
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
    donor: None | str | Unset = UNSET,
    state: MandateState | None | Unset = UNSET,
    number: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenMandatePage | MandatePage | Problem]:
    """ List your mandates

     Oldest first, a page at a time. Filters narrow together; `number` is one that the mandate covers,
    E.164.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        donor (None | str | Unset):
        state (MandateState | None | Unset):
        number (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenMandatePage | MandatePage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
customer_id=customer_id,
donor=donor,
state=state,
number=number,
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
    donor: None | str | Unset = UNSET,
    state: MandateState | None | Unset = UNSET,
    number: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenMandatePage | MandatePage | Problem | None:
    """ List your mandates

     Oldest first, a page at a time. Filters narrow together; `number` is one that the mandate covers,
    E.164.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        donor (None | str | Unset):
        state (MandateState | None | Unset):
        number (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenMandatePage | MandatePage | Problem
     """


    return sync_detailed(
        client=client,
case_id=case_id,
customer_id=customer_id,
donor=donor,
state=state,
number=number,
fields=fields,
limit=limit,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    case_id: None | Unset | UUID = UNSET,
    customer_id: None | Unset | UUID = UNSET,
    donor: None | str | Unset = UNSET,
    state: MandateState | None | Unset = UNSET,
    number: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> Response[ChosenMandatePage | MandatePage | Problem]:
    """ List your mandates

     Oldest first, a page at a time. Filters narrow together; `number` is one that the mandate covers,
    E.164.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        donor (None | str | Unset):
        state (MandateState | None | Unset):
        number (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChosenMandatePage | MandatePage | Problem]
     """


    kwargs = _get_kwargs(
        case_id=case_id,
customer_id=customer_id,
donor=donor,
state=state,
number=number,
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
    donor: None | str | Unset = UNSET,
    state: MandateState | None | Unset = UNSET,
    number: None | str | Unset = UNSET,
    fields: str | Unset = '',
    limit: int | Unset = 50,
    cursor: None | Unset | UUID = UNSET,

) -> ChosenMandatePage | MandatePage | Problem | None:
    """ List your mandates

     Oldest first, a page at a time. Filters narrow together; `number` is one that the mandate covers,
    E.164.

    Args:
        case_id (None | Unset | UUID):
        customer_id (None | Unset | UUID):
        donor (None | str | Unset):
        state (MandateState | None | Unset):
        number (None | str | Unset):
        fields (str | Unset): Only these members of each resource, separated by commas. All unless
            given. Default: ''.
        limit (int | Unset): How many at most. Default: 50.
        cursor (None | Unset | UUID): `next_cursor` of the page before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChosenMandatePage | MandatePage | Problem
     """


    return (await asyncio_detailed(
        client=client,
case_id=case_id,
customer_id=customer_id,
donor=donor,
state=state,
number=number,
fields=fields,
limit=limit,
cursor=cursor,

    )).parsed
