"""The one place where what fails on the way to a provider becomes one of our errors.

No text of the provider passes through: it may quote the chat or a part of the key.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterator

import httpx

from copilot.core.errors import (
    CopilotError,
    KeyRejected,
    ProviderFailed,
    ProviderTimeout,
    ProviderUnreachable,
    RateLimited,
    RequestRefused,
    StreamBroken,
)
from copilot.llm.call import FORMATS
from copilot.llm.options import ProviderOptions
from copilot.llm.wire import GarbledStream, WebPage, WireError

# What providers call their errors inside a stream that had begun with 200.
_STATUS_OF_WORD = {
    # OpenAI and those who follow it
    "invalid_api_key": 401,
    "insufficient_quota": 429,
    "rate_limit_exceeded": 429,
    "model_not_found": 404,
    "context_length_exceeded": 400,
    # Anthropic: https://docs.anthropic.com/en/api/errors
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "timeout_error": 504,
    "overloaded_error": 529,
    # Google: https://cloud.google.com/apis/design/errors#handling_errors
    "API_KEY_INVALID": 401,
    "UNAUTHENTICATED": 401,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "INVALID_ARGUMENT": 400,
    "FAILED_PRECONDITION": 400,
    "RESOURCE_EXHAUSTED": 429,
    "UNAVAILABLE": 503,
    "DEADLINE_EXCEEDED": 504,
}

_NO_SUCH_MODEL = ("model_not_found", "not_found_error", "NOT_FOUND")


FOREIGN = (WireError, GarbledStream, TimeoutError, OSError, httpx.HTTPError, httpx.InvalidURL)
"""What can come out of a request that is not one of our errors."""


def of_exception(error: Exception, options: ProviderOptions) -> CopilotError:
    """Our error for one of FOREIGN."""
    name = options.name
    match error:
        case WireError():
            return _of_wire_error(error, options)
        case WebPage():
            return RequestRefused(
                f"{name} answers with a web page instead of an answer.",
                "Look at base_url in settings.toml: many end in /v1. In a network of a hotel or a "
                "train, log in to it first.",
            )
        case GarbledStream() | httpx.DecodingError():
            title = FORMATS[options.dialect].title
            return StreamBroken(
                f"The answer of {name} broke off or can't be read.",
                f"Ask again. If it stays so, this address may not speak the {title} format.",
            )
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return ProviderUnreachable(
                f"{name} can't be reached: no answer within {options.connect_timeout:g} s.",
                "Look at your network connection and at base_url in settings.toml.",
                offline=not _is_near(options.base_url),
            )
        case httpx.TimeoutException() | TimeoutError():
            return ProviderTimeout(
                f"{name} was reached but stays silent.",
                "Ask again, or raise silence_timeout in settings.toml if its model is slow.",
            )
        case httpx.ProxyError():
            return ProviderUnreachable(
                f"{name} can't be reached: the proxy does not let us through.",
                "Look at proxy in settings.toml, or at the proxy of your system.",
            )
        case httpx.ConnectError():
            return _unreachable(error, options)
        case httpx.UnsupportedProtocol() | httpx.InvalidURL() | httpx.LocalProtocolError():
            return RequestRefused(
                f"No request can be made to {name}.",
                "Look at base_url in settings.toml, and at the key: it may hold a stray character.",
            )
        case _:
            return StreamBroken(f"The connection to {name} broke.", "Ask again.")


def _of_wire_error(error: WireError, options: ProviderOptions) -> CopilotError:
    name, code = options.name, error.code
    # Inside a stream an error comes after 200, with a number or a word of its own.
    status = error.status if 300 <= error.status < 600 else _STATUS_OF_WORD.get(code, 500)
    if code == "API_KEY_INVALID":
        status = 401  # Google calls it 400
    if status in (401, 403):
        command = f"chat-copilot key set {options.key_name}" if options.key_name else ""
        hint = f"Store a valid one: {command}" if command else "Name a key in settings.toml."
        return KeyRejected(f"{name} does not accept the key.", hint)
    if status == 402 or code == "insufficient_quota":
        title = f"The account at {name} has no credit left."
        return RateLimited(title, "Top it up there.", retryable=False)
    if status == 429:
        seconds = error.retry_after
        when = f"in {seconds:g} s" if seconds else "in a moment"
        return RateLimited(
            f"{name} asks to wait: too many requests.", f"Ask again {when}.", retry_after=seconds
        )
    if status >= 500:
        return ProviderFailed(
            f"{name} failed on its side ({status}).",
            "Ask again in a moment.",
            retry_after=error.retry_after,
        )
    if code == "context_length_exceeded" or status == 413:
        hint = "Lower max_prompt_tokens in settings.toml."
        return RequestRefused(f"The conversation is too long for {options.model}.", hint)
    if 300 <= status < 400:
        hint = "Put the address it really has into base_url in settings.toml."
        return RequestRefused(f"{name} has moved to another address.", hint)
    if code in _NO_SUCH_MODEL:
        return RequestRefused(
            f'{name} knows no model "{options.model}".',
            f"chat-copilot models {name} lists those that it knows; name one in settings.toml.",
        )
    return RequestRefused(
        f"{name} refuses the request ({status}).",
        f'Look at base_url and at model = "{options.model}" in settings.toml.',
    )


def _unreachable(error: httpx.ConnectError, options: ProviderOptions) -> ProviderUnreachable:
    name = options.name
    hint = "Look at your network connection and at base_url in settings.toml."
    offline = not _is_near(options.base_url)
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return ProviderUnreachable(
                f"The connection to {name} is not safe: its certificate is not accepted.",
                "Look at the clock of this machine, and whether a proxy or network intercepts it.",
                retryable=False,
            )
        if isinstance(cause, ssl.SSLError):
            return ProviderUnreachable(
                f"No safe connection to {name} can be made.",
                "Look at base_url in settings.toml: a server on your own machine may want http://.",
                retryable=False,
            )
        if isinstance(cause, socket.gaierror):
            title = f"{name} can't be found: its host name is unknown."
            return ProviderUnreachable(title, hint, offline=offline)
        if isinstance(cause, ConnectionRefusedError):
            return ProviderUnreachable(
                f"{name} can't be reached: the connection was refused.",
                f"If it runs on this machine, start it. {hint}",
                offline=offline,
            )
    return ProviderUnreachable(f"{name} can't be reached.", hint, offline=offline)


def _is_near(url: str) -> bool:
    """Whether this is an address of this machine or its own network.

    What does not answer there does not run: that says nothing about the connection to others.
    """
    host = httpx.URL(url).host
    try:
        return ipaddress.ip_address(host).is_private  # of the loopback, too
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".lan"))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it; anyio groups those of several addresses."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
            yield from _causes(member)  # pyright: ignore[reportUnknownArgumentType]
    for cause in (error.__cause__, error.__context__):
        if cause is not None:
            yield from _causes(cause)
            return
