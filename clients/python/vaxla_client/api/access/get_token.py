from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.access_token import AccessToken
from ...models.body_get_token import BodyGetToken
from ...models.problem import Problem
from typing import cast



def _get_kwargs(
    *,
    body: BodyGetToken,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/oauth/token",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> AccessToken | Problem | None:
    if response.status_code == 200:
        response_200 = AccessToken.from_dict(response.json())



        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())



        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())



        return response_413

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[AccessToken | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BodyGetToken,

) -> Response[AccessToken | Problem]:
    """ Get an access token (OAuth 2 client credentials)

     Send client id and secret in the form or as HTTP Basic. The token is good for 15 minutes.

    Raises `ADDRESS_NOT_ALLOWED`, `CLIENT_REFUSED`, `SCOPE_UNKNOWN`.

    Args:
        body (BodyGetToken):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccessToken | Problem]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient | Client,
    body: BodyGetToken,

) -> AccessToken | Problem | None:
    """ Get an access token (OAuth 2 client credentials)

     Send client id and secret in the form or as HTTP Basic. The token is good for 15 minutes.

    Raises `ADDRESS_NOT_ALLOWED`, `CLIENT_REFUSED`, `SCOPE_UNKNOWN`.

    Args:
        body (BodyGetToken):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccessToken | Problem
     """


    return sync_detailed(
        client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BodyGetToken,

) -> Response[AccessToken | Problem]:
    """ Get an access token (OAuth 2 client credentials)

     Send client id and secret in the form or as HTTP Basic. The token is good for 15 minutes.

    Raises `ADDRESS_NOT_ALLOWED`, `CLIENT_REFUSED`, `SCOPE_UNKNOWN`.

    Args:
        body (BodyGetToken):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccessToken | Problem]
     """


    kwargs = _get_kwargs(
        body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: BodyGetToken,

) -> AccessToken | Problem | None:
    """ Get an access token (OAuth 2 client credentials)

     Send client id and secret in the form or as HTTP Basic. The token is good for 15 minutes.

    Raises `ADDRESS_NOT_ALLOWED`, `CLIENT_REFUSED`, `SCOPE_UNKNOWN`.

    Args:
        body (BodyGetToken):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccessToken | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,

    )).parsed
