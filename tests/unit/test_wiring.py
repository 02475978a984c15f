"""What answers questions is built as the settings say, and from what is shipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from copilot import wiring
from copilot.core.asker import ModelAsker
from copilot.core.asking import Answer, Question
from copilot.core.chat_rules import ChatRule, ChatRules
from copilot.core.cost import Cost, OwnPrice, Tariff
from copilot.core.errors import OverBudget, ProviderFailed, ProviderUnreachable
from copilot.core.inspection import HERE
from copilot.core.model import ChatIdentity, Conversation, Draft, Message, Reach, Section
from copilot.core.skills import parse_skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.translation import TranslationRequest
from copilot.llm.engine.local import LocalEngines
from copilot.llm.http import HttpStack
from copilot.store import paths, resources, settings
from copilot.store.provider_settings import ProviderSettings
from copilot.store.settings import QuickReplySettings, Settings
from copilot.store.usage import UsageLedger
from tests.lab_llm.hasty import HastyClock
from tests.lab_llm.scripted import ScriptedServer, answer, fail

PROVIDER = """
[providers.home]
base_url = "http://localhost:1/v1"
model = "tiny"
"""


def configured(jobs: str) -> Settings:
    return settings.parse(f"{PROVIDER}[jobs]\n{jobs}")


async def no_key(name: str) -> str:
    raise AssertionError(name)


def asked_by(settings: Settings, http: HttpStack, *more: Any) -> ModelAsker | None:
    return wiring.create_asker(wiring.create_means(settings, http, *more))


def question(section: Section, draft: str = "") -> Question:
    said = Conversation("anna", (Message("them", "dinner tonight?"),))
    return Question(ChatIdentity("a", "w", "anna"), said, Draft(draft), section)


def test_without_a_provider_nobody_is_asked() -> None:
    assert asked_by(Settings(), HttpStack(), no_key) is None
    assert asked_by(configured(""), HttpStack(), no_key) is None


async def test_a_provider_is_asked_for_its_own_job_alone() -> None:
    for job, asked in (("replies", {"replies"}), ("topics", {"topics"})):
        asker = asked_by(configured(f'{job} = "home"'), HttpStack(), no_key)
        assert asker is not None
        for section in ("replies", "topics"):
            known = await asker.remembered(question(section))
            assert known == (None if section in asked else Answer(whole=True))
        drafted = await asker.remembered(question("replies", "I wou"))
        assert (drafted is None) is (job == "replies")


@pytest.mark.parametrize(
    ("base_url", "engine", "host"),
    [
        ("https://api.example.org/v1", "", "api.example.org"),
        ("https://me:word@api.example.org:8443/v1", "", "api.example.org"),
        ("http://192.168.1.7:11434", "", "192.168.1.7"),
        ("http://127.0.0.1:1234/v1", "", HERE),
        ("http://localhost:1234/v1", "", HERE),
        ("", "/models/tiny.gguf", HERE),
        ("nonsense", "", "nonsense"),
    ],
)
def test_what_was_sent_names_the_machine_that_got_it(base_url: str, engine: str, host: str) -> None:
    provider = ProviderSettings("x", base_url, "m", engine=engine)
    assert wiring.host_of(provider) == host


OWN = """
[providers.tunnel]
use = "openai"
base_url = "http://localhost:1/v1"
[providers.box]
use = "ollama"
base_url = "http://192.168.1.2:11434"
[budget.prices]
home = { currency = "USD", input = 1, output = 2 }
"deepseek/special" = { currency = "CNY", input = 3, output = 4 }
"""


def test_what_asking_costs() -> None:
    def tariff(name: str, more: str = "") -> Tariff:
        given = settings.parse(f'{PROVIDER}{more}[jobs]\nreplies = "{name}"')
        (provider,) = given.models_for("replies")
        return wiring.tariff_of(provider, given.budget.prices)

    assert tariff("home") == Tariff("home", "tiny", None, free=True)
    assert tariff("ollama/qwen3").free
    assert tariff("box/qwen3", OWN).free
    listed = tariff("deepseek")
    assert listed.price is not None
    assert not listed.free
    assert not tariff("tunnel/gpt-5", OWN).free
    assert tariff("openai/no-such-model") == Tariff("openai", "no-such-model")
    assert tariff("home", OWN) == Tariff("home", "tiny", OwnPrice("USD", 1.0, 2.0))
    assert tariff("deepseek/special", OWN).price == OwnPrice("CNY", 3.0, 4.0)


async def test_what_is_asked_is_counted(tmp_path: Path) -> None:
    here = paths.find({"CHAT_COPILOT_HOME": str(tmp_path)})
    async with ScriptedServer([answer("1|agree|Sure!\n")]) as server:
        given = settings.parse(
            PROVIDER.replace("http://localhost:1/v1", server.base_url)
            + '[jobs]\nreplies = "home"\n[budget]\nday_tokens = 18\nwhen_over = "stop"\n'
            + '[budget.prices]\nhome = { currency = "USD", input = 1, output = 2 }\n'
        )
        http, spending = HttpStack(), wiring.create_spending(given, here)
        asker = asked_by(given, http, no_key, spending)
        assert asker is not None
        told = [each async for each in asker.ask(question("replies"))]
        assert (told[-1].tokens, told[-1].cost) == (18, "$0.000025")
        await spending.close()
        again = wiring.create_spending(given, here)
        await again.load()
        asker = asked_by(given, http, no_key, again)
        assert asker is not None
        with pytest.raises(OverBudget):
            _ = [each async for each in asker.ask(question("replies"))]
        assert len(server.exchanges) == 1
        await http.close()
    (row,) = UsageLedger(here.usage_file).rows(date.min, date.max)
    assert (row.provider, row.model, row.skill, row.calls) == ("home", "tiny", "reply", 1)
    assert row.cost == Cost(25_000, "USD")


def test_every_skill_has_a_file_and_a_job() -> None:
    assert set(wiring.SKILLS.values()) == {"replies", "topics"}
    for name in wiring.SKILLS:
        assert parse_skill(resources.read_text(f"skills/{name}.toml"), name).name == name


def test_the_banks_answer_without_embeddings_too() -> None:
    banks = wiring.create_banks(QuickReplySettings(embeddings=False))
    assert banks.replies.answer(question("replies").conversation, Draft())
    assert banks.topics.suggest(question("topics").conversation)


def test_a_model_is_what_its_provider_says() -> None:
    provider = configured("").providers["home"]
    assert wiring.create_model(provider, HttpStack(), no_key).name == "tiny"


async def test_a_model_file_that_is_gone_leaves_the_word_to_the_next(tmp_path: Path) -> None:
    async with ScriptedServer([answer("1|agree|yes\n2|ask|when?\n3|delay|later\n")]) as server:
        given = settings.parse(
            f"""
            [providers.local]
            engine = "{tmp_path.as_posix()}/gone.gguf"
            [providers.home]
            base_url = "{server.base_url}"
            model = "tiny"
            [jobs]
            replies = ["local", "home"]
            """
        )
        http = HttpStack()
        engines = LocalEngines(http)
        asker = asked_by(given, http, no_key, None, engines)
        assert asker is not None
        answers = [one async for one in asker.ask(question("replies"))]
        assert [drafted.text for drafted in answers[-1].drafted] == ["yes", "when?", "later"]
        (status,) = engines.status()
        assert (status.model, status.state) == ("gone", "failed")
        assert status.trouble is not None
        await engines.close()
        await http.close()


def test_how_a_model_file_is_run() -> None:
    given = settings.parse('[providers.a]\nengine = "/m/some.gguf"\nidle_minutes = 3\n')
    options = wiring.engine_options_of(given.providers["a"], 9000)
    assert (options.file, options.context) == (Path("/m/some.gguf"), 9000)
    assert (options.idle_seconds, options.silence_seconds) == (180.0, 120.0)
    tariff = wiring.tariff_of(given.providers["a"], {})
    assert (tariff.provider, tariff.model, tariff.free) == ("a", "some", True)


MIXED = """
[providers.near]
base_url = "http://localhost:1/v1"
model = "near"
[providers.far]
base_url = "https://api.example.com/v1"
model = "far"
[providers.box]
base_url = "http://192.168.1.2:1/v1"
model = "box"
local = true
masking = "standard"
"""


@pytest.mark.parametrize(
    ("route", "more", "anyone", "local"),
    [
        ('["far"]', "", "standard", None),
        ('["near"]', "", "off", "off"),
        ('["near", "far"]', "", "standard", "off"),
        ('["far", "near", "box"]', "", "standard", "standard"),
        ('["far", "near"]', '[masking]\nlevel = "strict"\n', "strict", "off"),
        ('["far"]', '[masking]\nlevel = "off"\n', "off", None),
    ],
)
def test_a_route_is_masked_as_its_strictest_model_wants(
    route: str, more: str, anyone: str, local: str | None
) -> None:
    given = settings.parse(f"{MIXED}{more}[jobs]\nreplies = {route}\n")
    rules = ChatRules()
    gate = wiring.create_means(given, HttpStack(), no_key, rules=rules).gate
    chat = ChatIdentity("a", "w", "anna")
    permit = gate.permit("reply", chat)
    assert permit is not None
    assert permit.level == anyone
    assert permit.name == settings.parse(MIXED).find(route.split('"')[1])[0].model
    rules.keep(chat, ChatRule(Reach.LOCAL))
    permit = gate.permit("reply", chat)
    assert (permit.level if permit is not None else None) == local
    assert permit is None or permit.name in ("near", "box")


def test_the_person_sees_which_machine_is_asked() -> None:
    providers = settings.parse(MIXED).providers
    hosts = {name: wiring.host_of(provider) for name, provider in providers.items()}
    assert hosts == {"near": HERE, "far": "api.example.com", "box": "192.168.1.2"}
    cloud = settings.parse(PROVIDER.replace("tiny", "big:cloud")).providers["home"]
    assert wiring.host_of(cloud) == "localhost"


async def test_words_of_the_person_and_the_chats_languages_reach_the_finder(
    tmp_path: Path,
) -> None:
    async with ScriptedServer([answer("1|agree|Sure!\n")]) as server:
        given = settings.parse(
            PROVIDER.replace("http://localhost:1/v1", server.base_url)
            + 'local = false\n[jobs]\nreplies = "home"\n[masking]\nwords = ["bluebird"]\n'
        )
        http = HttpStack()
        asker = asked_by(given, http, no_key)
        assert asker is not None
        # A number of Japan, written without its country.
        said = (Message("them", "電話は 03-1234-5678 です"), Message("them", "Bluebird, ok?"))
        asked = Question(ChatIdentity("a", "w", "k"), Conversation("k", said), Draft(), "replies")
        _ = [each async for each in asker.ask(asked)]
        sent = server.exchanges[-1].json["messages"][-1]["content"]
        assert "5678" not in sent
        assert "luebird" not in sent
        await http.close()


FAILING = """
[providers.home]
base_url = "{url}"
model = "{model}"
[jobs]
replies = "home"
translation = "home"
"""


async def test_one_that_rests_after_failed_replies_is_not_asked_for_a_translation() -> None:
    async with ScriptedServer([fail(500)]) as server:
        http = HttpStack(clock=HastyClock())
        given = settings.parse(FAILING.format(url=server.base_url, model="tiny"))
        means = wiring.create_means(given, http, no_key)
        asker, translator = wiring.create_asker(means), wiring.create_translator(means)
        assert asker is not None
        assert translator is not None
        for _ in range(3):
            with pytest.raises(ProviderFailed):
                _ = [each async for each in asker.ask(question("replies"))]
        asked = len(server.exchanges)
        with pytest.raises(ProviderUnreachable, match="left alone"):
            _ = [each async for each in translator.translate(TranslationRequest(("Hallo",), "en"))]
        assert len(server.exchanges) == asked
        await http.close()


def test_a_provider_is_one_model_for_all_jobs() -> None:
    given = settings.parse(FAILING.format(url="http://localhost:1/v1", model="tiny"))
    pool = wiring.ModelPool(
        given, http := HttpStack(), no_key, Spending(NullLedger()), LocalEngines(http)
    )
    route = given.models_for("replies")
    shape = parse_skill(resources.read_text("skills/reply.toml"), "reply")
    assert pool.model(route[0], None) is pool.model(route[0], shape)


def test_what_answers_skills_stands_in_from_the_replies() -> None:
    http, chat = HttpStack(), ChatIdentity("a", "w", "anna")
    for jobs, model in (
        ('replies = "near"', "near"),
        ('replies = "near"\nskills = "far"', "far"),
        ('topics = "near"', None),
    ):
        means = wiring.create_means(settings.parse(f"{MIXED}[jobs]\n{jobs}"), http, no_key)
        permit = means.gate.permit("skills", chat)
        assert (permit.name if permit is not None else None) == model
