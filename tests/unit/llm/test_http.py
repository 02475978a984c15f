"""Whom the HTTP stack trusts and by which way it goes."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from copilot.core.errors import ModelError, ProviderUnreachable, RequestRefused
from copilot.core.ports import ModelMessage, ModelRequest, TextDelta
from copilot.core.redaction import public
from copilot.llm.client import StreamingModel
from copilot.llm.http import NO_PROXY, HttpStack
from copilot.llm.options import ProviderOptions
from copilot.llm.probe import list_models
from tests.lab_llm.scripted import Exchange, Play, ScriptedServer, answer, fail

REQUEST = ModelRequest((ModelMessage("user", public("chat words")),))
KEY = "sk-very-secret"


async def get_key(_name: str) -> str:
    return KEY


def options_of(base_url: str) -> ProviderOptions:
    return ProviderOptions("Mine", base_url, "m", "mine", attempts=1)


async def ask(base_url: str, http: HttpStack) -> str:
    said = ""
    async for event in StreamingModel(options_of(base_url), http, get_key).stream(REQUEST):
        if isinstance(event, TextDelta):
            said += event.text
    return said


@asynccontextmanager
async def stack(proxy: str = "") -> AsyncGenerator[HttpStack, None]:
    http = HttpStack(proxy)
    try:
        yield http
    finally:
        await http.close()


def own_authority(folder: Path) -> Path:
    """A certificate for the loopback that signs itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A company's own authority")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = folder / "authority.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    return file


@asynccontextmanager
async def tls_server(file: Path) -> AsyncGenerator[str, None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    async with ScriptedServer([answer("ok")], tls=context) as server:
        yield server.base_url


async def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    async with tls_server(own_authority(tmp_path)) as base_url, stack() as http:
        with pytest.raises(ProviderUnreachable) as raised:
            await ask(base_url, http)
    assert "certificate" in raised.value.title
    assert "clock" in raised.value.hint
    assert not raised.value.retryable


async def test_an_authority_that_the_system_trusts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with tls_server(file) as base_url, stack() as http:
        assert await ask(base_url, http) == "ok"


FAR = "http://127.0.0.2:1/v1"
"""Nobody listens there: who answers for it is the proxy."""


@pytest.mark.parametrize("by", ["settings", "environment"])
async def test_a_proxy(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer([answer("ok")]) as proxy:
        address = proxy.base_url.removesuffix("/v1")
        if by == "environment":
            monkeypatch.setenv("HTTP_PROXY", address)
        async with stack(address if by == "settings" else "") as http:
            assert await ask(FAR, http) == "ok"
        assert [e.path for e in proxy.exchanges] == [f"{FAR}/chat/completions"]


async def test_what_runs_here_is_asked_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    async with ScriptedServer([answer("ok")]) as server, stack() as http:
        assert await ask(server.base_url, http) == "ok"


async def test_no_proxy_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer([answer("ok")]) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.base_url.removesuffix("/v1"))
        async with stack(NO_PROXY) as http:
            with pytest.raises(ProviderUnreachable, match="refused"):
                await ask(FAR, http)
        assert proxy.exchanges == []


async def test_a_proxy_that_refuses() -> None:
    async def refuse(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as proxy:
        port = proxy.sockets[0].getsockname()[1]
        async with stack(f"http://127.0.0.1:{port}") as http:
            with pytest.raises(ProviderUnreachable) as raised:
                await ask("https://127.0.0.2:1/v1", http)
    assert "proxy" in raised.value.title
    assert "proxy" in raised.value.hint


@pytest.mark.parametrize("proxy", ["strange://me:passw0rd@host:1", "http://me:passw0rd@host:x"])
@pytest.mark.parametrize("by", ["settings", "environment"])
async def test_an_address_that_is_none(
    by: str, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by == "environment":
        monkeypatch.setenv("ALL_PROXY", proxy)
    async with stack(proxy if by == "settings" else "") as http:
        with pytest.raises(ProviderUnreachable) as raised:
            await ask(FAR, http)
    assert "proxy" in raised.value.title
    assert "ALL_PROXY" in raised.value.hint
    assert raised.value.__context__ is None
    assert "passw0rd" not in str(raised.value)


async def test_socks_is_understood() -> None:
    async with stack("socks5://127.0.0.1:1") as http:
        with pytest.raises(ProviderUnreachable):
            await ask(FAR, http)


async def refuse_the_key(exchange: Exchange) -> None:
    assert exchange.method == "GET"
    await fail(401, '{"error": {"code": "invalid_api_key"}}')(exchange)


@pytest.mark.parametrize(
    ("play", "found"),
    [
        (fail(200, '{"data": [{"id": "a"}, {"id": "b"}]}'), ("a", "b")),
        (fail(404), ()),
        (fail(405), ()),
    ],
)
async def test_models_are_listed(play: Play, found: tuple[str, ...]) -> None:
    async with ScriptedServer([play]) as server, stack() as http:
        assert await list_models(options_of(server.base_url), http, KEY, 5) == found
        assert server.exchanges[0].headers["authorization"] == f"Bearer {KEY}"


async def endless(exchange: Exchange) -> None:
    await exchange.head(content_type="application/json")
    while True:
        await exchange.chunk(b" " * 65_536)


async def page(exchange: Exchange) -> None:
    await exchange.head(content_type="text/html")
    await exchange.chunk(b"<html>log in</html>")
    await exchange.end()


async def lost_page(exchange: Exchange) -> None:
    """A web server that is not the provider's."""
    await exchange.head(404, content_type="text/html")
    await exchange.chunk(b"<html>not found</html>")
    await exchange.end()


@pytest.mark.parametrize(
    ("play", "kind", "words"),
    [
        (refuse_the_key, ModelError, "does not accept the key"),
        (page, RequestRefused, "web page"),
        (lost_page, RequestRefused, "web page"),
        (fail(200, "[]garbage"), ModelError, "can't be read"),
        (endless, ModelError, "can't be read"),
    ],
)
async def test_lists_that_are_none(play: Play, kind: type[ModelError], words: str) -> None:
    async with ScriptedServer([play]) as server, stack() as http:
        with pytest.raises(kind, match=words) as raised:
            await list_models(options_of(server.base_url), http, KEY, 60)
    assert raised.value.__context__ is None
    assert KEY not in repr(raised.value) + str(raised.value)
