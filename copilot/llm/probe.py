"""Asks a provider for its list of models: the smallest question that shows whether it answers."""

from __future__ import annotations

import asyncio

from copilot.llm.call import FORMATS, list_call
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from copilot.llm.wire import UNREADABLE, GarbledStream, WebPage, WireError

_LONGEST_BODY = 4_000_000
"""Bytes. Routers list hundreds of models with all that can be said of them."""


async def list_models(
    options: ProviderOptions, http: HttpStack, key: str, limit: float
) -> tuple[str, ...]:
    """The names of the provider's models, within `limit` seconds; () if it has no such list.

    Raises ModelError.
    """
    client = await http.client()
    from copilot.llm import failures  # imports httpx

    call = list_call(options, key)
    try:
        async with (
            asyncio.timeout(limit),
            client.stream(call.method, call.url, headers=call.headers) as response,
        ):
            body = bytearray()
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > _LONGEST_BODY:
                    raise GarbledStream("a list that does not end")
            page = response.headers.get("content-type", "").startswith("text/html")
            return _names(options, response.status_code, bytes(body), page)
    except failures.FOREIGN as error:
        failure = failures.of_exception(error, options)
    # Out here it has no context: errors of httpx hold the request, and with it the key.
    raise failure


def _names(options: ProviderOptions, status: int, body: bytes, page: bool) -> tuple[str, ...]:
    format_ = FORMATS[options.dialect]
    if page:
        raise WebPage
    if status in (404, 405):
        # Some servers answer chats alone; that they answered is what was asked.
        return ()
    if status != 200:
        error = format_.error(body)
        raise WireError(error.code, status, error.retry_after)
    try:
        return format_.models(body)
    except UNREADABLE:
        raise GarbledStream from None
