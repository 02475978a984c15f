"""Each way in which a provider can't be reached gets its own words."""

from __future__ import annotations

import socket
import ssl

import httpx
import pytest

from copilot.core.errors import CopilotError, ProviderUnreachable, StreamBroken
from copilot.llm.failures import FOREIGN, of_exception
from copilot.llm.options import ProviderOptions

OPTIONS = ProviderOptions("Mine", "https://127.0.0.1/v1", "m", connect_timeout=2)


def caused_by(*causes: BaseException) -> httpx.ConnectError:
    """As httpx and anyio chain them: several addresses were tried, each failed."""
    error = httpx.ConnectError("chat words")
    error.__cause__ = OSError("all attempts failed")
    error.__cause__.__cause__ = ExceptionGroup("multiple", causes) if causes else None  # type: ignore[type-var]
    return error


@pytest.mark.parametrize(
    ("error", "words", "retryable"),
    [
        (caused_by(ssl.SSLCertVerificationError("x")), "certificate", False),
        (caused_by(ssl.SSLError("x")), "http://", False),
        (caused_by(socket.gaierror("x")), "host name", True),
        (caused_by(OSError("x"), ConnectionRefusedError("x")), "refused", True),
        (caused_by(OSError("no route")), "can't be reached", True),
        (caused_by(), "can't be reached", True),
        (httpx.ConnectTimeout("x"), "within 2 s", True),
    ],
)
def test_unreachable(error: Exception, words: str, retryable: bool) -> None:
    ours = of_exception(error, OPTIONS)
    assert isinstance(ours, ProviderUnreachable)
    assert words in str(ours)
    assert ours.retryable is retryable


@pytest.mark.parametrize(
    "error",
    [
        caused_by(socket.gaierror("x")),
        caused_by(OSError("x"), ConnectionRefusedError("x")),
        caused_by(OSError("no route")),
        httpx.ConnectTimeout("x"),
    ],
)
@pytest.mark.parametrize(
    ("host", "offline"),
    [
        ("api.example.org", True),
        ("93.184.216.34", True),
        ("127.0.0.1:11434", False),
        ("[::1]:8080", False),
        ("localhost:11434", False),
        ("192.168.1.20", False),
        ("server.lan", False),
    ],
)
def test_who_is_far_away_can_be_out_of_reach_but_a_server_nearby_does_not_run(
    error: Exception, host: str, offline: bool
) -> None:
    ours = of_exception(error, ProviderOptions("Mine", f"https://{host}/v1", "m"))
    assert isinstance(ours, ProviderUnreachable)
    assert ours.offline is offline


def test_a_certificate_that_is_not_accepted_is_no_sign_of_being_offline() -> None:
    far = ProviderOptions("Mine", "https://api.example.org/v1", "m")
    ours = of_exception(caused_by(ssl.SSLCertVerificationError("x")), far)
    assert isinstance(ours, ProviderUnreachable)
    assert not ours.offline


@pytest.mark.parametrize("error", [OSError("x"), httpx.ReadError("x"), httpx.DecodingError("x")])
def test_the_rest_is_a_broken_stream(error: Exception) -> None:
    assert isinstance(error, FOREIGN)
    ours: CopilotError = of_exception(error, OPTIONS)
    assert isinstance(ours, StreamBroken)
    assert "Mine" in ours.title
