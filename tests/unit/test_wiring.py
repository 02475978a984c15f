"""What answers questions is built as the settings say, and from what is shipped."""

from __future__ import annotations

from copilot import wiring
from copilot.core.asking import Answer, Question
from copilot.core.model import ChatIdentity, Conversation, Draft, Message, Section
from copilot.core.skills import parse_skill
from copilot.llm.http import HttpStack
from copilot.store import resources, settings
from copilot.store.settings import QuickReplySettings, Settings

PROVIDER = """
[providers.home]
base_url = "http://localhost:1/v1"
model = "tiny"
"""


def configured(jobs: str) -> Settings:
    return settings.parse(f"{PROVIDER}[jobs]\n{jobs}")


async def no_key(name: str) -> str:
    raise AssertionError(name)


def question(section: Section, draft: str = "") -> Question:
    said = Conversation("anna", (Message("them", "dinner tonight?"),))
    return Question(ChatIdentity("a", "w", "anna"), said, Draft(draft), section)


def test_without_a_provider_nobody_is_asked() -> None:
    assert wiring.create_asker(Settings(), HttpStack(), no_key) is None
    assert wiring.create_asker(configured(""), HttpStack(), no_key) is None


async def test_a_provider_is_asked_for_its_own_job_alone() -> None:
    for job, asked in (("replies", {"replies"}), ("topics", {"topics"})):
        asker = wiring.create_asker(configured(f'{job} = "home"'), HttpStack(), no_key)
        assert asker is not None
        for section in ("replies", "topics"):
            known = await asker.remembered(question(section))
            assert known == (None if section in asked else Answer(whole=True))
        drafted = await asker.remembered(question("replies", "I wou"))
        assert (drafted is None) is (job == "replies")


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
