"""Providers from the catalogue, routes along several models, aliases and the proxy."""

from __future__ import annotations

import pytest

from copilot.core.errors import ProviderUnknown, SettingsError
from copilot.store import settings
from copilot.store.settings import Settings


def labels(found: Settings, job: str) -> list[str]:
    return [model.label for model in found.models_for(job)]


def test_a_provider_of_the_catalogue_needs_no_table():
    found = settings.parse('[jobs]\nreplies = "deepseek"\n')
    first = found.provider_for("replies")
    assert first is not None
    assert first.base_url == "https://api.deepseek.com"
    assert (first.key, first.entry, first.dialect) == ("deepseek", "deepseek", "openai")
    assert first.model == first.known.fast if first.known else False
    assert first.models_url == "https://api.deepseek.com/models"
    assert first.shape.add == {"thinking": {"type": "disabled"}}
    assert first.price is not None


def test_use_takes_everything_and_every_field_overrides():
    found = settings.parse(
        """
        [providers.mine]
        use = "anthropic"
        base_url = "https://proxy.example/v1"
        model = "claude-opus-5"
        key = "work"
        auth = "bearer"
        silence_timeout = 60
        [jobs]
        replies = "mine"
        """
    )
    mine = found.provider_for("replies")
    assert mine is not None
    assert (mine.dialect, mine.auth, mine.key) == ("anthropic", "bearer", "work")
    assert (mine.base_url, mine.model) == ("https://proxy.example/v1", "claude-opus-5")
    assert mine.silence_timeout == 60
    assert mine.models_url == "https://proxy.example/v1/models"
    assert found.warnings == ()


def test_another_dialect_sends_the_key_in_its_own_way():
    found = settings.parse(
        '[providers.a]\nbase_url = "https://x.example/v1"\nmodel = "m"\ndialect = "gemini"\n'
    )
    assert found.providers["a"].auth == "x-goog-api-key"
    found = settings.parse(
        '[providers.a]\nuse = "ollama"\nbase_url = "http://127.0.0.1:1/v1"\ndialect = "openai"\n'
    )
    assert found.providers["a"].auth == "bearer"
    assert found.providers["a"].key == ""


def test_a_job_falls_back_along_a_list_with_aliases():
    found = settings.parse(
        """
        [providers.mine]
        base_url = "https://x.example/v1"
        model = "m"
        [models]
        fast = ["groq/fast-one", "mine"]
        quality = "openrouter/openai/gpt-x"
        [jobs]
        replies = ["fast", "quality", "mine", "ollama/qwen3:8b"]
        topics = "mine/other"
        translation = "kimi/quality"
        """
    )
    assert labels(found, "replies") == [
        "groq/fast-one",
        "mine/m",
        "openrouter/openai/gpt-x",
        "ollama/qwen3:8b",
    ]
    assert labels(found, "topics") == ["mine/other"]
    assert labels(found, "translation") == ["kimi/kimi-k3"]
    assert found.models_for("skills") == ()
    assert [model.label for model in found.find("fast")] == ["groq/fast-one", "mine/m"]


def test_a_model_named_in_the_job_has_its_own_shape_and_price():
    found = settings.parse('[jobs]\nreplies = "openai/gpt-4o"\ntopics = "openai/gpt-6-luna"\n')
    plain, reasoning = found.models_for("replies")[0], found.models_for("topics")[0]
    assert "temperature" not in plain.shape.omit
    assert "temperature" in reasoning.shape.omit
    assert plain.price is None
    assert reasoning.price is not None


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        ('[jobs]\nreplies = "deepsek"\n', 2, "jobs.replies", "Did you mean deepseek?"),
        ('[jobs]\nreplies = ["groq", "grok"]\n', 2, "jobs.replies", "Did you mean groq?"),
        ('[jobs]\nreplies = "fast"\n', 2, "jobs.replies", "[models]"),
        ('[jobs]\nreplies = "ollama"\n', 2, "jobs.replies", "chat-copilot models ollama"),
        ('[jobs]\nreplies = "azure/x"\n', 2, "jobs.replies", "base_url"),
        ("[jobs]\nreplies = 3\n", 2, "jobs.replies", ""),
        ("[jobs]\nreplies = [3]\n", 2, "jobs.replies", ""),
        ('[models]\nfast = "nobody"\n', 2, "models.fast", "chat-copilot providers"),
        ('[providers.a]\nuse = "opanai"\n', 2, "providers.a.use", "Did you mean openai?"),
        ('[providers.a]\nuse = "azure"\n', 1, "providers.a.base_url", "{resource}"),
        (
            '[providers.a]\nuse = "azure"\nbase_url = "https://{resource}.openai.azure.com"\n',
            3,
            "providers.a.base_url",
            "",
        ),
        (
            '[providers.a]\nuse = "groq"\ndialect = "opneai"\n',
            3,
            "providers.a.dialect",
            "Did you mean openai?",
        ),
        ('[providers.a]\nuse = "groq"\nauth = "X Key"\n', 3, "providers.a.auth", ""),
        (
            '[providers.a]\nengine = "/m.gguf"\nbase_url = "https://x/v1"\n',
            3,
            "providers.a.base_url",
            "Remove one",
        ),
        ('[network]\nproxy = "127.0.0.1:80"\n', 2, "network.proxy", ""),
        ('[network]\nproxy = "http://me:secret@x"\n', 2, "network.proxy", ""),
    ],
)
def test_a_mistake_names_its_place_and_the_next_step(text: str, line: int, field: str, words: str):
    with pytest.raises(SettingsError) as caught:
        settings.parse(text)
    assert (caught.value.line, caught.value.field) == (line, field)
    assert words in caught.value.hint
    assert "secret" not in str(caught.value)


def test_an_unknown_job_is_a_warning_with_the_one_that_was_meant():
    warnings = settings.parse('[jobs]\nreplys = "groq"\n').warnings
    assert [warning.field for warning in warnings] == ["jobs.replys"]
    assert "replies" in warnings[0].text


@pytest.mark.parametrize(
    "proxy", ["", "none", "http://127.0.0.1:8080", "https://p.example", "socks5://localhost:1080"]
)
def test_a_proxy(proxy: str):
    assert settings.parse(f'[network]\nproxy = "{proxy}"\n').proxy == proxy


def test_a_model_file_needs_neither_address_nor_name():
    found = settings.parse(
        '[providers.local]\nengine = "/m.gguf"\nidle_minutes = 3\n[jobs]\nreplies = "local"\n'
    )
    local = found.provider_for("replies")
    assert local is not None
    assert (local.engine, local.idle_minutes, local.base_url) == ("/m.gguf", 3, "")


def test_finding_nothing_says_what_to_do():
    with pytest.raises(ProviderUnknown) as caught:
        Settings().find("nobody/x")
    assert "chat-copilot providers" in caught.value.hint
