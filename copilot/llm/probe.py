"""Asks a provider for its list of models: the smallest question that shows whether it answers."""

from __future__ import annotations

import asyncio

import msgspec

from copilot.llm.http import HttpStack
from copilot.llm.openai_chat import GarbledStream, WireError, error_words
from copilot.llm.options import ProviderOptions


class _Model(msgspec.Struct):
    id: str


class _Models(msgspec.Struct):
    # GET /models of the OpenAI API: {"object": "list", "data": [{"id": "…"}]}
    data: list[_Model]


async def list_models(
    options: ProviderOptions, http: HttpStack, key: str, limit: float
) -> tuple[str, ...]:
    """The names of the provider's models, within `limit` seconds; () if it has no such list.

    Raises ModelError.
    """
    client = await http.client()
    from copilot.llm import failures  # imports httpx

    try:
        async with asyncio.timeout(limit):
            response = await client.get(
                f"{options.base_url.rstrip('/')}/models",
                headers={"Authorization": f"Bearer {key}"} if key else {},
            )
        return _names(response.status_code, response.content)
    except failures.FOREIGN as error:
        failure = failures.of_exception(error, options)
    # Out here it has no context: errors of httpx hold the request, and with it the key.
    raise failure


def _names(status: int, body: bytes) -> tuple[str, ...]:
    if status in (404, 405):
        # Some servers answer chats alone; that they answered is what was asked.
        return ()
    if status != 200:
        raise WireError(error_words(body).code, status)
    try:
        return tuple(model.id for model in msgspec.json.decode(body, type=_Models).data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise GarbledStream from None
