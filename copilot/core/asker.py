"""Asking a model: skill and conversation, masked, to suggestions as their text arrives."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from copilot.core.asking import Answer, Question
from copilot.core.model import ChatIdentity
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import Finished, Model, ModelRequest, TextDelta, Usage
from copilot.core.prompt import build, context_key, estimate_tokens, masked_count
from copilot.core.redaction import Finder, Vault, find_private
from copilot.core.skills import Skill

_REMEMBERED = 64

Key = tuple[ChatIdentity, int, str]


class ModelAsker:
    """Answers questions with the model of their job; implements `thinking.Asker`.

    `skills` are by the names "reply", "complete" and "topics"; `models` by the same names, with
    the model under "reply" for those that are missing. Placeholders stay stable within a chat.
    """

    def __init__(
        self,
        skills: Mapping[str, Skill],
        models: Mapping[str, Model],
        *,
        prompt_tokens: int | None = None,
        answer_tokens: int | None = None,
        find: Finder = find_private,
    ) -> None:
        self._skills = skills
        self._models = models
        self._prompt_tokens = prompt_tokens
        self._answer_tokens = answer_tokens
        self._find = find
        self._vaults: dict[ChatIdentity, Vault] = {}
        self._memory: OrderedDict[Key, Answer] = OrderedDict()

    def remembered(self, question: Question) -> Answer | None:
        """The answer given to the identical context before. Raises InputError like `ask`."""
        _, request = self._prepare(question)
        return self._memory.get(self._key(question, request))

    async def ask(self, question: Question) -> AsyncGenerator[Answer, None]:
        """The answer as it grows.

        Raises InputError if the draft is longer than the skill takes, ModelError from the model.
        """
        skill, request = self._prepare(question)
        model = self._model(question)
        parser = SuggestionParser(skill, self._vaults[question.chat])
        masked, received, counted, cut = masked_count(request), "", 0, False
        async with aclosing(model.stream(request)) as events:
            async for event in events:
                match event:
                    case TextDelta(text):
                        received += text
                        yield Answer(parser.feed(text), False, model.name, masked)
                        if parser.full:
                            break
                    case Usage(prompt, completion):
                        counted = prompt + completion
                    case Finished(reason):
                        cut = reason == "length"
        tokens = counted or _estimate(request, received)
        answer = Answer(parser.finish(cut=cut), True, model.name, masked, tokens)
        self._remember(self._key(question, request), answer)
        yield answer

    def _prepare(self, question: Question) -> tuple[Skill, ModelRequest]:
        skill = self._skills[_job(question)]
        vault = self._vaults.setdefault(question.chat, Vault())
        request = build(
            skill,
            question.conversation,
            question.draft,
            vault,
            find=self._find,
            prompt_tokens=self._prompt_tokens,
            answer_tokens=self._answer_tokens,
        )
        return skill, request

    def _model(self, question: Question) -> Model:
        return self._models.get(_job(question), self._models["reply"])

    def _key(self, question: Question, request: ModelRequest) -> Key:
        # A placeholder stands for another number in another chat: the chat is part of the key.
        return question.chat, question.turn, context_key(request, self._model(question).name)

    def _remember(self, key: Key, answer: Answer) -> None:
        self._memory[key] = answer
        self._memory.move_to_end(key)
        if len(self._memory) > _REMEMBERED:
            self._memory.popitem(last=False)


def _job(question: Question) -> str:
    if question.section == "topics":
        return "topics"
    return "complete" if question.draft.text.strip() else "reply"


def _estimate(request: ModelRequest, received: str) -> int:
    return sum(estimate_tokens(m.content.text) for m in request.messages) + estimate_tokens(
        received
    )
